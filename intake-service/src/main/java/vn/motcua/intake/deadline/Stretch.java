package vn.motcua.intake.deadline;

import java.time.Instant;

/**
 * One line of the explanation of a due date.
 *
 * @param from begin of the stretch
 * @param to its end
 * @param kind whether it was counted
 * @param reason why it was not, or how it was
 * @param note the name of the day off, or the code of the pause's legal ground; null where there is none
 */
public record Stretch(Instant from, Instant to, Kind kind, Reason reason, String note) {
    /** Whether the stretch used up the limit. */
    public enum Kind {
        COUNTED,
        SKIPPED,
        PAUSED
    }

    /** Why a stretch was counted or not. */
    public enum Reason {
        OFFICE_HOURS,
        CALENDAR_DAYS,
        CLOCK_HOURS,
        BEFORE_START,
        AFTER_CUT_OFF,
        OUTSIDE_HOURS,
        WEEKEND,
        DAY_OFF,
        CLOCK_STOPPED
    }
}
