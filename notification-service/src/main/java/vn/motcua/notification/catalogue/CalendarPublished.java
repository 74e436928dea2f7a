package vn.motcua.notification.catalogue;

import java.time.LocalDate;
import java.util.List;

/** {@code catalog.calendars} with the fields this service reads: the days of one area and year that are not like their weekday. */
record CalendarPublished(String area, int year, int version, List<Day> days) {

    /** A day off, or one that is worked instead of another. */
    record Day(LocalDate date, Kind kind) {}

    enum Kind {
        DAY_OFF,
        WORKING_SWAP
    }
}
