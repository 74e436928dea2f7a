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
        JsonNode payload) {

    /** When it took effect: for what the post delivered the instant the addressee signed, where it is told, not the typing. */
    Instant happenedAt() {
        JsonNode delivered = payload == null ? null : payload.get("deliveredAt");
        return delivered == null || delivered.isNull() ? effectiveAt : Instant.parse(delivered.asText());
    }
}
