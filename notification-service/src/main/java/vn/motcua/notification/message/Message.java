package vn.motcua.notification.message;

import vn.motcua.notification.delivery.ChannelKind;

import java.time.Instant;
import java.util.UUID;

/**
 * A sent message in one language.
 *
 * @param sequence the dossier's sequence it tells of
 * @param language the language it was sent in; title and body may be shown in the other
 * @param body lines; after an empty line the details every message must carry by law
 * @param effectiveAt when the act took effect
 * @param readAt null until it was shown to the person
 * @param contact of the post, as configured for the unit; null for people, and where none is configured
 */
public record Message(
        UUID id,
        UUID dossierId,
        long sequence,
        Audience audience,
        ChannelKind channel,
        String template,
        int tableVersion,
        String language,
        String title,
        String body,
        Instant effectiveAt,
        Instant sentAt,
        Instant readAt,
        String contact) {}
