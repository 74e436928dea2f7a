package vn.motcua.intake.redating;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.access.Signature;
import vn.motcua.intake.deadline.CalendarChange;
import vn.motcua.intake.deadline.CalendarFacts;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table of runs and what each unit's calendar said when its dates were last right. */
@ApplicationScoped
class Redatings {
    private static final String ROW = "select * from redating where ";

    private final AgroalDataSource source;

    Redatings(AgroalDataSource source) {
        this.source = source;
    }

    Optional<Redating> find(UUID id) {
        return first(ROW + "id = ?", id);
    }

    /** Under its row lock. */
    Optional<Redating> lock(UUID id) {
        return first(ROW + "id = ? for update", id);
    }

    /** The unit's run that is not over yet, under its row lock. */
    Optional<Redating> lockOpen(String unit) {
        return first(ROW + "unit = ? and state in ('LOOKING', 'READY', 'APPLYING') for update", unit);
    }

    /** Runs that work by themselves, for the start of the service. */
    List<UUID> atWork() {
        return Sql.query(
                source,
                "select id from redating where state in ('LOOKING', 'APPLYING')",
                row -> row.getObject(1, UUID.class));
    }

    /**
     * Newest first, without those that found nothing or were overtaken.
     *
     * @param units whose; null for all
     * @param last key of the last one seen, or null
     */
    List<Redating> page(Set<String> units, Instant lastAt, UUID lastId, int limit) {
        List<Object> args = new ArrayList<>();
        String sql = ROW + "state not in ('NOTHING', 'OVERTAKEN')";
        if (units != null) {
            sql += " and unit in ("
                    + String.join(", ", units.stream().map(u -> "?").toList()) + ")";
            args.addAll(units);
        }
        if (lastAt != null) {
            sql += " and (created_at, id) < (?, ?)";
            args.addAll(List.of(lastAt, lastId));
        }
        args.add(limit);
        return Sql.query(source, sql + " order by created_at desc, id desc limit ?", Redatings::read, args.toArray());
    }

    /** What these units' calendars said when their dates were last right, but for units with a run that is not over yet. */
    Map<String, CalendarFacts> agreedAndAtRest(List<String> units) {
        return Sql.query(
                        source,
                        "select unit, facts from unit_calendar where unit = any(?) and unit not in"
                                + " (select unit from redating where state in ('LOOKING', 'READY', 'APPLYING'))",
                        row -> Map.entry(row.getString(1), facts(row.getString(2))),
                        (Object) units.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Takes part in working at a run until the transaction ends, or does not where so many do already, in whatever process.
     *
     * @param most how many at once
     */
    boolean takesPart(UUID id, int most) {
        for (int place = 0; place < most; place++) {
            if (Sql.query(
                            source,
                            "select pg_try_advisory_xact_lock(hashtextextended(?, ?))",
                            row -> row.getBoolean(1),
                            "redating " + id,
                            place)
                    .get(0)) {
                return true;
            }
        }
        return false;
    }

    void begin(UUID id, String unit, CalendarFacts facts, List<CalendarChange> changes, Instant at) {
        Sql.update(
                source,
                "insert into redating (id, unit, state, revision, facts, changes, looked, moved, confirmed, applied, left_out, created_at)"
                        + " values (?, ?, 'LOOKING', 0, ?, ?, 0, 0, 0, 0, 0, ?)",
                id,
                unit,
                EventJson.write(facts),
                EventJson.write(changes),
                at);
    }

    void looked(UUID id, int more, int moved, int confirmed, Instant toDue, UUID toId) {
        Sql.update(
                source,
                "update redating set revision = revision + 1, looked = looked + ?, moved = moved + ?, confirmed = confirmed + ?,"
                        + " looked_to_due = ?, looked_to_id = ? where id = ?",
                more,
                moved,
                confirmed,
                toDue,
                toId,
                id);
    }

    /** So many more could not be computed, or not be moved. */
    void setAside(UUID id, int more) {
        Sql.update(source, "update redating set revision = revision + 1, aside = aside + ? where id = ?", more, id);
    }

    /** The last runs of units that set something aside and have none since. */
    Map<String, Redating> withAside() {
        return Sql.query(
                        source,
                        ROW
                                + "aside > 0 and state = 'DONE' and not exists (select from redating n where n.unit = redating.unit"
                                + " and n.created_at > redating.created_at)",
                        Redatings::read)
                .stream()
                .collect(Collectors.toMap(Redating::unit, run -> run, (one, same) -> one));
    }

    void applied(UUID id, int more, int leftOut) {
        Sql.update(
                source,
                "update redating set revision = revision + 1, applied = applied + ?, left_out = left_out + ? where id = ?",
                more,
                leftOut,
                id);
    }

    void asked(UUID id, Signature by, Instant at) {
        Sql.update(
                source,
                "update redating set revision = revision + 1, state = 'APPLYING', asked_by_subject = ?, asked_by_name = ?,"
                        + " asked_by_title = ?, asked_at = ? where id = ?",
                by.subject(),
                by.name(),
                by.title(),
                at,
                id);
    }

    /** The diff is complete. */
    void lookedThrough(UUID id, Instant at) {
        Sql.update(source, "update redating set looked_at = ? where id = ?", at, id);
    }

    void becomes(UUID id, Redating.RunState state, Instant at) {
        Sql.update(
                source,
                "update redating set revision = revision + 1, state = ?, done_at = ? where id = ?",
                state.name(),
                at,
                id);
    }

    /** What the unit's calendar said when its dates were last right; empty for a unit that was never looked at. */
    Optional<CalendarFacts> agreed(String unit) {
        return Sql.query(source, "select facts from unit_calendar where unit = ?", row -> facts(row.getString(1)), unit)
                .stream()
                .findFirst();
    }

    void agree(String unit, CalendarFacts facts, Instant at) {
        Sql.update(
                source,
                "insert into unit_calendar (unit, facts, noted_at) values (?, ?, ?)"
                        + " on conflict (unit) do update set facts = excluded.facts, noted_at = excluded.noted_at",
                unit,
                EventJson.write(facts),
                at);
    }

    /** Whether a dossier of the unit has a date against which its time runs; asked of the row alone, which may be one that cannot be read. */
    boolean anyRuns(String unit) {
        return !Sql.query(
                        source,
                        // the order makes it one step through an index, whatever share of all dossiers the unit has
                        "select 1 from dossier where competent_unit = ? and due is not null and ended_at is null and paused_since is null"
                                + " order by due limit 1",
                        row -> 1,
                        unit)
                .isEmpty();
    }

    /** The next units that take dossiers or have some whose time runs, each found by one step through an index. */
    List<String> units(String after, int most) {
        return Sql.query(
                source,
                """
                with recursive has (unit) as (
                    (select competent_unit from dossier where due is not null and ended_at is null and paused_since is null
                        and competent_unit > ? order by competent_unit limit 1)
                    union all
                    select (select competent_unit from dossier where due is not null and ended_at is null and paused_since is null
                        and competent_unit > has.unit order by competent_unit limit 1)
                    from has where has.unit is not null)
                (select unit from has where unit is not null limit ?)
                union (select id from unit where receives and id > ? order by id limit ?)
                order by 1 limit ?
                """,
                row -> row.getString(1),
                after,
                most,
                after,
                most,
                most);
    }

    private Optional<Redating> first(String sql, Object... args) {
        return Sql.query(source, sql, Redatings::read, args).stream().findFirst();
    }

    private static CalendarFacts facts(String json) {
        return EventJson.read(EventJson.tree(json), CalendarFacts.class);
    }

    private static List<CalendarChange> changes(String json) {
        return Arrays.asList(EventJson.read(EventJson.tree(json), CalendarChange[].class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Redating read(ResultSet row) throws SQLException {
        return new Redating(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                Redating.RunState.valueOf(row.getString("state")),
                row.getLong("revision"),
                facts(row.getString("facts")),
                changes(row.getString("changes")),
                row.getInt("looked"),
                instant(row, "looked_to_due"),
                row.getObject("looked_to_id", UUID.class),
                row.getInt("moved"),
                row.getInt("confirmed"),
                row.getInt("applied"),
                row.getInt("left_out"),
                row.getInt("aside"),
                instant(row, "created_at"),
                new Signature(
                        row.getString("asked_by_subject"),
                        row.getString("asked_by_name"),
                        row.getString("asked_by_title")),
                instant(row, "asked_at"),
                instant(row, "done_at"));
    }
}
