package vn.motcua.catalog.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.unit.Hours;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Calendars by area, year and version; the highest version of a year counts. Rows are inserted once and never edited. */
@ApplicationScoped
public class Calendars {
    @Inject
    AgroalDataSource source;

    /**
     * Who published a version, when and why.
     *
     * @param publishedAt null for the versions the service ships
     * @param publishedBy in official capacity; null for those
     */
    public record Edition(int version, boolean provisional, Instant publishedAt, String publishedBy, String reason) {}

    /** The newest version of a year. */
    public Optional<CalendarYear> newest(String area, int year) {
        return Sql.query(
                        source,
                        "select content from calendar_year where area = ? and year = ? order by version desc limit 1",
                        Calendars::content,
                        area,
                        year)
                .stream()
                .findFirst();
    }

    /** One version of a year. */
    public Optional<CalendarYear> version(String area, int year, int version) {
        return Sql.query(
                        source,
                        "select content from calendar_year where area = ? and year = ? and version = ?",
                        Calendars::content,
                        area,
                        year,
                        version)
                .stream()
                .findFirst();
    }

    /** All versions of a year, the newest first. */
    public List<Edition> editions(String area, int year) {
        return Sql.query(
                source,
                "select version, provisional, published_at, published_by, reason from calendar_year"
                        + " where area = ? and year = ? order by version desc",
                row -> new Edition(
                        row.getInt(1),
                        row.getBoolean(2),
                        row.getObject(3) == null
                                ? null
                                : row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)),
                area,
                year);
    }

    /** The newest versions of a year of a unit and of the nation, the unit's first; those there are. */
    public List<CalendarYear> newestOf(String unit, int year) {
        return Sql.query(
                source,
                "select distinct on (area) content from calendar_year where area in (?, ?) and year = ?"
                        + " order by area, version desc",
                Calendars::content,
                unit,
                CalendarYear.NATIONAL,
                year);
    }

    /**
     * When offices work: the national calendar, what a unit's own adds, and office hours.
     *
     * @param unit null: the nation alone
     * @param hours of the unit; empty: the usual ones
     */
    public WorkingTime of(String unit, List<Hours> hours) {
        List<CalendarYear> years = Sql.query(
                source,
                "select distinct on (area, year) content from calendar_year where area in (?, coalesce(?, ''))"
                        + " order by area desc, year, version desc",
                Calendars::content,
                CalendarYear.NATIONAL,
                unit);
        return new WorkingTime(years, hours.isEmpty() ? usual() : hours);
    }

    private List<Hours> usual() {
        return Sql.query(
                source,
                "select opens, closes from office_hours where unit_id is null order by opens",
                row -> new Hours(row.getObject(1, LocalTime.class), row.getObject(2, LocalTime.class)));
    }

    /** Inserts a version that the service ships, in the caller's transaction. */
    public void insert(CalendarYear year) {
        insert(year, null, null, null);
    }

    /** Inserts a version, in the caller's transaction. */
    void insert(CalendarYear year, Instant publishedAt, String publishedBy, String reason) {
        Sql.update(
                source,
                "insert into calendar_year (area, year, version, provisional, content, published_at, published_by, reason)"
                        + " values (?,?,?,?,?,?,?,?)",
                year.area(),
                year.year(),
                year.version(),
                year.provisional(),
                EventJson.write(year),
                publishedAt,
                publishedBy,
                reason);
    }

    private static CalendarYear content(ResultSet row) throws SQLException {
        return EventJson.read(EventJson.tree(row.getString(1)), CalendarYear.class);
    }
}
