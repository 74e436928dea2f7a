package vn.motcua.processing.calendar;

import vn.motcua.platform.json.EventJson;
import vn.motcua.processing.Contracts;

/** The national calendar of the committed examples, with the usual hours. */
public final class SampleCalendar {
    private SampleCalendar() {}

    public static WorkCalendar nation() {
        return Calendars.joined(
                Contracts.examples("catalog.calendars").stream()
                        .map(each -> EventJson.read(each.data(), CalendarYear.class))
                        .filter(year -> year.area().equals(Calendars.NATION))
                        .toList(),
                Calendars.USUAL);
    }
}
