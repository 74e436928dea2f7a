package vn.motcua.notification.notice;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.UUID;

/** {@code case.progressed} with the fields this service reads, for officers' notices only. */
record CaseProgressed(
        UUID caseId,
        UUID dossierId,
        String act,
        String unit,
        String department,
        Instant effectiveAt,
        JsonNode payload) {}
