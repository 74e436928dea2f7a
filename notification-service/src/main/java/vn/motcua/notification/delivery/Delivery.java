package vn.motcua.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * One message on one way.
 *
 * @param nextWays what follows where it fails, comma-separated, in order
 * @param attempts tries that came to nothing
 * @param provider null before it left
 * @param ref the reference a receipt may carry, null where there is none
 * @param parts segments, null where the way has none
 */
record Delivery(
        UUID id,
        UUID messageId,
        Subject of,
        String unit,
        ChannelKind channel,
        String nextWays,
        DeliveryState state,
        Instant expiresAt,
        int attempts,
        String provider,
        Integer ref,
        Integer parts,
        Instant openedAt) {}
