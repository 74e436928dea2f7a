package vn.motcua.catalog.calendar;

import vn.motcua.catalog.unit.Hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * When a centre receives people. That it receives on a Saturday makes no Saturday a working day: time limits are counted by
 * office hours alone.
 *
 * @param effectiveFrom first day, null: of the year
 * @param effectiveTo last day, null: of the year
 */
public record Reception(List<DayOfWeek> weekdays, List<Hours> hours, LocalDate effectiveFrom, LocalDate effectiveTo) {
    public boolean on(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek())
                && (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
