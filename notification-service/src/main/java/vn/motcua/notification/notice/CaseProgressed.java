package vn.motcua.notification.notice;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.notification.dossier.Actor;

import java.time.Instant;
import java.util.UUID;

/**
 * {@code case.progressed} with the fields this service reads, for officers' notices, for who acted on the case, and for what it asks the
 * person.
 *
 * @param unit the competent one
 * @param department where the case lies after the act
 * @param handlingUnit of that department, where it is not the competent one; else null
 */
record CaseProgressed(
        UUID caseId,
        UUID dossierId,
        String act,
        Actor actor,
        String unit,
        String department,
        String handlingUnit,
        Instant effectiveAt,
        long basedOnSequence,
        JsonNode payload) {

    /** Until when the person may answer what the case asks; null where it asks nothing. */
    Instant until() {
        return payload == null || !payload.path("until").isTextual()
                ? null
                : Instant.parse(payload.path("until").asText());
    }

    /** Whose officers work on the case. */
    String workingUnit() {
        return handlingUnit == null ? unit : handlingUnit;
    }
}
