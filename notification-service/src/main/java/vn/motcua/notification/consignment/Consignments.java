package vn.motcua.notification.consignment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.consignment.Consignment.Contents;
import vn.motcua.notification.consignment.Consignment.Failure;
import vn.motcua.notification.consignment.Consignment.Original;
import vn.motcua.notification.consignment.Consignment.Outcome;
import vn.motcua.notification.consignment.Consignment.Recipient;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The consignments; methods join the caller's transaction. Addresses are sealed on the way in. */
@ApplicationScoped
public class Consignments {
    private static final String COLUMNS =
            "c.id, c.dossier_id, c.unit, c.slip, c.recipient, c.result, c.originals, c.postage_vnd,"
                    + " c.prepared_at, c.officer_name, c.list_id, c.dispatched_at, c.replaced_at, c.delivered_at, c.signed_by, c.failed_at, c.failed_reason";
    private static final String CURRENT = "select " + COLUMNS
            + " from consignment c where c.dossier_id = ? and c.failed_at is null and c.withdrawn_at is null";
    private static final String NEWEST = "select " + COLUMNS
            + " from consignment c where c.dossier_id = ? and c.withdrawn_at is null order by c.prepared_at desc, c.id desc limit 1";
    private static final String WAITING =
            "select " + COLUMNS + " from consignment c where c.unit = ? and c.dispatched_at is null"
                    + " and c.withdrawn_at is null and c.fetched_at is null and c.replaced_at is null order by c.prepared_at, c.id limit ?";
    private static final String PUT =
            """
            insert into consignment (slip, recipient, result, originals, postage_vnd, prepared_at, officer_name, officer_title,
                id, dossier_id, unit) values (?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing
            """;
    private static final String CHANGE =
            """
            update consignment set unit = ?, slip = ?, recipient = ?, result = ?, originals = ?, postage_vnd = ?, prepared_at = ?,
                officer_name = ?, officer_title = ?, replaced_at = null
            where id = ? and not exists (select from consignment o where o.unit = ? and o.slip = ? and o.withdrawn_at is null and o.id <> ?)
            """;

    private static final String LAST_READY =
            """
            select date_trunc('minute', greatest(
                (select max(greatest(opened_at, result_at)) from dossier_return where dossier_id = any(?)),
                (select max(failed_at) from consignment where dossier_id = any(?) and withdrawn_at is null)))
            """;

    /** SQLSTATE of a key that another transaction took meanwhile. */
    private static final String UNIQUE = "23505";

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    private record Originals(List<Original> list) {}

    /** The one that is neither back nor given at the counter, under its lock. */
    public Optional<Consignment> current(UUID dossier) {
        return Sql.query(source, CURRENT + " for update", this::read, dossier).stream()
                .findFirst();
    }

    /** The newest one of a dossier, whatever became of it. */
    public Optional<Consignment> newest(UUID dossier) {
        return Sql.query(source, NEWEST, this::read, dossier).stream().findFirst();
    }

    /** What waits for the postman at a unit, in the order it was made up, under its locks. */
    List<Consignment> taken(String unit, int most) {
        return Sql.query(source, WAITING + " for update", this::read, unit, most);
    }

    /** The same without locks, to be looked at. */
    List<Consignment> waiting(String unit, int most) {
        return Sql.query(source, WAITING, this::read, unit, most);
    }

    /**
     * When the last of these lay ready: before that instant, to the minute, nobody can have taken them all. What came back from an earlier
     * posting lies ready since then, a result that was issued anew since it was.
     */
    Instant lastReady(List<Consignment> consignments) {
        UUID[] dossiers = consignments.stream().map(Consignment::dossierId).toArray(UUID[]::new);
        return Sql.query(
                        source,
                        LAST_READY,
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        dossiers,
                        dossiers)
                .get(0);
    }

    /**
     * Keeps a new one, or what is corrected of one that waits for the postman.
     *
     * @param known null for a new one
     * @throws ProblemException 409 where the slip stands on another consignment of the unit
     */
    public void put(
            Consignment known, UUID dossier, String unit, Contents contents, boolean result, Instant at, By by) {
        byte[] recipient = seal.seal(EventJson.write(contents.recipient()));
        String originals = EventJson.write(contents.originals());
        int put;
        try {
            put = known == null
                    ? Sql.update(
                            source,
                            PUT,
                            contents.slip(),
                            recipient,
                            result,
                            originals,
                            contents.postageVnd(),
                            at,
                            by.name(),
                            by.title(),
                            UUID.randomUUID(),
                            dossier,
                            unit)
                    : Sql.update(
                            source,
                            CHANGE,
                            unit,
                            contents.slip(),
                            recipient,
                            result,
                            originals,
                            contents.postageVnd(),
                            at,
                            by.name(),
                            by.title(),
                            known.id(),
                            unit,
                            contents.slip(),
                            known.id());
        } catch (Sql.Failure e) {
            throw e.getCause() instanceof SQLException failure && UNIQUE.equals(failure.getSQLState())
                    ? slipUsed(contents)
                    : e;
        }
        if (put == 0) {
            throw slipUsed(contents);
        }
    }

    private static ProblemException slipUsed(Contents contents) {
        return new ProblemException(NotificationProblem.SLIP_USED).violation("/consignment/slip", contents.slip());
    }

    /** An officer in official capacity. */
    public record By(String name, String title) {}

    /** Whether the postman has one of the dossier that is not back. */
    public boolean underWay(UUID dossier) {
        return current(dossier).filter(each -> each.dispatchedAt() != null).isPresent();
    }

    /** The returning unit has changed: what waits for the postman waits there, unless its slip is taken there until it is corrected. */
    public void moved(UUID dossier, String unit) {
        Sql.update(
                source,
                "update consignment c set unit = ? where dossier_id = ? and dispatched_at is null and withdrawn_at is null"
                        + " and not exists (select from consignment o where o.unit = ? and o.slip = c.slip"
                        + " and o.withdrawn_at is null and o.id <> c.id)",
                unit,
                dossier,
                unit);
    }

    /** Handed over at the counter, which the dossier has not answered yet: no postman takes it. */
    public void fetched(UUID consignment, Instant at) {
        Sql.update(source, "update consignment set fetched_at = ? where id = ?", at, consignment);
    }

    /** The dossier agreed that it was fetched at the counter. */
    public void withdrawn(UUID dossier, Instant at) {
        Sql.update(
                source,
                "update consignment set withdrawn_at = ?, fetched_at = null where dossier_id = ? and fetched_at is not null",
                at,
                dossier);
    }

    /** Taken out before the postman came, because it is not to go by post any more: its slip is free. */
    public void takenOut(UUID consignment, Instant at) {
        Sql.update(
                source,
                "update consignment set withdrawn_at = ? where id = ? and dispatched_at is null",
                at,
                consignment);
    }

    /** The dossier refused the hand-over at the counter: it waits for the postman again. */
    public void waitsAgain(UUID dossier) {
        Sql.update(source, "update consignment set fetched_at = null where dossier_id = ?", dossier);
    }

    /** The result was issued anew: what holds the old one is neither signed away nor counted as given, and what is lost is no more owed. */
    public void replaced(UUID dossier, Instant at) {
        Sql.update(
                source,
                "update consignment set replaced_at = ? where dossier_id = ? and result and withdrawn_at is null"
                        + " and replaced_at is null and delivered_at is null",
                at,
                dossier);
    }

    public void delivered(UUID consignment, Instant at, String signedBy) {
        Sql.update(
                source,
                "update consignment set delivered_at = ?, signed_by = ? where id = ?",
                at,
                seal.seal(signedBy),
                consignment);
    }

    public void failed(UUID consignment, Instant at, Failure why) {
        Sql.update(
                source,
                "update consignment set failed_at = ?, failed_reason = ? where id = ?",
                at,
                why.name(),
                consignment);
    }

    /** What was reported as failed is on its way again; the reason it was reported with is kept. */
    public void found(Consignment failed, Instant at) {
        Sql.update(
                source,
                "update consignment set found_at = ?, found_after = failed_reason, failed_at = null, failed_reason = null where id = ?",
                at,
                failed.id());
    }

    void dispatched(List<UUID> consignments, UUID list, Instant at) {
        Sql.update(
                source,
                "update consignment set list_id = ?, dispatched_at = ? where id = any(?)",
                list,
                at,
                consignments.toArray(UUID[]::new));
    }

    private Consignment read(ResultSet row) throws SQLException {
        byte[] signedBy = row.getBytes("signed_by");
        String failure = row.getString("failed_reason");
        return new Consignment(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("unit"),
                new Contents(
                        row.getString("slip"),
                        EventJson.read(EventJson.tree(seal.open(row.getBytes("recipient"))), Recipient.class),
                        originals(row.getString("originals")),
                        row.getLong("postage_vnd")),
                row.getBoolean("result"),
                instant(row, "prepared_at"),
                row.getString("officer_name"),
                row.getObject("list_id", UUID.class),
                instant(row, "dispatched_at"),
                instant(row, "replaced_at"),
                new Outcome(
                        instant(row, "delivered_at"),
                        signedBy == null ? null : seal.open(signedBy),
                        instant(row, "failed_at"),
                        failure == null ? null : Failure.valueOf(failure)));
    }

    private static List<Original> originals(String json) {
        return EventJson.read(EventJson.tree("{\"list\":" + json + "}"), Originals.class)
                .list();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
