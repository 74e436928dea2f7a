package vn.motcua.catalog.procedure;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import vn.motcua.catalog.history.Officer;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions of procedures. Rows are inserted once and never edited but for the last day of a version. */
@ApplicationScoped
public class Procedures {
    private static final String READ = "version, effective_from, effective_to, content, fingerprint, published_at,"
            + " decision_number, decision_date, approver_sub, approver_name, approver_title, ended from procedure_version ";
    private static final String COLUMNS = "select " + READ;

    @Inject
    AgroalDataSource source;

    @Inject
    Event<Inserted> inserted;

    @Inject
    Clock clock;

    /** The version in force on a legal day. */
    public Optional<ProcedureVersion> inForce(String code, LocalDate on) {
        return Sql.query(
                        source,
                        COLUMNS
                                + "where code = ? and effective_from <= ? and (effective_to is null or effective_to >= ?)",
                        Procedures::version,
                        code,
                        on,
                        on)
                .stream()
                .findFirst();
    }

    /** Versions of a procedure after a given one, oldest first; empty for an unknown code. */
    public List<ProcedureVersion> versions(String code, int after, int limit) {
        return Sql.query(
                source,
                COLUMNS + "where code = ? and version > ? order by version limit ?",
                Procedures::version,
                code,
                after,
                limit);
    }

    /** One version by its number. */
    public Optional<ProcedureVersion> version(String code, int number) {
        return Sql.query(source, COLUMNS + "where code = ? and version = ?", Procedures::version, code, number).stream()
                .findFirst();
    }

    /** The version with the last days of a procedure, in force or not. */
    public Optional<ProcedureVersion> newest(String code) {
        return Sql.query(source, COLUMNS + "where code = ? order by version desc limit 1", Procedures::version, code)
                .stream()
                .findFirst();
    }

    /**
     * What a person is shown of a code: the version in force, else the first of those to come, else the last that was; empty
     * for an unknown code.
     */
    public Optional<ProcedureVersion> shown(String code, LocalDate today) {
        return Sql.query(
                        source,
                        COLUMNS + "where code = ? order by case when effective_from > ? then 1"
                                + " when effective_to < ? then 2 else 0 end,"
                                + " case when effective_from > ? then version else -version end limit 1",
                        Procedures::version,
                        code,
                        today,
                        today,
                        today)
                .stream()
                .findFirst();
    }

    /** The newest versions of a procedure, newest first. */
    public List<ProcedureVersion> latest(String code, int limit) {
        return Sql.query(
                source, COLUMNS + "where code = ? order by version desc limit ?", Procedures::version, code, limit);
    }

    /** First day of the version that comes after a day; null where none is published. */
    public LocalDate nextAfter(String code, LocalDate day) {
        return Sql.query(
                        source,
                        "select min(effective_from) from procedure_version where code = ? and effective_from > ?",
                        row -> row.getObject(1, LocalDate.class),
                        code,
                        day)
                .get(0);
    }

    /** Names of procedures by code, of the newest version of each; unknown codes are left out. */
    public Map<String, String> names(List<String> codes) {
        return Sql.query(
                        source,
                        "select distinct on (code) code, name from procedure_version"
                                + " where code in (select json_array_elements_text(?::json)) order by code, version desc",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        EventJson.write(codes))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which of some codes are of a procedure, published for whatever day. */
    public Set<String> known(List<String> codes) {
        return Set.copyOf(Sql.query(
                source,
                "select distinct code from procedure_version where code in (select json_array_elements_text(?::json))",
                row -> row.getString(1),
                EventJson.write(codes)));
    }

    /** What is in force on a day, by code, after a given one. */
    public List<ProcedureVersion> inForceAfter(String code, LocalDate on, int limit) {
        return Sql.query(
                source,
                COLUMNS + "where code > ? and effective_from <= ? and (effective_to is null or effective_to >= ?)"
                        + " order by code limit ?",
                Procedures::version,
                code == null ? "" : code,
                on,
                on,
                limit);
    }

    /** The newest version of each of some procedures, by code; unknown codes are left out. */
    public Map<String, ProcedureVersion> newest(Collection<String> codes) {
        return Sql.query(
                        source,
                        "select distinct on (code) " + READ + "where code = any(?) order by code, version desc",
                        Procedures::version,
                        (Object) codes.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(each -> each.content().code(), each -> each));
    }

    /** Versions that are in the table now; told inside the transaction that put them there. */
    public record Inserted(List<ProcedureVersion> versions) {}

    /** Inserts in one batch, in the caller's transaction, and tells who keeps something beside the versions. */
    public void insert(List<ProcedureVersion> versions) {
        Sql.on(source, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into procedure_version (code, version, effective_from, effective_to, name, field, department,"
                            + " content, fingerprint, published_at, decision_number, decision_date, approver_sub,"
                            + " approver_name, approver_title, changed_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
                for (ProcedureVersion each : versions) {
                    bind(insert, each);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        inserted.fire(new Inserted(versions));
    }

    /** Versions that nobody has noted in the search table, at most so many. */
    public List<ProcedureVersion> withoutSearchRow(int limit) {
        return Sql.query(
                source,
                COLUMNS + "v where not exists (select from procedure_search s where s.code = v.code"
                        + " and s.version = v.version) order by code, version limit ?",
                Procedures::version,
                limit);
    }

    private static void bind(PreparedStatement insert, ProcedureVersion each) throws SQLException {
        Procedure says = each.content();
        insert.setString(1, says.code());
        insert.setInt(2, each.version());
        insert.setObject(3, each.effectiveFrom());
        insert.setObject(4, each.effectiveTo());
        insert.setString(5, says.name().vi());
        insert.setString(6, says.field());
        insert.setString(7, says.department());
        insert.setString(8, EventJson.write(says));
        insert.setString(9, each.fingerprint());
        insert.setObject(10, OffsetDateTime.ofInstant(each.publishedAt(), ZoneOffset.UTC));
        Announcement announced = each.announcement() == null ? new Announcement(null, null) : each.announcement();
        Officer approver = each.approver() == null ? new Officer(null, null, null) : each.approver();
        insert.setString(11, announced.number());
        insert.setObject(12, announced.date());
        insert.setString(13, approver.subject());
        insert.setString(14, approver.name());
        insert.setString(15, approver.title());
        insert.setObject(16, OffsetDateTime.ofInstant(each.publishedAt(), ZoneOffset.UTC));
    }

    /** Sets the last days of versions that others follow, or with which their procedures end. */
    public void end(List<ProcedureVersion> some) {
        Instant now = clock.instant();
        Sql.updateAll(
                source,
                "update procedure_version set effective_to = ?, ended = ?, changed_at = ? where code = ? and version = ?",
                some.stream()
                        .map(each -> new Object[] {
                            each.effectiveTo(),
                            each.ending() == null ? null : EventJson.write(each.ending()),
                            now,
                            each.content().code(),
                            each.version()
                        })
                        .toList());
    }

    /**
     * All in force, by field and name in Vietnamese order.
     *
     * @param field null: of every field
     */
    public List<ListedProcedure> listed(String field, LocalDate on) {
        return Sql.query(
                source,
                "select code, version, name, field from procedure_version where effective_from <= ?"
                        + " and (effective_to is null or effective_to >= ?) and field = coalesce(?, field)"
                        + " order by field collate \"vi-x-icu\", name collate \"vi-x-icu\", code",
                row -> new ListedProcedure(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)),
                on,
                on,
                field);
    }

    /** What some listed ones say, in the order of the list. */
    public List<ProcedureVersion> of(List<ListedProcedure> some) {
        Map<String, ProcedureVersion> found = Sql.query(
                        source,
                        COLUMNS
                                + "where (code, version) in (select x->>'code', (x->>'version')::int"
                                + " from json_array_elements(?::json) x)",
                        Procedures::version,
                        EventJson.write(some))
                .stream()
                .collect(Collectors.toMap(ProcedureVersion::key, each -> each));
        return some.stream()
                .map(each -> found.get(each.code() + "@" + each.version()))
                .toList();
    }

    /**
     * The next published versions by code and version, whenever they are in force.
     *
     * @param last the one before; null for the first
     * @param since published, or given its last day, then or later; null: ever
     */
    public List<ProcedureVersion> after(ProcedureVersion last, Instant since, int limit) {
        return Sql.query(
                source,
                COLUMNS + "where (code, version) > (?, ?) and changed_at >= ? order by code, version limit ?",
                Procedures::version,
                last == null ? "" : last.content().code(),
                last == null ? 0 : last.version(),
                since == null ? Instant.EPOCH : since,
                limit);
    }

    /** Changes whenever a version is published or ended of those that changed since then. */
    public String state(Instant since) {
        return Sql.query(
                        source,
                        "select concat_ws(' ', count(*), max(changed_at), count(effective_to), max(effective_to))"
                                + " from procedure_version where changed_at >= ?",
                        row -> row.getString(1),
                        since == null ? Instant.EPOCH : since)
                .get(0);
    }

    private static ProcedureVersion version(ResultSet row) throws SQLException {
        return new ProcedureVersion(
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                EventJson.read(EventJson.tree(row.getString(4)), Procedure.class),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7) == null && row.getObject(8) == null
                        ? null
                        : new Announcement(row.getString(7), row.getObject(8, LocalDate.class)),
                row.getString(9) == null ? null : new Officer(row.getString(9), row.getString(10), row.getString(11)),
                row.getString(12) == null ? null : EventJson.read(EventJson.tree(row.getString(12)), Ending.class));
    }
}
