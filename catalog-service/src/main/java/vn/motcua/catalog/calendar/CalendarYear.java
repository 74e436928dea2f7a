package vn.motcua.catalog.calendar;

import java.util.List;

/**
 * One year of an area in one version; Saturdays and Sundays are off unless a day says otherwise.
 *
 * @param area {@code VN}
 * @param provisional some day of it rests on no official notice yet
 * @param source the notices and laws it was put together from
 */
public record CalendarYear(
        String area, int year, int version, boolean provisional, List<CalendarDay> days, String source) {
    public static final String TOPIC = "catalog.calendars";
    public static final String TYPE = "vn.motcua.catalog.calendar.v1";

    /** {@code VN+2026@1}, the record's key. */
    public String key() {
        return area + "+" + year + "@" + version;
    }
}
