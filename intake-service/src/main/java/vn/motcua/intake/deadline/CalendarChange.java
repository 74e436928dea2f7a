package vn.motcua.intake.deadline;

import java.time.LocalDate;

/**
 * One thing in which a calendar is otherwise than it was.
 *
 * @param date the day (Asia/Ho_Chi_Minh), the first of January of a year that became final, or null for office hours
 * @param name of the day off, as it is or was called; null where it has none
 */
public record CalendarChange(ChangeKind kind, LocalDate date, String name) {
    /** What changed. */
    public enum ChangeKind {
        DAY_OFF,
        WORKING_DAY,
        HALF_DAY,
        OFFICE_HOURS,
        YEAR_FINAL
    }

    /** Whether it can bear on a date counted over these days, both included. */
    public boolean within(LocalDate from, LocalDate to) {
        return switch (kind) {
            case OFFICE_HOURS -> true;
            case YEAR_FINAL -> from.getYear() <= date.getYear() && date.getYear() <= to.getYear();
            case DAY_OFF, WORKING_DAY, HALF_DAY -> !date.isBefore(from) && !date.isAfter(to);
        };
    }
}
