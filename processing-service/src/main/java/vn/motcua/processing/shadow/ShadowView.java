package vn.motcua.processing.shadow;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/**
 * A dossier that is kept elsewhere, as it was told last. It can only be looked at.
 *
 * @param system short name of its authority of record
 * @param systemName the same for people
 * @param reference its code there
 * @param department null where it is the unit's
 * @param status national code, 1 to 10
 * @param since when it came to this status, UTC
 * @param due as its authority reckons it, UTC; null where it named none
 * @param sync whether it can be trusted to be up to date
 * @param syncSince since when it stands so, UTC
 * @param conflict what contradicts, null where nothing does
 * @param lastEvent id of the message it rests on
 * @param lastToldAt when its authority wrote that, UTC
 * @param sequence of that message
 */
@Schema(name = "Shadow")
record ShadowView(
        UUID id,
        String system,
        String systemName,
        String reference,
        String procedureCode,
        String unit,
        String department,
        int status,
        Instant since,
        Instant due,
        Sync sync,
        Instant syncSince,
        Conflict conflict,
        UUID lastEvent,
        Instant lastToldAt,
        long sequence) {}
