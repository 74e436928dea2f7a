package vn.motcua.intake.catalogue;

import java.time.LocalDate;
import java.util.List;

/** One version of one year's calendar of an area; a later version replaces an earlier one. */
record CalendarYear(String area, int year, int version, boolean provisional, List<Day> days) {
    CalendarYear {
        days = days == null ? List.of() : List.copyOf(days);
    }

    /** A date on which the week does not decide. */
    record Day(LocalDate date, Kind kind, String name) {}

    enum Kind {
        DAY_OFF,
        WORKING_SWAP
    }
}
