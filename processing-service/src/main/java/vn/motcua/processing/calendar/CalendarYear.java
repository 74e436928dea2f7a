package vn.motcua.processing.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** One version of one year's calendar of an area as {@code catalog.calendars} tells it; VN, or a unit whose own is added to the nation's. */
record CalendarYear(
        String area, int year, int version, List<Day> days, List<HalfDay> halfDays, List<DatedHours> officeHours) {
    CalendarYear {
        days = days == null ? List.of() : List.copyOf(days);
        halfDays = halfDays == null ? List.of() : List.copyOf(halfDays);
        officeHours = officeHours == null ? List.of() : List.copyOf(officeHours);
    }

    record Day(LocalDate date, Kind kind) {}

    enum Kind {
        DAY_OFF,
        WORKING_SWAP
    }

    record HalfDay(LocalDate date, LocalTime from, LocalTime to) {}

    /** Null ends mean those of the year. */
    record DatedHours(LocalDate effectiveFrom, LocalDate effectiveTo, List<OfficeWindow> hours) {
        DatedHours {
            hours = hours == null ? List.of() : List.copyOf(hours);
        }
    }
}
