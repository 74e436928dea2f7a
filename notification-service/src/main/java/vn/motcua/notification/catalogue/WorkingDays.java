package vn.motcua.notification.catalogue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.CalendarPublished.Day;
import vn.motcua.notification.catalogue.CalendarPublished.Kind;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which days offices work, as the catalogue's calendars say: weekends are off, and so are their days off; swap days are worked. */
@ApplicationScoped
public class WorkingDays {
    /** The calendar of the country, which every unit follows; a unit's own adds to it. */
    private static final String COUNTRY = "VN";

    private static final String TAKE =
            """
            insert into calendar_year (area, year, version, days) values (?,?,?,?) on conflict (area, year) do update
            set version = excluded.version, days = excluded.days where calendar_year.version <= excluded.version
            """;

    /** No holiday is as long; a calendar that says so is wrong and must not hang a request. */
    private static final int DAYS_MAX = 30;

    @Inject
    AgroalDataSource source;

    private record Kept(List<Day> list) {}

    /** The last day before this one on which the unit's office works. */
    public LocalDate lastBefore(LocalDate day, String unit) {
        Map<LocalDate, Kind> marked = marked(day, unit);
        LocalDate last = day.minusDays(1);
        while (!works(last, marked) && last.isAfter(day.minusDays(DAYS_MAX))) {
            last = last.minusDays(1);
        }
        return last;
    }

    void take(CalendarPublished calendar) {
        String kept = EventJson.write(new Kept(calendar.days()));
        Sql.update(
                source,
                TAKE,
                calendar.area(),
                calendar.year(),
                calendar.version(),
                kept.substring(kept.indexOf('['), kept.lastIndexOf(']') + 1));
    }

    private Map<LocalDate, Kind> marked(LocalDate day, String unit) {
        Map<LocalDate, Kind> marked = new HashMap<>();
        Sql.query(
                        source,
                        "select days from calendar_year where area in (?, ?) and year in (?, ?) order by area = ?",
                        row -> row.getString(1),
                        COUNTRY,
                        unit,
                        day.getYear(),
                        day.getYear() - 1,
                        unit)
                .forEach(days -> EventJson.read(EventJson.tree("{\"list\":" + days + "}"), Kept.class)
                        .list()
                        .forEach(each -> marked.put(each.date(), each.kind())));
        return marked;
    }

    private static boolean works(LocalDate day, Map<LocalDate, Kind> marked) {
        Kind kind = marked.get(day);
        if (kind != null) {
            return kind == Kind.WORKING_SWAP;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
