package vn.motcua.notification.notice;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.notification.dossier.Actor;

import java.time.Instant;
import java.util.UUID;

/** {@code case.progressed} with the fields this service reads, for officers' notices and for who acted on the case. */
record CaseProgressed(
        UUID caseId,
        UUID dossierId,
        String act,
        Actor actor,
        String unit,
        String department,
        Instant effectiveAt,
        JsonNode payload) {}
