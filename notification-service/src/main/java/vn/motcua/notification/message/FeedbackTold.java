package vn.motcua.notification.message;

import vn.motcua.notification.delivery.ChannelKind;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact of a feedback that whoever gave it is told. Nothing of what was said stands in it. Instants are UTC.
 *
 * @param act the number of the act that made it so: by which the fact is told once
 * @param unit which it is about, which pays
 * @param code the acknowledgement
 * @param language {@code vi} or {@code en}
 * @param by the way the person asked for; null for the page alone
 * @param due until when it is answered; null where that is not promised
 */
public record FeedbackTold(
        UUID feedback,
        long act,
        FeedbackFact fact,
        String unit,
        String code,
        String language,
        ChannelKind by,
        Instant at,
        Instant due) {}
