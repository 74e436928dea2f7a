package vn.motcua.catalog.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.util.Optional;

/** Calendars by area, year and version; the highest version of a year counts. */
@ApplicationScoped
public class Calendars {
    @Inject
    AgroalDataSource source;

    /** The newest version of a year. */
    public Optional<CalendarYear> newest(String area, int year) {
        return Sql.query(
                        source,
                        "select content from calendar_year where area = ? and year = ? order by version desc limit 1",
                        row -> EventJson.read(EventJson.tree(row.getString(1)), CalendarYear.class),
                        area,
                        year)
                .stream()
                .findFirst();
    }

    /** Inserts a version, in the caller's transaction. */
    public void insert(CalendarYear year) {
        Sql.update(
                source,
                "insert into calendar_year (area, year, version, provisional, content) values (?,?,?,?,?)",
                year.area(),
                year.year(),
                year.version(),
                year.provisional(),
                EventJson.write(year));
    }
}
