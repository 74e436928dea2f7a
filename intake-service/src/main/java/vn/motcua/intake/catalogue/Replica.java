package vn.motcua.intake.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Unprocessable;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.util.Optional;
import java.util.function.Function;

import javax.sql.DataSource;

/** The tables of what the catalogue told: one statement per event, inside the transaction of its inbox. */
@ApplicationScoped
class Replica {
    private static final String PUT_PROCEDURE =
            """
            insert into procedure_version (code, version, effective_from, effective_to, body) values (?, ?, ?, ?, ?::jsonb)
            on conflict (code, version) do update
            set effective_from = excluded.effective_from, effective_to = excluded.effective_to, body = excluded.body
            """;
    private static final String PUT_UNIT =
            """
            insert into unit (id, code, name, valid_from, valid_to, receives, body) values (?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (id) do update set code = excluded.code, name = excluded.name, valid_from = excluded.valid_from,
            valid_to = excluded.valid_to, receives = excluded.receives, body = excluded.body
            """;
    private static final String PUT_CALENDAR =
            """
            insert into calendar_year (area, year, version, provisional, body) values (?, ?, ?, ?, ?::jsonb)
            on conflict (area, year, version) do update set provisional = excluded.provisional, body = excluded.body
            """;

    private final DataSource database;

    Replica(DataSource database) {
        this.database = database;
    }

    void put(Procedure procedure, Event event) {
        required(procedure.code(), "code");
        required(procedure.effectiveFrom(), "effectiveFrom");
        required(procedure.name(), "name");
        Sql.update(
                database,
                PUT_PROCEDURE,
                procedure.code(),
                procedure.version(),
                procedure.effectiveFrom(),
                procedure.effectiveTo(),
                EventJson.write(event.data()));
    }

    void put(Unit unit, Event event) {
        required(unit.id(), "id");
        required(unit.code(), "code");
        required(unit.name(), "name");
        Sql.update(
                database,
                PUT_UNIT,
                unit.id(),
                unit.code(),
                unit.name(),
                unit.validFrom(),
                unit.validTo(),
                unit.receives(),
                EventJson.write(event.data()));
    }

    void put(CalendarYear calendar, Event event) {
        required(calendar.area(), "area");
        Sql.update(
                database,
                PUT_CALENDAR,
                calendar.area(),
                calendar.year(),
                calendar.version(),
                calendar.provisional(),
                EventJson.write(event.data()));
    }

    <T> Optional<T> one(Class<T> type, String sql, Object... args) {
        return Sql.query(database, sql, row -> row.getString(1), args).stream()
                .findFirst()
                .map(read(type));
    }

    <T> java.util.List<T> all(Class<T> type, String sql, Object... args) {
        return Sql.query(database, sql, row -> row.getString(1), args).stream()
                .map(read(type))
                .toList();
    }

    private static <T> Function<String, T> read(Class<T> type) {
        return body -> EventJson.read(EventJson.tree(body), type);
    }

    private static void required(Object value, String field) {
        if (value == null) {
            throw new Unprocessable(field + " is missing");
        }
    }
}
