package vn.motcua.notification.notice;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.notification.dossier.Actor;

import java.time.Instant;
import java.util.UUID;

/** {@code case.progressed} with the fields this service reads: for officers' notices, for who acted on the case, and for what it asks the person. */
record CaseProgressed(
        UUID caseId,
        UUID dossierId,
        String act,
        Actor actor,
        String unit,
        String department,
        Instant effectiveAt,
        long basedOnSequence,
        JsonNode payload) {

    /** Until when the person may answer what the case asks; null where it asks nothing. */
    Instant until() {
        return payload == null || !payload.path("until").isTextual()
                ? null
                : Instant.parse(payload.path("until").asText());
    }
}
