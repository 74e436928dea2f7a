package vn.motcua.notification.feedback;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.delivery.Address;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.FeedbackWishes.Wish;
import vn.motcua.notification.message.FeedbackFact;
import vn.motcua.notification.message.FeedbackTold;
import vn.motcua.notification.message.SendFeedbackMessages;

import java.time.Instant;

/** Tells whoever gave a feedback what became of it, by the way they asked for; in the transaction of the act. */
@ApplicationScoped
class TellPerson {
    /** Acknowledgements a day to a contact that somebody typed; a household may share one. */
    static final int UNASKED_A_DAY = 5;

    private final PersonsWish wishes;
    private final ContactLoad load;
    private final SendFeedbackMessages messages;
    private final MeterRegistry meters;
    private final int smsPerUnit;

    @Inject
    TellPerson(
            PersonsWish wishes,
            ContactLoad load,
            SendFeedbackMessages messages,
            MeterRegistry meters,
            NotificationConfig config) {
        this(wishes, load, messages, meters, config.feedback().smsPerUnit());
    }

    /** @param smsPerUnit acknowledgements by short message a unit pays on a legal day for what nobody has screened */
    TellPerson(
            PersonsWish wishes, ContactLoad load, SendFeedbackMessages messages, MeterRegistry meters, int smsPerUnit) {
        this.wishes = wishes;
        this.load = load;
        this.messages = messages;
        this.meters = meters;
        this.smsPerUnit = smsPerUnit;
    }

    /** @param after what the act has made of it */
    void tell(Feedback after, String act, Instant at) {
        FeedbackFact fact = ToldOf.find(act, after.state()).orElse(null);
        if (fact == null || after.facts().anonymous()) {
            return;
        }
        Wish wish = wishes.of(after.id()).orElseThrow();
        if (wish.by() == null) {
            return;
        }
        String tooMuch = act.equals(Acts.BEGUN) ? tooMuch(after, wish) : null;
        if (tooMuch != null) {
            meters.counter("motcua.feedback.untold", "reason", tooMuch).increment();
            return;
        }
        messages.send(new FeedbackTold(
                after.id(),
                after.revision(),
                fact,
                after.facts().unit(),
                after.code(),
                after.facts().language(),
                wish.by(),
                at,
                fact == FeedbackFact.RECEIVED ? after.limits().resolve() : null));
    }

    /** Why an acknowledgement is left to the page: anybody may type anybody's number, and the unit pays. Null where it is not. */
    private String tooMuch(Feedback of, Wish wish) {
        if (!load.within(ContactLoad.What.ACKNOWLEDGED, one(wish.to()), UNASKED_A_DAY)) {
            return "contact-load";
        }
        boolean paid = wish.by() == ChannelKind.SMS;
        return paid && !load.within(ContactLoad.What.UNIT_SMS, of.facts().unit(), smsPerUnit) ? "unit-load" : null;
    }

    private static String one(Address to) {
        return to.phone() == null ? String.valueOf(to.email()) : to.phone();
    }
}
