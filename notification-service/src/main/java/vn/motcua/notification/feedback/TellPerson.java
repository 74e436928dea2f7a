package vn.motcua.notification.feedback;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.delivery.Address;
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

    @Inject
    TellPerson(PersonsWish wishes, ContactLoad load, SendFeedbackMessages messages, MeterRegistry meters) {
        this.wishes = wishes;
        this.load = load;
        this.messages = messages;
        this.meters = meters;
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
        if (act.equals(Acts.BEGUN) && !load.within(ContactLoad.What.ACKNOWLEDGED, one(wish.to()), UNASKED_A_DAY)) {
            meters.counter("motcua.feedback.untold", "reason", "contact-load").increment();
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

    private static String one(Address to) {
        return to.phone() == null ? String.valueOf(to.email()) : to.phone();
    }
}
