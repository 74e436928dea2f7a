package vn.motcua.processing.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case as the watch sees it. Instants are UTC.
 *
 * @param stand what it waits for
 * @param since when it came to stand so
 * @param openedAt when the department received it
 * @param due the legal date, null where there is none
 * @param awaited the dates of the opinions that are awaited
 */
public record Watched(
        UUID caseId, Place place, Stand stand, Instant since, Instant openedAt, Instant due, List<Instant> awaited) {
    /**
     * Who can be told of it.
     *
     * @param unit where the case lies, with its department: its officers work on it
     * @param competentUnit whose case it is, with its department: its heads answer for the date
     */
    public record Place(String unit, String department, String competentUnit, String homeDepartment) {
        String unit(EscalationLevel level) {
            return level == EscalationLevel.OFFICER ? unit : competentUnit;
        }

        String department(EscalationLevel level) {
            return level == EscalationLevel.OFFICER ? department : homeDepartment;
        }
    }

    /** What a case waits for, as far as anybody could be late with it. */
    public enum Stand {
        /** For an officer who takes it. */
        OFFICER,
        /** For the officer who holds it. */
        WORK,
        /** For the officer whose proposal was sent back. */
        REWORK,
        /** For the approver. */
        SIGNATURE,
        /** For the person, or for nobody: the clock of the case stands still. */
        NOBODY
    }
}
