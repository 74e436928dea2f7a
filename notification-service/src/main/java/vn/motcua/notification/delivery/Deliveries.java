package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The deliveries in the database; methods join the caller's transaction, and are one statement each where there is none. */
@ApplicationScoped
class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private static final String COLUMNS =
            "id, message_id, dossier_id, unit, channel, next_ways, state, expires_at, attempts,"
                    + " provider, ref, parts, opened_at, feedback_id";

    /** States that nothing but a late truth changes. */
    static final Set<DeliveryState> SETTLED = EnumSet.of(
            DeliveryState.DELIVERED,
            DeliveryState.FAILED,
            DeliveryState.GIVEN_UP,
            DeliveryState.EXPIRED,
            DeliveryState.SUPPRESSED);

    private static final String OPEN =
            "insert into delivery (id, message_id, dossier_id, feedback_id, unit, channel, next_ways, state, due_at, expires_at,"
                    + " attempts, claims, opened_at) values (?,?,?,?,?,?,?,'WAITING',?,?,0,0,?)"
                    + " on conflict (message_id, channel) do nothing";

    private static final String CLAIM =
            """
            with due as (
                select id from delivery where channel = ? and state = 'WAITING' and due_at <= ? order by due_at limit ?
                for update skip locked),
            taken as (
                update delivery d set due_at = ?, claims = d.claims + 1 from due where d.id = due.id returning d.*)
            select t.id, t.message_id, t.dossier_id, t.unit, t.channel, t.next_ways, t.claims, t.attempts, t.tried_since, t.provider, t.ref,
                (select count(*) from sms_part p where p.delivery_id = t.id)::int,
                t.opened_at, m.effective_at, t.expires_at, m.template, m.language,
                case m.language when 'en' then m.title_en else m.title_vi end,
                case m.language when 'en' then m.body_en else m.body_vi end,
                m.short, m.letter, m.link, coalesce(k.code, k.reference, f.code), m.audience = 'POST', m.contact, t.feedback_id, m.token
            from taken t join message m on m.id = t.message_id left join known_dossier k on k.id = t.dossier_id
                left join feedback f on f.id = t.feedback_id
            order by t.opened_at
            """;

    private static final String BEGIN =
            "update delivery set state = 'SENDING', due_at = ?, provider = ?, ref = ?, parts = ?"
                    + " where id = ? and claims = ? and state in ('WAITING', 'SENDING')";

    private final AgroalDataSource source;
    private final Outside outside;
    private final Clock clock;
    private final ContactSeal seal;

    @Inject
    Deliveries(AgroalDataSource source, Outside outside, Clock clock, ContactSeal seal) {
        this.source = source;
        this.outside = outside;
        this.clock = clock;
        this.seal = seal;
    }

    /**
     * Opens the first way of a chain that is set up and was not taken by this message yet.
     *
     * @return false where none is left
     */
    boolean open(UUID message, Subject of, String unit, List<ChannelKind> chain, Instant expiresAt) {
        Instant now = clock.instant();
        for (int i = 0; i < chain.size(); i++) {
            ChannelKind kind = chain.get(i);
            String next =
                    chain.subList(i + 1, chain.size()).stream().map(Enum::name).collect(Collectors.joining(","));
            Instant due = kind.rings() ? outside.quiet().after(now) : now;
            if (outside.has(kind)
                    && Sql.update(
                                    source,
                                    OPEN,
                                    UUID.randomUUID(),
                                    message,
                                    of.dossier(),
                                    of.feedback(),
                                    unit,
                                    kind.name(),
                                    next,
                                    due,
                                    expiresAt,
                                    now)
                            == 1) {
                return true;
            }
        }
        return false;
    }

    /** Takes what is due on a way for as long as the lease; another process passes it by, and finds it again where this one dies. */
    List<Claimed> claim(ChannelKind way, int limit) {
        Instant now = clock.instant();
        return Sql.query(source, CLAIM, this::claimed, way.name(), now, limit, now.plus(outside.lease()));
    }

    /** @return false where another process has it by now, or something came of it already */
    boolean begin(Claimed claimed, String provider, Integer ref, Integer parts) {
        Instant until = clock.instant().plus(outside.lease());
        return Sql.update(source, BEGIN, until, provider, ref, parts, claimed.id(), claimed.claim()) == 1;
    }

    /**
     * Waits again without having left.
     *
     * @param attempts 1 for a try that counts in the waits, 0 where none was made
     * @param vainSince since when the way was tried in vain; null where it is not its fault
     */
    void postpone(Claimed claimed, Instant due, int attempts, Instant vainSince, String reason) {
        Sql.update(
                source,
                "update delivery set due_at = ?, attempts = attempts + ?, tried_since = coalesce(tried_since, ?), reason = ?"
                        + " where id = ? and claims = ? and state = 'WAITING'",
                due,
                attempts,
                vainSince,
                reason,
                claimed.id(),
                claimed.claim());
    }

    /** The delivery, locked, where it still waits and nobody claimed it since. */
    Optional<Delivery> lockedWaiting(Claimed claimed) {
        return Sql.query(
                        source,
                        "select " + COLUMNS
                                + " from delivery where id = ? and claims = ? and state = 'WAITING' for update",
                        Deliveries::read,
                        claimed.id(),
                        claimed.claim())
                .stream()
                .findFirst();
    }

    /** By whom it was begun last. */
    String provider(UUID id) {
        return Sql.query(source, "select provider from delivery where id = ?", row -> row.getString(1), id)
                .get(0);
    }

    /** The delivery, locked until the end of the transaction. */
    Delivery locked(UUID id) {
        return Sql.query(source, "select " + COLUMNS + " from delivery where id = ? for update", Deliveries::read, id)
                .get(0);
    }

    /** Hand-overs whose lease or window has passed, locked; others that somebody works on are passed by. */
    List<Delivery> overdue(int limit) {
        return Sql.query(
                source,
                "select " + COLUMNS
                        + " from delivery where state in ('SENDING', 'UNKNOWN') and due_at <= ? order by due_at"
                        + " limit ? for update skip locked",
                Deliveries::read,
                clock.instant(),
                limit);
    }

    /**
     * The one delivery that a provider's receipt can mean; empty where there is none, or more than one was in doubt since then. References come again,
     * so that one that was given up counts only as long as it was of use; so does one that failed with segments of which nobody knows
     * whether the provider had them.
     */
    Optional<UUID> inDoubt(String provider, int ref, Instant since) {
        List<UUID> found = Sql.query(
                source,
                "select d.id from delivery d where d.provider = ? and d.ref = ?"
                        + " and d.state in ('SENDING', 'UNKNOWN', 'GIVEN_UP', 'FAILED')"
                        + " and (d.state in ('SENDING', 'UNKNOWN') or d.expires_at > ?)"
                        + " and (d.state <> 'FAILED' or d.parts > (select count(*) from sms_part p where p.delivery_id = d.id))"
                        + " limit 2",
                row -> row.getObject(1, UUID.class),
                provider,
                ref,
                since);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /**
     * Moves a locked delivery by the table, and opens the next way where the row says so. Of what is given up while it waits nothing is
     * in doubt: no receipt is looked for by its reference any more.
     *
     * @param due when it is looked at next; null where nothing is waited for
     * @param reason a code; null for none
     * @return the delivery as it stands now, unchanged where the table has no row
     */
    Delivery move(Delivery delivery, Turn turn, Instant due, String reason) {
        Optional<DeliveryTable.Row> found = DeliveryTable.find(delivery.state(), turn);
        if (found.isEmpty()) {
            return delivery;
        }
        DeliveryTable.Row row = found.get();
        Instant now = clock.instant();
        Sql.update(
                source,
                "update delivery set state = ?, due_at = ?, reason = ?, attempts = attempts + ?,"
                        + " tried_since = coalesce(tried_since, ?), ref = case when ? then null else ref end, handed_over_at = coalesce(handed_over_at, ?), settled_at = ? where id = ?",
                row.to().name(),
                due,
                reason,
                turn == Turn.TRY_LATER ? 1 : 0,
                turn == Turn.TRY_LATER ? now : null,
                turn == Turn.PATIENCE_OVER,
                turn == Turn.ACCEPTED ? now : null,
                SETTLED.contains(row.to()) ? now : null,
                delivery.id());
        if (row.then() == DeliveryTable.Then.NEXT_WAY) {
            List<ChannelKind> next = ChannelKind.written(delivery.nextWays());
            open(delivery.messageId(), delivery.of(), delivery.unit(), next, delivery.expiresAt());
        }
        return locked(delivery.id());
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Subject(row.getObject(3, UUID.class), row.getObject(14, UUID.class)),
                row.getString(4),
                ChannelKind.valueOf(row.getString(5)),
                row.getString(6),
                DeliveryState.valueOf(row.getString(7)),
                instant(row, 8),
                row.getInt(9),
                row.getString(10),
                row.getObject(11, Integer.class),
                row.getObject(12, Integer.class),
                instant(row, 13));
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        byte[] token = row.getBytes(27);
        return new Claimed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Subject(row.getObject(3, UUID.class), row.getObject(26, UUID.class)),
                row.getString(4),
                ChannelKind.valueOf(row.getString(5)),
                row.getString(6),
                row.getLong(7),
                row.getInt(8),
                instant(row, 9),
                row.getString(10),
                row.getObject(11, Integer.class),
                row.getInt(12),
                instant(row, 13),
                instant(row, 14),
                instant(row, 15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                said(row.getString(20), token),
                said(row.getString(21), token),
                row.getString(22),
                row.getString(23),
                row.getBoolean(24),
                row.getString(25));
    }

    /** The text with its token; without where it is gone or cannot be opened, so that its link leads to the door. */
    private String said(String text, byte[] token) {
        if (text == null || !text.contains(Parcel.TOKEN)) {
            return text;
        }
        String plain = "";
        try {
            plain = token == null ? "" : seal.open(token);
        } catch (IllegalStateException otherKey) {
            LOG.warn("the token of a message cannot be opened: its link leads to the door");
        }
        return text.replace(Parcel.TOKEN, plain);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
