package vn.motcua.processing.retention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.retention.RetentionReport.Decision;
import vn.motcua.processing.retention.RetentionReport.Person;
import vn.motcua.processing.retention.RetentionReport.State;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All reports with their items. Nothing is ever taken away; all methods that write join the caller's transaction. */
@ApplicationScoped
class RetentionReports {
    private static final String ADD =
            """
            insert into retention_report (id, unit, state, revision, counted_on, more, made_by, made_by_name, made_by_title, made_at)
            values (?,?,'MADE',1,?,?,?,?,?,?)
            """;
    private static final String LIST_ITEM =
            """
            insert into retention_item (report, position, case_id, code, number, kind, rule_version, since, until, files, bytes, state)
            values (?,?,?,?,?,?,?,?,?,?,?,'LISTED')
            """;
    private static final String DECIDE =
            """
            update retention_report set state = ?, decided_by = ?, decided_by_name = ?, decided_by_title = ?, decided_at = ?, ground = ?,
                revision = revision + 1 where id = ?
            """;
    /** Held to the end: one hand at a time works on a report, and so knows which item was the last. */
    private static final String UNDER_WAY =
            "select id from retention_report where state = 'APPROVED' order by decided_at, id limit 1 for update";

    private static final String NEXT =
            "select * from retention_item where report = ? and state = 'LISTED' order by position limit 1";
    private static final String DONE =
            """
            update retention_report set state = 'DONE', done_at = ?, revision = revision + 1 where id = ? and state = 'APPROVED'
                and not exists (select 1 from retention_item i where i.report = retention_report.id and i.state = 'LISTED')
            """;

    @Inject
    AgroalDataSource source;

    /** Where a page goes on: the key of its last row. */
    record After(Instant madeAt, UUID id) {}

    /** One at a time makes or decides reports of a unit. */
    void lock(String unit) {
        Sql.query(
                source,
                "select pg_advisory_xact_lock(hashtextextended('retention ' || ?, 0))",
                row -> Boolean.TRUE,
                unit);
    }

    void add(RetentionReport report, List<RetentionItem> items) {
        Sql.update(
                source,
                ADD,
                report.id(),
                report.unit(),
                report.countedOn(),
                report.more(),
                report.madeBy().subject(),
                report.madeBy().name(),
                report.madeBy().title(),
                report.madeAt());
        List<Object[]> rows = new ArrayList<>();
        for (RetentionItem item : items) {
            rows.add(new Object[] {
                item.report(),
                item.position(),
                item.caseId(),
                item.code(),
                item.number(),
                item.kind().name(),
                item.ruleVersion(),
                item.since(),
                item.until(),
                item.files(),
                item.bytes()
            });
        }
        Sql.updateAll(source, LIST_ITEM, rows);
    }

    void supersede(UUID id) {
        Sql.update(
                source, "update retention_report set state = 'SUPERSEDED', revision = revision + 1 where id = ?", id);
    }

    void decide(UUID id, State state, Decision decision) {
        Sql.update(
                source,
                DECIDE,
                state.name(),
                decision.by().subject(),
                decision.by().name(),
                decision.by().title(),
                decision.at(),
                decision.ground(),
                id);
    }

    /** Not decided or not done; null where the unit has none. */
    RetentionReport open(String unit) {
        return first("unit = ? and state in ('MADE', 'APPROVED')", unit);
    }

    /** Null where there is none in these units. */
    RetentionReport of(UUID id, Set<String> units) {
        return first("id = ? and unit = any(?)", id, units.toArray(String[]::new));
    }

    RetentionReport of(UUID id) {
        return first("id = ?", id);
    }

    /** One row more than the limit, the newest first. */
    List<RetentionReport> ofUnit(String unit, After after, int limit) {
        List<Object> args = new ArrayList<>(List.of(unit));
        String page = "";
        if (after != null) {
            page = " and (made_at, id) < (?, ?)";
            args.add(after.madeAt());
            args.add(after.id());
        }
        args.add(limit + 1);
        return Sql.query(
                source,
                "select * from retention_report where unit = ?" + page + " order by made_at desc, id desc limit ?",
                RetentionReports::report,
                args.toArray());
    }

    /** The next to be destroyed, its report locked; null where nothing is. */
    RetentionItem next() {
        List<UUID> report = Sql.query(source, UNDER_WAY, row -> row.getObject(1, UUID.class));
        return report.isEmpty()
                ? null
                : Sql.query(source, NEXT, RetentionReports::item, report.get(0)).stream()
                        .findFirst()
                        .orElse(null);
    }

    /** @param because why it stays; null where its files are destroyed */
    void settle(RetentionItem item, KeptBecause because, Instant at) {
        Sql.update(
                source,
                "update retention_item set state = ?, reason = ?, settled_at = ? where report = ? and position = ?",
                (because == null ? RetentionItem.State.DESTROYED : RetentionItem.State.KEPT).name(),
                because == null ? null : because.name(),
                at,
                item.report(),
                item.position());
    }

    /** The report is done where this was its last item. */
    void done(UUID report, Instant at) {
        Sql.update(source, DONE, at, report);
    }

    private RetentionReport first(String where, Object... args) {
        return Sql.query(source, "select * from retention_report where " + where, RetentionReports::report, args)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static RetentionReport report(ResultSet row) throws SQLException {
        Instant decidedAt = at(row, "decided_at");
        return new RetentionReport(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                State.valueOf(row.getString("state")),
                row.getLong("revision"),
                row.getObject("counted_on", LocalDate.class),
                row.getBoolean("more"),
                person(row, "made_by"),
                at(row, "made_at"),
                decidedAt == null ? null : new Decision(person(row, "decided_by"), decidedAt, row.getString("ground")),
                at(row, "done_at"));
    }

    private static RetentionItem item(ResultSet row) throws SQLException {
        return new RetentionItem(
                row.getObject("report", UUID.class),
                row.getInt("position"),
                row.getObject("case_id", UUID.class),
                row.getString("code"),
                row.getString("number"),
                RetentionKind.valueOf(row.getString("kind")),
                row.getInt("rule_version"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getInt("files"),
                row.getLong("bytes"));
    }

    private static Person person(ResultSet row, String column) throws SQLException {
        return new Person(row.getString(column), row.getString(column + "_name"), row.getString(column + "_title"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
