package vn.motcua.notification.giveback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.dossier.Actor;
import vn.motcua.notification.giveback.Giveback.HandedOver;
import vn.motcua.notification.giveback.Giveback.Offer;
import vn.motcua.notification.giveback.Giveback.Result;
import vn.motcua.notification.giveback.Giveback.Times;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The returns; methods join the caller's transaction. Whoever changes one holds the lock of its dossier. */
@ApplicationScoped
class Givebacks {
    static final String COLUMNS = "r.id, r.dossier_id, r.holds, r.state, r.unit, r.result_id, r.result_hash,"
            + " r.opened_at, r.announced_at, r.handed_over_at, r.collector, r.how, r.officer_name, r.officer_title,"
            + " r.last_act_at, r.pending, r.state_before, r.refused_reason, r.closed_at, r.revision, r.result_at";

    @Inject
    AgroalDataSource source;

    Optional<Giveback> of(UUID dossier) {
        return Sql.query(
                        source,
                        "select " + COLUMNS + " from dossier_return r where dossier_id = ?",
                        Givebacks::read,
                        dossier)
                .stream()
                .findFirst();
    }

    void add(Giveback g) {
        Sql.update(
                source,
                "insert into dossier_return (state, unit, result_id, result_hash, announced_at, handed_over_at,"
                        + " collector, how, officer_name, officer_title, last_act_at, pending, state_before,"
                        + " refused_reason, closed_at, revision, id, dossier_id, holds, opened_at)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                values(g, g.id(), g.dossierId(), g.holds().name(), g.times().opened()));
    }

    void change(Giveback g) {
        Sql.update(
                source,
                "update dossier_return set state = ?, unit = ?, result_id = ?, result_hash = ?, announced_at = ?,"
                        + " handed_over_at = ?, collector = ?, how = ?, officer_name = ?, officer_title = ?,"
                        + " last_act_at = ?, pending = ?, state_before = ?, refused_reason = ?, closed_at = ?,"
                        + " revision = ? where id = ?",
                values(g, g.id()));
    }

    /** The result was issued anew at this instant: nobody can have taken it before. */
    void renewed(UUID giveback, Instant at) {
        Sql.update(source, "update dossier_return set result_at = ? where id = ?", at, giveback);
    }

    /** Who acted last and when, for the next one who comes too late. */
    void actedBy(UUID giveback, String act, Actor actor, Instant at) {
        Sql.update(
                source,
                "update dossier_return set last_act = ?, last_actor_role = ?, last_actor_name = ?, last_actor_title = ?,"
                        + " last_acted_at = ? where id = ?",
                act,
                actor == null ? null : actor.role(),
                actor == null ? null : actor.name(),
                actor == null ? null : actor.title(),
                at,
                giveback);
    }

    /** What was done last, by whom and when, as {@link #actedBy} kept it; nothing of acts before that was kept. */
    Map<String, Object> lastAct(UUID giveback) {
        return Sql.query(
                        source,
                        "select last_act, last_actor_role, last_actor_name, last_actor_title, last_acted_at from dossier_return"
                                + " where id = ? and last_act is not null",
                        row -> {
                            Map<String, Object> facts = new LinkedHashMap<>();
                            facts.put("action", row.getString(1));
                            facts.put("role", row.getString(2));
                            facts.put("officer", row.getString(3));
                            facts.put("title", row.getString(4));
                            facts.put("at", instant(row, 5));
                            return facts;
                        },
                        giveback)
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    /** How many returns wait to be collected, counted up to 100,000: asked with every scrape. */
    long waiting() {
        return Sql.query(
                        source,
                        "select count(*) from (select from dossier_return where closed_at is null limit 100000) counted",
                        row -> row.getLong(1))
                .get(0);
    }

    private static Object[] values(Giveback g, Object... more) {
        HandedOver h = g.handedOver();
        Object[] first = {
            g.state().name(),
            g.unit(),
            g.result() == null ? null : g.result().id(),
            g.result() == null ? null : g.result().hash(),
            g.times().announced(),
            h == null ? null : h.at(),
            h == null ? null : h.collector().name(),
            h == null ? null : h.how().name(),
            h == null ? null : h.officer(),
            h == null ? null : h.title(),
            g.times().lastAct(),
            g.pending() ? g.offer().event() : null,
            g.pending() ? g.offer().before().name() : null,
            g.refusedReason(),
            g.times().closed(),
            g.revision()
        };
        Object[] all = new Object[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    static Giveback read(ResultSet row) throws SQLException {
        return new Giveback(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Holds.valueOf(row.getString(3)),
                ReturnState.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6) == null ? null : new Result(row.getObject(6, UUID.class), row.getString(7)),
                new Times(instant(row, 8), instant(row, 9), instant(row, 15), instant(row, 19), instant(row, 21)),
                row.getString(11) == null ? null : handedOver(row),
                row.getString(16) == null
                        ? null
                        : new Offer(row.getObject(16, UUID.class), ReturnState.valueOf(row.getString(17))),
                row.getString(18),
                row.getLong(20));
    }

    private static HandedOver handedOver(ResultSet row) throws SQLException {
        return new HandedOver(
                HandOver.Collector.valueOf(row.getString(11)),
                HandOver.How.valueOf(row.getString(12)),
                row.getString(13),
                row.getString(14),
                instant(row, 10));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row, row.findColumn(column));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
