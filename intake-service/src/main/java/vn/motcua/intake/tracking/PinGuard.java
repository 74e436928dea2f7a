package vn.motcua.intake.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Slows and locks guessing of a PIN: wrong tries are counted per dossier in the database, one try at a time, so that neither a restart
 * nor another replica nor many tries at once give more of them.
 */
@ApplicationScoped
public class PinGuard {
    private static final int FREE_TRIES = 3;
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);

    /** Locks the row of the dossier until the transaction ends, whether it was there or not. */
    private static final String TRY =
            """
            insert into tracking_guard as g (dossier_id, failures, next_try) values (?, 0, ?)
            on conflict (dossier_id) do update set failures = g.failures
            returning failures, next_try
            """;

    private record State(int failures, Instant nextTry) {}

    /** What came of a try; retryAfter is null unless it was too early. */
    record Outcome(boolean right, Duration retryAfter) {
        boolean tooEarly() {
            return retryAfter != null;
        }
    }

    private final DataSource database;
    private final Pins pins;
    private final Clock clock;

    PinGuard(DataSource database, Pins pins, Clock clock) {
        this.database = database;
        this.pins = pins;
        this.clock = clock;
    }

    /** One try. It is counted in a transaction of its own, whatever the caller answers. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Outcome tried(UUID dossierId, String pin, String hash) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        State state = Sql.query(
                        database,
                        TRY,
                        row -> new State(row.getInt(1), row.getTimestamp(2).toInstant()),
                        dossierId,
                        Instant.EPOCH)
                .get(0);
        if (state.nextTry().isAfter(now)) {
            return new Outcome(false, Duration.between(now, state.nextTry()));
        }
        if (pins.matches(pin, hash)) {
            forget(dossierId);
            return new Outcome(true, null);
        }
        int failures = state.failures() + 1;
        Sql.update(
                database,
                "update tracking_guard set failures = ?, next_try = ? where dossier_id = ?",
                failures,
                now.plus(waitAfter(failures)),
                dossierId);
        return new Outcome(false, null);
    }

    /** Gives all tries back, as with a new PIN; in the caller's transaction if there is one. */
    @Transactional
    public void forget(UUID dossierId) {
        Sql.update(database, "delete from tracking_guard where dossier_id = ?", dossierId);
    }

    /** Nothing for three wrong tries, 5 s, 30 s, then locked for 15 minutes and twice as long each time, an hour at most. */
    static Duration waitAfter(int failures) {
        if (failures < FREE_TRIES) {
            return Duration.ZERO;
        }
        if (failures < FREE_TRIES + 2) {
            return failures == FREE_TRIES ? SLOW : SLOW.multipliedBy(6);
        }
        Duration lock = LOCK.multipliedBy(1L << Math.min(failures - FREE_TRIES - 2, 10));
        return lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock;
    }
}
