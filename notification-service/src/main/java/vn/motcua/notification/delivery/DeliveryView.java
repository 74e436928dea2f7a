package vn.motcua.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * How far a message came on a way. The portal has none: it has every message at once.
 *
 * @param title of the message in its language, of no person
 * @param segments of a short message, null for the others and before it left
 * @param reason a code of what came between, null where nothing did
 */
public record DeliveryView(
        UUID id,
        UUID messageId,
        String template,
        String title,
        String language,
        ChannelKind channel,
        DeliveryState state,
        String provider,
        int attempts,
        Integer segments,
        String reason,
        Instant openedAt,
        Instant handedOverAt,
        Instant settledAt) {}
