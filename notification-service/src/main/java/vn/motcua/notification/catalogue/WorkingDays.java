package vn.motcua.notification.catalogue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.CalendarPublished.Day;
import vn.motcua.notification.catalogue.CalendarPublished.Kind;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

    /** When a working day ends for a limit in days; limits in days need no hours of a unit. */
    private static final LocalTime CLOSE = LocalTime.of(17, 0);

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

    /**
     * The end of the working day that lies so many working days after an instant: 17:00 legal time. What comes after that hour or on a
     * day nobody works counts from the next working day.
     */
    public Instant endAfter(Instant at, int days, String unit) {
        LocalDate first = LegalTime.date(at);
        Map<LocalDate, Kind> marked = marked(first, unit);
        LocalDate day = first;
        if (!works(day, marked) || !LocalTime.ofInstant(at, LegalTime.ZONE).isBefore(CLOSE)) {
            day = next(day, marked);
        }
        for (int i = 0; i < days; i++) {
            day = next(day, marked);
        }
        return day.atTime(CLOSE).atZone(LegalTime.ZONE).toInstant();
    }

    /** The same time of day so many working days before an instant. */
    public Instant before(Instant at, int days, String unit) {
        LocalDate day = LegalTime.date(at);
        for (int i = 0; i < days; i++) {
            day = lastBefore(day, unit);
        }
        return day.atTime(LocalTime.ofInstant(at, LegalTime.ZONE))
                .atZone(LegalTime.ZONE)
                .toInstant();
    }

    /** How many working days lie between two dates, the second one included and the first one not; 0 where it is not later. */
    public int between(LocalDate from, LocalDate to, String unit) {
        Map<LocalDate, Kind> marked = marked(from, unit);
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += works(day, marked) ? 1 : 0;
        }
        return days;
    }

    private static LocalDate next(LocalDate after, Map<LocalDate, Kind> marked) {
        LocalDate day = after.plusDays(1);
        while (!works(day, marked) && day.isBefore(after.plusDays(DAYS_MAX))) {
            day = day.plusDays(1);
        }
        return day;
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
                        "select days from calendar_year where area in (?, ?) and year between ? and ? order by area = ?",
                        row -> row.getString(1),
                        COUNTRY,
                        unit,
                        day.getYear() - 1,
                        day.getYear() + 1,
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
