package vn.motcua.notification.message;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.OpenDeliveries;
import vn.motcua.notification.delivery.Outside;
import vn.motcua.notification.delivery.Subject;
import vn.motcua.notification.shortlink.ShortLinks;
import vn.motcua.notification.wording.Wording;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells whoever gave a feedback of a fact, by the way they asked for: one message per fact, never twice. */
@ApplicationScoped
public class SendFeedbackMessages {
    private final Catalogue catalogue;
    private final Messages messages;
    private final Outside outside;
    private final Wording wording;
    private final ShortLinks links;
    private final OpenDeliveries deliveries;
    private final Clock clock;
    private final MeterRegistry meters;

    @Inject
    SendFeedbackMessages(
            Catalogue catalogue,
            Messages messages,
            Outside outside,
            Wording wording,
            ShortLinks links,
            OpenDeliveries deliveries,
            Clock clock,
            MeterRegistry meters) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.outside = outside;
        this.wording = wording;
        this.links = links;
        this.deliveries = deliveries;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * In the transaction of the act, so that neither is without the other.
     *
     * @return whether it was told now: not before, and not only by the page
     */
    public boolean send(FeedbackTold told) {
        Optional<FeedbackMessageTable.Row> row = FeedbackMessageTable.find(told.fact(), told.by());
        return row.isPresent() && say(row.get(), told);
    }

    private boolean say(FeedbackMessageTable.Row row, FeedbackTold told) {
        String unit = catalogue.unitName(told.unit());
        Messages.OfFeedback message = new Messages.OfFeedback(
                UUID.randomUUID(),
                fact(told),
                row,
                told,
                FeedbackTexts.render(row.template(), "vi", FeedbackTexts.facts(told, unit, "vi")),
                FeedbackTexts.render(row.template(), "en", FeedbackTexts.facts(told, unit, "en")));
        if (!messages.add(message, clock.instant())) {
            return false;
        }
        Subject of = Subject.feedback(told.feedback());
        if (outside.any()) {
            String template = row.template().key();
            String language = told.language();
            Map<String, String> facts = FeedbackTexts.facts(told, unit, language);
            String link = links.of(of);
            boolean sms = told.by() == ChannelKind.SMS;
            messages.says(
                    message.id(),
                    sms ? wording.shortText(told.unit(), template, language, facts, link) : null,
                    sms ? null : wording.letter(told.unit(), template, language, facts, link),
                    link,
                    null);
            deliveries.open(message.id(), of, told.unit(), List.of(List.of(told.by())));
        }
        meters.counter("motcua.messages", "template", row.template().key(), "channel", ChannelKind.PORTAL.name())
                .increment();
        return true;
    }

    /** The same act is the same fact, however often it is told. */
    private static UUID fact(FeedbackTold told) {
        String name = "feedback " + told.feedback() + " " + told.act();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
