package vn.motcua.intake.watch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Checks.Check;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.WatchKind;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What officers have to attend to, a row each, until it is over. */
@ApplicationScoped
class WatchTasks {
    private static final String ROW =
            "select t.*, d.code, d.reference, d.procedure_code, d.stage from watch_task t join dossier d on d.id = t.dossier_id where ";

    private static final String FOLLOW =
            """
            update watch_task t
            set closed_at = case when n.holds then null else ?::timestamptz end, unit = n.unit, department = n.department, about = n.about,
                raised_at = case when n.moved then ?::timestamptz else t.raised_at end,
                acknowledged_by = case when n.moved then null else t.acknowledged_by end,
                acknowledged_by_name = case when n.moved then null else t.acknowledged_by_name end,
                acknowledged_at = case when n.moved then null else t.acknowledged_at end,
                revision = t.revision + 1
            from (
                select o.id, h.kind is not null holds, coalesce(h.unit, o.unit) unit, coalesce(h.about::timestamptz, o.about) about,
                    case when h.kind is null then o.department else h.department end department,
                    h.kind is not null and (h.unit, h.department) is distinct from (o.unit, o.department) moved
                from watch_task o
                    left join unnest(?::text[], ?::text[], ?::text[], ?::text[]) h(kind, unit, department, about) on h.kind = o.kind
                where o.dossier_id = ? and o.closed_at is null) n
            where t.id = n.id and (not n.holds or n.moved or n.about <> t.about)
            """;

    private static final String SET_ASIDE =
            """
            with aside as (
                update dossier set next_check_at = ?, watch_raised = case
                    when 'NOT_LOOKED_AT' = any(string_to_array(watch_raised, ',')) then watch_raised
                    else concat_ws(',', nullif(watch_raised, ''), 'NOT_LOOKED_AT') end
                where id = ? returning id, competent_unit)
            insert into watch_task (id, dossier_id, kind, unit, revision, about, raised_at)
            select ?, id, 'NOT_LOOKED_AT', competent_unit, 0, ?, ? from aside on conflict do nothing
            """;

    /** Figures count no further. */
    private static final int COUNTED = 10_000;

    private final AgroalDataSource source;

    WatchTasks(AgroalDataSource source) {
        this.source = source;
    }

    /** One, with what is needed of its dossier; nothing about people. */
    record Task(
            UUID id,
            UUID dossierId,
            WatchKind kind,
            String unit,
            String department,
            long revision,
            Instant about,
            Instant raisedAt,
            String acknowledgedByName,
            Instant acknowledgedAt,
            Instant closedAt,
            String code,
            String reference,
            String procedureCode,
            String stage) {}

    void raise(Dossier dossier, Check check, Instant now) {
        Sql.update(
                source,
                "insert into watch_task (id, dossier_id, kind, unit, department, revision, about, raised_at) values (?, ?, ?, ?, ?, 0, ?, ?)"
                        + " on conflict do nothing",
                UUID.randomUUID(),
                dossier.id(),
                check.kind().name(),
                check.kind().unit(dossier.units()),
                department(dossier, check),
                check.about(),
                now);
    }

    /** What of a dossier's tasks still holds, as it now stands. */
    record Following(Dossier dossier, List<Check> holding, Instant now) {}

    /**
     * What no longer holds is over; what holds stays, seen or not, and follows the dossier. In another unit or department it is new:
     * nobody there has seen it.
     */
    void follow(List<Following> all) {
        Sql.updateAll(source, FOLLOW, all.stream().map(WatchTasks::row).toList());
    }

    private static Object[] row(Following one) {
        OffsetDateTime now = one.now.atOffset(ZoneOffset.UTC);
        return new Object[] {
            now,
            now,
            each(one.holding, check -> check.kind().name()),
            each(one.holding, check -> check.kind().unit(one.dossier.units())),
            each(one.holding, check -> department(one.dossier, check)),
            each(one.holding, check -> check.about().toString()),
            one.dossier.id()
        };
    }

    private static String[] each(List<Check> checks, Function<Check, String> what) {
        return checks.stream().map(what).toArray(String[]::new);
    }

    private static String department(Dossier dossier, Check check) {
        return check.kind().ofTheDepartment() ? dossier.reported().department() : null;
    }

    /**
     * A dossier that could not be looked at: said to the leaders of its unit, and tried again later. By plain statements, since it may be
     * the very row that cannot be read.
     */
    void setAside(UUID dossier, Instant now, Instant again) {
        Sql.update(source, SET_ASIDE, again, dossier, UUID.randomUUID(), now, now);
    }

    /** Seen once, and still so: it comes back as new. */
    void remind(UUID dossier, WatchKind kind, Instant now) {
        Sql.update(
                source,
                "update watch_task set raised_at = ?, acknowledged_by = null, acknowledged_by_name = null, acknowledged_at = null,"
                        + " revision = revision + 1 where dossier_id = ? and kind = ? and closed_at is null",
                now,
                dossier,
                kind.name());
    }

    /**
     * Most urgent first: by the instant they are about.
     *
     * @param units whose tasks are seen whole
     * @param departmentUnits of which those of one department are seen
     * @param seen whether those are listed that somebody has seen to already, or those nobody has
     */
    List<Task> page(
            Set<String> units,
            Set<String> departmentUnits,
            String department,
            boolean seen,
            Instant lastAbout,
            UUID lastId,
            int limit) {
        List<Object> args = new ArrayList<>();
        List<String> who = new ArrayList<>();
        if (!units.isEmpty()) {
            who.add("t.unit in (" + holes(units) + ")");
            args.addAll(units);
        }
        if (!departmentUnits.isEmpty()) {
            who.add("t.unit in (" + holes(departmentUnits) + ") and t.department = ?");
            args.addAll(departmentUnits);
            args.add(department);
        }
        String after = "";
        if (lastAbout != null) {
            after = " and (t.about, t.id) > (?, ?)";
            args.addAll(List.of(lastAbout, lastId));
        }
        args.add(limit);
        return Sql.query(
                source,
                ROW + "t.closed_at is null and t.acknowledged_at is " + (seen ? "not null" : "null") + " and ("
                        + String.join(" or ", who) + ")" + after + " order by t.about, t.id limit ?",
                WatchTasks::read,
                args.toArray());
    }

    /** Under its row lock. */
    Optional<Task> lock(UUID id) {
        return Sql.query(source, ROW + "t.id = ? for update of t", WatchTasks::read, id).stream()
                .findFirst();
    }

    void acknowledge(UUID id, String subject, String name, Instant now) {
        Sql.update(
                source,
                "update watch_task set acknowledged_by = ?, acknowledged_by_name = ?, acknowledged_at = ?, revision = revision + 1 where id = ?",
                subject,
                name,
                now,
                id);
    }

    /** How many wait for somebody; 10,000 stands for that many and more. */
    long waiting() {
        return count("closed_at is null and acknowledged_at is null");
    }

    /** How many dossiers could not be looked at; likewise. */
    long aside() {
        return count("closed_at is null and kind = 'NOT_LOOKED_AT'");
    }

    /** Open dossiers that nobody would look at again: none, ever. */
    List<UUID> silent(int limit) {
        return Sql.query(
                source,
                "select id from dossier where next_check_at is null and sequence > 0"
                        + " and stage not in ('RETURNED', 'REFUSED', 'STOPPED', 'ABANDONED') order by id limit ?",
                row -> row.getObject(1, UUID.class),
                limit);
    }

    /** Dossiers whose time has come, longest waiting first, which no other replica is at. */
    List<UUID> come(Instant now, int limit) {
        return Sql.query(
                source,
                "select id from dossier where next_check_at <= ? order by next_check_at limit ? for update skip locked",
                row -> row.getObject(1, UUID.class),
                now,
                limit);
    }

    /** The time of the look that is longest overdue or next, or null. */
    Instant first() {
        return Sql.query(
                        source,
                        "select next_check_at from dossier where next_check_at is not null order by next_check_at limit 1",
                        row -> instant(row, "next_check_at"))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private long count(String which) {
        return Sql.query(
                        source,
                        "select count(*) from (select from watch_task where " + which + " limit ?) counted",
                        row -> row.getLong(1),
                        COUNTED)
                .get(0);
    }

    private static String holes(Collection<?> values) {
        return String.join(", ", values.stream().map(each -> "?").toList());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Task read(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                WatchKind.valueOf(row.getString("kind")),
                row.getString("unit"),
                row.getString("department"),
                row.getLong("revision"),
                instant(row, "about"),
                instant(row, "raised_at"),
                row.getString("acknowledged_by_name"),
                instant(row, "acknowledged_at"),
                instant(row, "closed_at"),
                row.getString("code"),
                row.getString("reference"),
                row.getString("procedure_code"),
                row.getString("stage"));
    }
}
