package vn.motcua.notification.mailbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How far mailboxes were read, and which letters were seen; methods join the caller's transaction. */
@ApplicationScoped
class SeenLetters {
    private final AgroalDataSource source;

    @Inject
    SeenLetters(AgroalDataSource source) {
        this.source = source;
    }

    /** The number of the letter that was looked at last; 0 for a mailbox that is new or numbers its letters anew. */
    long last(Mailbox box, long validity) {
        Sql.update(
                source,
                "insert into mailbox (box, unit, uid_validity, last_uid) values (?,?,?,0) on conflict (box) do update set"
                        + " unit = excluded.unit, last_uid = case when mailbox.uid_validity = excluded.uid_validity"
                        + " then mailbox.last_uid else 0 end, begun_uid = null, begun_at = null, begun_times = 0,"
                        + " uid_validity = excluded.uid_validity where mailbox.uid_validity <> excluded.uid_validity"
                        + " or mailbox.unit <> excluded.unit",
                box.key(),
                box.unit(),
                validity);
        return Sql.query(source, "select last_uid from mailbox where box = ?", row -> row.getLong(1), box.key())
                .get(0);
    }

    /** All up to a number were looked at. */
    void looked(Mailbox box, long validity, long uid) {
        Sql.update(
                source,
                "update mailbox set last_uid = greatest(last_uid, ?), begun_uid = null, begun_at = null, begun_times = 0"
                        + " where box = ? and uid_validity = ?",
                uid,
                box.key(),
                validity);
    }

    /**
     * A letter is about to be read.
     *
     * @return how often it was by now without ever having been looked at: more than once where its reader died of it, or the line did
     */
    int begun(Mailbox box, long validity, long uid, Instant at) {
        return Sql.query(
                        source,
                        "update mailbox set begun_at = case when begun_uid = ? then begun_at else ? end,"
                                + " begun_times = case when begun_uid = ? then begun_times + 1 else 1 end, begun_uid = ?"
                                + " where box = ? and uid_validity = ? returning begun_times",
                        row -> row.getInt(1),
                        uid,
                        at,
                        uid,
                        uid,
                        box.key(),
                        validity)
                .get(0);
    }

    /** The letter that is under way waits for no fault of its own. */
    void notBegun(Mailbox box) {
        Sql.update(
                source,
                "update mailbox set begun_uid = null, begun_at = null, begun_times = 0 where box = ?",
                box.key());
    }

    /** @return false where the letter was seen before, under this number or another one */
    boolean first(Mailbox box, long validity, long uid, ReadLetter.Read read, UUID feedback, Instant at) {
        return Sql.update(
                        source,
                        "insert into mail_seen (box, uid_validity, uid, unit, fingerprint, outcome, feedback_id, at)"
                                + " values (?,?,?,?,?,?,?,?) on conflict do nothing",
                        box.key(),
                        validity,
                        uid,
                        box.unit(),
                        read.fingerprint(),
                        read.outcome().name(),
                        feedback,
                        at)
                == 1;
    }

    /** Whether it was seen before; looked at before anything is kept of it. */
    boolean seen(Mailbox box, long validity, long uid, String fingerprint) {
        return !Sql.query(
                        source,
                        "select 1 from mail_seen where (box = ? and uid_validity = ? and uid = ?)"
                                + " or (unit = ? and fingerprint = ?) limit 1",
                        row -> true,
                        box.key(),
                        validity,
                        uid,
                        box.unit(),
                        fingerprint)
                .isEmpty();
    }

    /** How many letters were taken since then. */
    int taken(Mailbox box, Instant since) {
        return Sql.query(
                        source,
                        "select count(*) from mail_seen where box = ? and at > ? and outcome = 'TAKEN'",
                        row -> row.getInt(1),
                        box.key(),
                        since)
                .get(0);
    }

    /** More letters wait than may be taken. @return whether an alarm is due: no more than one in that time */
    boolean full(Mailbox box, Instant at, Duration once) {
        return Sql.update(
                        source,
                        "update mailbox set full_at = ? where box = ? and (full_at is null or full_at <= ?)",
                        at,
                        box.key(),
                        at.minus(once))
                == 1;
    }

    /** The server has answered. @return whether it had not before */
    boolean answered(Mailbox box, Instant at) {
        boolean alarmed = !Sql.query(
                        source,
                        "select 1 from mailbox where box = ? and alarmed_at is not null",
                        row -> true,
                        box.key())
                .isEmpty();
        Sql.update(
                source,
                "update mailbox set read_at = ?, failing_since = null, alarmed_at = null where box = ?",
                at,
                box.key());
        return alarmed;
    }

    /** The server has not. @return whether it has been so for long enough that an alarm is due, once */
    boolean failed(Mailbox box, Instant at, Duration patience) {
        Sql.update(
                source,
                "insert into mailbox (box, unit, uid_validity, last_uid, failing_since) values (?,?,0,0,?) on conflict (box)"
                        + " do update set failing_since = coalesce(mailbox.failing_since, excluded.failing_since)",
                box.key(),
                box.unit(),
                at);
        return Sql.update(
                        source,
                        "update mailbox set alarmed_at = ? where box = ? and alarmed_at is null and failing_since <= ?",
                        at,
                        box.key(),
                        at.minus(patience))
                == 1;
    }

    /** Since when a mailbox has not answered, or the letter that is under way has been; null where neither is so. */
    Instant failingSince(String box) {
        return Sql.query(
                        source,
                        "select least(failing_since, begun_at) from mailbox where box = ? and num_nonnulls(failing_since, begun_at) > 0",
                        row -> row.getTimestamp(1).toInstant(),
                        box)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
