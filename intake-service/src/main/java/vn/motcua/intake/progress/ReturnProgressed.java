package vn.motcua.intake.progress;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.UUID;

/** What intake reads of {@code return.progressed}. */
record ReturnProgressed(
        UUID dossierId,
        String act,
        Official actor,
        String state,
        Instant effectiveAt,
        int basedOnSequence,
        UUID causedBy,
        JsonNode payload) {}
