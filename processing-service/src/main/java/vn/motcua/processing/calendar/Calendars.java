package vn.motcua.processing.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Working time of units, from the replica of the catalogue's calendars and units; never from a call. */
@ApplicationScoped
public class Calendars {
    static final String NATION = "VN";

    /** The hours of most offices, where a unit publishes none. */
    static final List<OfficeWindow> USUAL = List.of(
            new OfficeWindow(LocalTime.of(7, 30), LocalTime.of(11, 30)),
            new OfficeWindow(LocalTime.of(13, 30), LocalTime.of(17, 0)));

    /** How long another replica of the service may still compute with what an update has replaced. */
    private static final Duration LIFE = Duration.ofSeconds(30);

    private static final int UNITS_MOST = 500;

    private static final String PUT_YEAR =
            """
            insert into calendar_year (area, year, version, body) values (?,?,?,?::jsonb)
            on conflict (area, year, version) do update set body = excluded.body
            """;
    private static final String PUT_UNIT =
            """
            insert into unit_hours (unit, name, body) values (?,?,?::jsonb)
            on conflict (unit) do update set name = excluded.name, body = excluded.body
            """;
    private static final String YEARS =
            """
            select body from (select distinct on (area, year) area, body from calendar_year where area in (?, ?)
            order by area, year, version desc) newest order by area = ? desc
            """;

    @Inject
    AgroalDataSource source;

    private record Kept(WorkCalendar calendar, long until) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** The calendar of a unit; one that is not known works the usual hours of the nation's days. */
    public WorkCalendar of(String unit) {
        long now = System.nanoTime();
        Kept known = kept.get(unit);
        if (known != null && known.until() - now > 0) {
            return known.calendar();
        }
        if (kept.size() >= UNITS_MOST) {
            kept.clear();
        }
        WorkCalendar read = read(unit);
        kept.put(unit, new Kept(read, now + LIFE.toNanos()));
        return read;
    }

    void take(CalendarYear year) {
        Sql.update(source, PUT_YEAR, year.area(), year.year(), year.version(), EventJson.write(year));
    }

    void take(UnitHours unit) {
        Sql.update(source, PUT_UNIT, unit.id(), unit.name(), EventJson.write(unit));
    }

    /** Called after an update was applied. */
    void forget() {
        kept.clear();
    }

    private WorkCalendar read(String unit) {
        List<OfficeWindow> hours =
                Sql.query(source, "select body from unit_hours where unit = ?", row -> row.getString(1), unit).stream()
                        .map(body -> EventJson.read(EventJson.tree(body), UnitHours.class)
                                .hours())
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(USUAL);
        List<CalendarYear> years = Sql.query(source, YEARS, row -> row.getString(1), NATION, unit, NATION).stream()
                .map(body -> EventJson.read(EventJson.tree(body), CalendarYear.class))
                .toList();
        return joined(years, hours);
    }

    /** @param years those of the nation before those of the unit */
    static WorkCalendar joined(List<CalendarYear> years, List<OfficeWindow> hours) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> swaps = new HashSet<>();
        Map<LocalDate, OfficeWindow> halfDays = new HashMap<>();
        List<WorkCalendar.Season> seasons = new ArrayList<>();
        for (CalendarYear year : years) {
            for (CalendarYear.Day day : year.days()) {
                boolean worked = day.kind() == CalendarYear.Kind.WORKING_SWAP;
                (worked ? swaps : off).add(day.date());
                (worked ? off : swaps).remove(day.date());
            }
            year.halfDays().forEach(half -> halfDays.put(half.date(), new OfficeWindow(half.from(), half.to())));
            for (CalendarYear.DatedHours dated : year.officeHours()) {
                LocalDate first = LocalDate.of(year.year(), 1, 1);
                // those of the unit go before those of the nation
                seasons.add(
                        0,
                        new WorkCalendar.Season(
                                dated.effectiveFrom() == null ? first : dated.effectiveFrom(),
                                dated.effectiveTo() == null ? first.plusYears(1).minusDays(1) : dated.effectiveTo(),
                                dated.hours()));
            }
        }
        return new WorkCalendar(off, swaps, hours, halfDays, seasons);
    }
}
