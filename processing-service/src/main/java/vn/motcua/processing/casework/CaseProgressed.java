package vn.motcua.processing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The body of {@code case.progressed}; see {@code deploy/contracts}.
 *
 * @param unit the competent one
 * @param department where the case lies after the act
 * @param handlingUnit of that department; null, and left out, where it is the competent one
 * @param holder account of the officer who holds the case after the act; null, and left out, where nobody does
 * @param state the case's state after the act
 * @param basedOnSequence the newest act of the dossier known when acting
 * @param causedBy the dossier's event that this answers; else null
 */
record CaseProgressed(
        UUID caseId,
        UUID dossierId,
        Progress act,
        Who actor,
        String unit,
        String department,
        @JsonInclude(JsonInclude.Include.NON_NULL) String handlingUnit,
        @JsonInclude(JsonInclude.Include.NON_NULL) String holder,
        State state,
        Instant effectiveAt,
        long basedOnSequence,
        UUID causedBy,
        Map<String, Object> payload) {

    /** Name and title only of officers in official capacity. */
    record Who(String role, String name, String title) {}
}
