package vn.motcua.intake.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * One version of one year's calendar of an area; a later version replaces an earlier one. The area is VN or the id of a unit, whose
 * calendar is added to the national one. When a centre receives people is not read: it has no part in any limit.
 *
 * @param source the document the year rests on, or null
 * @param halfDays working days with fewer hours
 * @param officeHours of spans of the year; null ends mean the year's
 */
record CalendarYear(
        String area,
        int year,
        int version,
        boolean provisional,
        String source,
        List<Day> days,
        List<HalfDay> halfDays,
        List<DatedHours> officeHours) {
    CalendarYear {
        days = days == null ? List.of() : List.copyOf(days);
        halfDays = halfDays == null ? List.of() : List.copyOf(halfDays);
        officeHours = officeHours == null ? List.of() : List.copyOf(officeHours);
    }

    /** A date on which the week does not decide, and the document that says so; null where the year's source says it. */
    record Day(LocalDate date, Kind kind, String name, String source) {}

    enum Kind {
        DAY_OFF,
        WORKING_SWAP
    }

    /** A working day with one stretch of office hours. */
    record HalfDay(LocalDate date, LocalTime from, LocalTime to) {}

    /** Office hours of a span of the year. */
    record DatedHours(LocalDate effectiveFrom, LocalDate effectiveTo, List<Unit.Hours> hours) {
        DatedHours {
            hours = hours == null ? List.of() : List.copyOf(hours);
        }
    }
}
