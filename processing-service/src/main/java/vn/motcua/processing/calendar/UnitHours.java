package vn.motcua.processing.calendar;

import java.util.List;

/** What working time needs of {@code catalog.units}; empty hours: none published. */
record UnitHours(String id, String name, List<OfficeWindow> hours) {
    UnitHours {
        hours = hours == null ? List.of() : List.copyOf(hours);
    }
}
