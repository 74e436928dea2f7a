package vn.motcua.intake.redating;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The dossiers of a run with the date they have and the one they get. */
@ApplicationScoped
class RedatingRows {
    private final AgroalDataSource source;

    RedatingRows(AgroalDataSource source) {
        this.source = source;
    }

    /**
     * @param dueTo the same as {@code dueFrom} where the date only stops to be provisional
     * @param promisedFrom what was promised with an apology, where that moves too; with {@code promisedTo}, else null
     * @param settledAt when the run came to it, null before
     * @param leftOut whether it had ended or was paused by then
     * @param aside whether its date could not be computed, so that both are the same, or not be moved
     */
    record Row(
            UUID dossierId,
            String code,
            Instant receivedAt,
            Instant dueFrom,
            Instant dueTo,
            Instant promisedFrom,
            Instant promisedTo,
            Instant settledAt,
            boolean leftOut,
            boolean aside) {
        boolean moves() {
            return !dueFrom.equals(dueTo) || promisedTo != null;
        }
    }

    void add(UUID redating, List<Row> rows) {
        Sql.updateAll(
                source,
                "insert into redating_row (redating_id, dossier_id, code, received_at, due_from, due_to, promised_from,"
                        + " promised_to, settled_at, left_out, aside) values (?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?) on conflict do nothing",
                rows.stream()
                        .map(r -> new Object[] {
                            redating,
                            r.dossierId,
                            r.code,
                            utc(r.receivedAt),
                            utc(r.dueFrom),
                            utc(r.dueTo),
                            utc(r.promisedFrom),
                            utc(r.promisedTo),
                            utc(r.settledAt),
                            r.aside
                        })
                        .toList());
    }

    /** Those that move or were set aside, most urgent first. */
    List<Row> page(UUID redating, Instant lastDue, UUID lastId, int limit) {
        List<Object> args = new ArrayList<>(List.of(redating));
        String after = "";
        if (lastDue != null) {
            after = " and (due_from, dossier_id) > (?, ?)";
            args.addAll(List.of(lastDue, lastId));
        }
        args.add(limit);
        return Sql.query(
                source,
                "select * from redating_row where redating_id = ? and (due_from <> due_to or promised_to is not null or aside)"
                        + after + " order by due_from, dossier_id limit ?",
                RedatingRows::read,
                args.toArray());
    }

    /** The next ones to be settled after this id, which no other replica is at. */
    List<UUID> next(UUID redating, UUID after, int limit) {
        return Sql.query(
                source,
                "select dossier_id from redating_row where redating_id = ? and settled_at is null and dossier_id > ?"
                        + " order by dossier_id limit ? for update skip locked",
                row -> row.getObject(1, UUID.class),
                redating,
                after,
                limit);
    }

    /** Those still to be settled, whoever is at them. */
    List<UUID> left(UUID redating, int limit) {
        return Sql.query(
                source,
                "select dossier_id from redating_row where redating_id = ? and settled_at is null order by dossier_id limit ?",
                row -> row.getObject(1, UUID.class),
                redating,
                limit);
    }

    /** Under its row lock; false where it is settled. */
    boolean take(UUID redating, UUID dossier) {
        return !Sql.query(
                        source,
                        "select 1 from redating_row where redating_id = ? and dossier_id = ? and settled_at is null for update",
                        row -> 1,
                        redating,
                        dossier)
                .isEmpty();
    }

    /** A date that could not be moved. @return whether it was still to be settled */
    boolean setAside(UUID redating, UUID dossier, Instant at) {
        return Sql.update(
                        source,
                        "update redating_row set settled_at = ?, aside = true"
                                + " where redating_id = ? and dossier_id = ? and settled_at is null",
                        at,
                        redating,
                        dossier)
                > 0;
    }

    /** What a run set aside. */
    List<UUID> aside(UUID redating, int limit) {
        return Sql.query(
                source,
                "select dossier_id from redating_row where redating_id = ? and aside order by due_from, dossier_id limit ?",
                row -> row.getObject(1, UUID.class),
                redating,
                limit);
    }

    boolean anyLeft(UUID redating) {
        return !Sql.query(
                        source,
                        "select 1 from redating_row where redating_id = ? and settled_at is null limit 1",
                        row -> 1,
                        redating)
                .isEmpty();
    }

    void settle(UUID redating, List<UUID> ids, Set<UUID> changed, Instant at) {
        Sql.update(
                source,
                "update redating_row set settled_at = ?, left_out = not (dossier_id = any(?)) where redating_id = ? and dossier_id = any(?)",
                at,
                changed.toArray(UUID[]::new),
                redating,
                ids.toArray(UUID[]::new));
    }

    private static java.time.OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(java.time.ZoneOffset.UTC);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                Redatings.instant(row, "received_at"),
                Redatings.instant(row, "due_from"),
                Redatings.instant(row, "due_to"),
                Redatings.instant(row, "promised_from"),
                Redatings.instant(row, "promised_to"),
                Redatings.instant(row, "settled_at"),
                row.getBoolean("left_out"),
                row.getBoolean("aside"));
    }
}
