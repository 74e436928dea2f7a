package vn.motcua.catalog.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.imports.ImportRun.Phase;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The imports, kept for every replica to tell of. The last ones are kept with their reports, older ones forgotten. */
@ApplicationScoped
class ImportRuns {
    private static final int KEPT = 100;
    private static final Duration ALIVE = Duration.ofMinutes(1);
    private static final String COLUMNS =
            "select id, dry_run, effective_from, asked_by, officer, title, asked_at, phase,"
                    + " done, total, seen_at, finished_at, counts, lists is not null or state = 'RELEASING', state, revision,"
                    + " standing, ";
    /** An import that keeps ending its process is not begun for ever. */
    private static final int ATTEMPTS = 3;

    /** Nobody waits for it, and it is to be done. */
    private static final String LEFT =
            "(lists is not null or state = 'RELEASING') and finished_at is null and seen_at < ? and attempts";

    private static final String TAKE_OVER =
            """
            update import_run set seen_at = ?, phase = 'WAITING', done = 0, total = null, attempts = attempts + 1
            where id = (select id from import_run where %s < ? order by asked_at limit 1 for update skip locked)
            returning id, lists, effective_from, dry_run, language
            """
                    .formatted(LEFT);

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /** Notes in the caller's transaction that an import was asked for. */
    UUID begin(LocalDate effectiveFrom, boolean dryRun, Officer by) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Sql.update(
                source,
                "insert into import_run (id, dry_run, effective_from, asked_by, officer, title, asked_at, phase, done,"
                        + " seen_at) values (?,?,?,?,?,?,?,?,0,?)",
                id,
                dryRun,
                effectiveFrom,
                by.subject(),
                by.name(),
                by.title(),
                now,
                Phase.WAITING.name(),
                now);
        Sql.update(
                source,
                "delete from import_run where (asked_at, id) < (select asked_at, id from import_run"
                        + " order by asked_at desc, id desc offset ? limit 1) and finished_at is not null"
                        + " and (state is null or state not in ('SUBMITTED', 'RELEASING'))",
                KEPT);
        return id;
    }

    /** Keeps the lists of an import that nobody waits for, in the caller's transaction, until it has ended. */
    void keep(UUID id, byte[] lists, Locale language) {
        Sql.update(
                source,
                "update import_run set lists = ?, language = ? where id = ?",
                lists,
                language.toLanguageTag(),
                id);
    }

    /**
     * An import, or its release, that was answered for and whose process is gone.
     *
     * @param lists null: it is to be released
     */
    record Kept(UUID id, byte[] lists, LocalDate effectiveFrom, boolean dryRun, Locale language) {}

    /** The oldest of those, which is the caller's from now on; what has ended its process too often is not tried again. */
    Optional<Kept> takeOver() {
        Instant now = clock.instant();
        fail(LEFT + " >= ?", now.minus(ALIVE), ATTEMPTS);
        return QuarkusTransaction.requiringNew()
                .call(() -> Sql.query(source, TAKE_OVER, ImportRuns::kept, now, now.minus(ALIVE), ATTEMPTS))
                .stream()
                .findFirst();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject(1, UUID.class),
                row.getBytes(2),
                row.getObject(3, LocalDate.class),
                row.getBoolean(4),
                row.getString(5) == null ? null : Locale.forLanguageTag(row.getString(5)));
    }

    /** How far it is; at once, whatever becomes of the caller's transaction. */
    void at(UUID id, Phase phase, int done, Integer total) {
        QuarkusTransaction.requiringNew()
                .run(() -> Sql.update(
                        source,
                        "update import_run set phase = ?, done = ?, total = ?::integer, seen_at = ? where id = ?",
                        phase.name(),
                        done,
                        total,
                        clock.instant(),
                        id));
    }

    /**
     * Its end, in the caller's transaction: what it would publish and the report of it are kept together or not at all. The first end
     * stands; whoever went on with it meanwhile keeps nothing beside it.
     */
    void done(UUID id, ImportReport report) {
        int procedures = report.procedures().size();
        Sql.update(
                source,
                "update import_run set phase = ?, done = ?, total = ?, seen_at = ?, finished_at = ?, counts = ?,"
                        + " report = ?, lists = null, state = ? where id = ? and finished_at is null",
                Phase.DONE.name(),
                procedures,
                procedures,
                clock.instant(),
                clock.instant(),
                EventJson.write(report.counts()),
                EventJson.write(report),
                report.proposal() == null ? null : ImportState.DRAFT.name(),
                id);
    }

    /** Its release begins in the background, in the caller's transaction. */
    void again(UUID id) {
        Sql.update(
                source,
                "update import_run set phase = ?, done = 0, total = null, seen_at = ?, finished_at = null, attempts = 0 where id = ?",
                Phase.WAITING.name(),
                clock.instant(),
                id);
    }

    /** The end of its release, in the caller's transaction. */
    void released(UUID id, int procedures) {
        Sql.update(
                source,
                "update import_run set phase = ?, done = ?, total = ?, seen_at = ?, finished_at = ? where id = ?",
                Phase.DONE.name(),
                procedures,
                procedures,
                clock.instant(),
                clock.instant(),
                id);
    }

    /** Ended by a fault: what was to be released waits for another decision. */
    void failed(UUID id) {
        fail("id = ? and finished_at is null", id);
    }

    private void fail(String which, Object... args) {
        QuarkusTransaction.requiringNew()
                .run(() -> Sql.update(
                        source,
                        "update import_run set phase = 'FAILED', finished_at = ?, lists = null,"
                                + " revision = revision + case when state = 'RELEASING' then 1 else 0 end,"
                                + " state = case when state = 'RELEASING' then 'SUBMITTED' else state end where "
                                + which,
                        Stream.concat(Stream.<Object>of(clock.instant()), Stream.of(args))
                                .toArray()));
    }

    /** Tells that this process lives and will go on with these. */
    void alive(Collection<UUID> ids) {
        QuarkusTransaction.requiringNew()
                .run(() -> Sql.update(
                        source,
                        "update import_run set seen_at = ? where id = any(?)",
                        clock.instant(),
                        ids.toArray(UUID[]::new)));
    }

    Optional<ImportRun> find(UUID id) {
        return Sql.query(source, COLUMNS + "report from import_run where id = ?", this::run, id).stream()
                .findFirst();
    }

    /**
     * The last ones first, without their reports.
     *
     * @param state null: in whatever state
     */
    Page<ImportRun> last(ImportState state, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        StringBuilder sql = new StringBuilder(COLUMNS).append("null from import_run where true");
        List<Object> args = new ArrayList<>();
        if (state != null) {
            sql.append(" and state = ?");
            args.add(state.name());
        }
        if (key != null) {
            sql.append(" and (asked_at, id::text) < (?, ?)");
            args.add(Cursor.instant(key[0]));
            args.add(key[1]);
        }
        args.add(limit + 1);
        List<ImportRun> rows = Sql.query(
                source, sql.append(" order by asked_at desc, id desc limit ?").toString(), this::run, args.toArray());
        return Page.of(
                rows,
                limit,
                row -> Cursor.encode(row.askedAt().toString(), row.id().toString()));
    }

    private ImportRun run(ResultSet row) throws SQLException {
        Phase phase = Phase.valueOf(row.getString(8));
        boolean silent = instant(row, 11).plus(ALIVE).isBefore(clock.instant());
        return new ImportRun(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getObject(3, LocalDate.class),
                new Officer(row.getString(4), row.getString(5), row.getString(6)),
                instant(row, 7),
                phase.ended() || !silent ? phase : row.getBoolean(14) ? Phase.WAITING : Phase.INTERRUPTED,
                row.getInt(9),
                row.getObject(10, Integer.class),
                instant(row, 12),
                read(row.getString(13), ImportReport.Counts.class),
                read(row.getString(18), ImportReport.class),
                row.getString(15) == null
                        ? null
                        : ImportProposal.of(
                                ImportState.valueOf(row.getString(15)),
                                row.getLong(16),
                                ImportProposals.standing(row.getString(17))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static <T> T read(String json, Class<T> type) {
        return json == null ? null : EventJson.read(EventJson.tree(json), type);
    }
}
