package vn.motcua.catalog.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.IntFunction;

/**
 * Counts working days: Monday to Friday but for days off, and swap days (domain rule 5.4). Of a year without a calendar only
 * the weekends are known.
 *
 * @param years the calendar of a year; null where there is none
 */
public record WorkingDays(IntFunction<CalendarYear> years) {

    /** The day that lies so many working days before another one. */
    public LocalDate before(LocalDate day, int workingDays) {
        LocalDate found = day;
        for (int left = workingDays; left > 0; ) {
            found = found.minusDays(1);
            if (works(found)) {
                left--;
            }
        }
        return found;
    }

    private boolean works(LocalDate day) {
        CalendarYear year = years.apply(day.getYear());
        if (year != null) {
            for (CalendarDay each : year.days()) {
                if (each.date().equals(day)) {
                    return each.kind() == CalendarDay.Kind.WORKING_SWAP;
                }
            }
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
