package vn.motcua.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this process may send, with what it says.
 *
 * @param triedSince the first try that came to nothing; null before
 * @param claim of {@code Deliveries.claim}: an older one begins nothing
 * @param partsDone segments that were taken already
 * @param postContact the configured contact of the post; null for people, whose address is asked for
 */
record Claimed(
        UUID id,
        UUID message,
        Subject of,
        String unit,
        ChannelKind channel,
        String nextWays,
        long claim,
        int attempts,
        Instant triedSince,
        String provider,
        Integer ref,
        int partsDone,
        Instant openedAt,
        Instant effectiveAt,
        Instant expiresAt,
        String template,
        String language,
        String title,
        String body,
        String shortText,
        String letter,
        String link,
        String code,
        boolean toPost,
        String postContact) {

    Parcel parcel(Address to) {
        return new Parcel(
                id,
                message,
                of.dossier(),
                unit,
                template,
                language,
                title,
                body,
                shortText,
                letter,
                link,
                toPost,
                code,
                provider,
                ref,
                partsDone,
                to);
    }
}
