package vn.motcua.catalog.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/**
 * One year of an area in one version; Saturdays and Sundays are off unless a day says otherwise. The area is {@code VN}, or the
 * id of a unit: what a unit's calendar says is added to the national one.
 *
 * @param provisional some day of it rests on no official notice yet
 * @param source the notices and laws it was put together from
 * @param officeHours of spans of the year; elsewhere those of the unit
 */
public record CalendarYear(
        String area,
        int year,
        int version,
        boolean provisional,
        List<CalendarDay> days,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HalfDay> halfDays,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DatedHours> officeHours,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reception> receptionHours,
        String source) {
    public static final String TOPIC = "catalog.calendars";
    public static final String TYPE = "vn.motcua.catalog.calendar.v1";

    /** The area whose calendar counts everywhere. */
    public static final String NATIONAL = "VN";

    public CalendarYear {
        days = days == null ? List.of() : List.copyOf(days);
        halfDays = halfDays == null ? List.of() : List.copyOf(halfDays);
        officeHours = officeHours == null ? List.of() : List.copyOf(officeHours);
        receptionHours = receptionHours == null ? List.of() : List.copyOf(receptionHours);
    }

    /** {@code VN+2026@1}, the record's key. */
    public String key() {
        return area + "+" + year + "@" + version;
    }
}
