package vn.motcua.intake.progress;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.UUID;

/**
 * What intake reads of {@code case.progressed}.
 *
 * @param department where the case lies after the act
 * @param handlingUnit of that department, where it is not the competent one; else null
 * @param holder account of the officer who holds the case after the act; null where nobody does
 */
record CaseProgressed(
        UUID dossierId,
        String act,
        Official actor,
        String department,
        String handlingUnit,
        String holder,
        String state,
        Instant effectiveAt,
        int basedOnSequence,
        UUID causedBy,
        JsonNode payload) {}
