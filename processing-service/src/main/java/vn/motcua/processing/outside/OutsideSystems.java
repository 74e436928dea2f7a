package vn.motcua.processing.outside;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingProblem;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Which systems outside the suite are known, and whether they get in. Their secrets are kept nowhere here. The broker is asked between two
 * transactions: who changes a system takes its revision first, so that of two operators one is told before anything happens. Of one system
 * everything is done one after the other, in all replicas: what the broker holds last is what is written here last.
 */
@ApplicationScoped
public class OutsideSystems {
    private static final Logger LOG = Logger.getLogger(OutsideSystems.class);

    /** More than one installation ever attaches. */
    private static final int MOST = 200;

    private static final int PAUSE_MILLIS = 100;

    /** The broker answers one change within 30 s or not at all; so long the next one waits, and a little longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    @Inject
    AgroalDataSource source;

    @Inject
    BrokerAccess broker;

    @Inject
    Clock clock;

    /** Of one replica one at a time asks for a system's lock in the database. */
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

    /** What was done alone. */
    private record Done(OutsideSystem system) {}

    /**
     * Makes a system known; it gets in once an operator gave it a secret. Doing it again changes nothing.
     *
     * @param name its topic, which is made already
     * @param unit of the department it works for, or null
     * @param department it works for, or null
     */
    public void attach(String name, Access access, String unit, String department) {
        int fresh = Sql.update(
                source,
                "insert into outside_system (name, access, unit, department, since, revision) values (?,?,?,?,?,1)"
                        + " on conflict do nothing",
                name,
                access.name(),
                unit,
                department,
                now());
        if (fresh > 0) {
            LOG.infof("%s is known as a system outside the suite", name);
        }
    }

    /**
     * Takes away a system's credential and rights and forgets it. Doing it again changes nothing.
     *
     * @throws ProblemException 503 when the broker does not answer; then it is still known
     */
    public void detach(String name) {
        alone(name, () -> {
            OutsideSystem system = find(name);
            if (system != null) {
                broker.take(name);
                Sql.update(source, "delete from outside_system where name = ?", name);
                LOG.infof("%s is no longer let in", name);
            }
            return system;
        });
    }

    /** The systems with this access that are known, by name. */
    public List<String> names(Access access) {
        return Sql.query(
                source,
                "select name from outside_system where access = ? order by name limit ?",
                row -> row.getString(1),
                access.name(),
                MOST);
    }

    List<OutsideSystem> all() {
        return Sql.query(source, "select * from outside_system order by name limit ?", OutsideSystems::read, MOST);
    }

    /** @throws ProblemException 404 */
    OutsideSystem known(String name) {
        OutsideSystem system = find(name);
        if (system == null) {
            throw new ProblemException(ProcessingProblem.OUTSIDE_SYSTEM_NOT_FOUND);
        }
        return system;
    }

    /**
     * Gives a system its secret, the first or a new one: the one before opens no new session.
     *
     * @param by the operator's account
     */
    OutsideSystem secret(String name, String ifMatch, String secret, String by) {
        current(name, ifMatch);
        return alone(name, () -> {
            OutsideSystem system = claimed(name, ifMatch, by);
            broker.give(name, system.access(), secret);
            LOG.infof("%s has a new secret", name);
            return settled(name, system.revision(), now());
        });
    }

    /** Shuts a system out at once: credential and rights are gone until it is given a secret again. */
    OutsideSystem shutOut(String name, String ifMatch, String by) {
        current(name, ifMatch);
        return alone(name, () -> {
            OutsideSystem system = claimed(name, ifMatch, by);
            broker.take(name);
            LOG.infof("%s is shut out", name);
            return settled(name, system.revision(), null);
        });
    }

    /**
     * Waits until nobody else changes this system, and holds no connection meanwhile. The lock is the session's, not a transaction's:
     * nothing remote happens inside one.
     *
     * @throws ProblemException 503 where another change has not ended in time
     */
    private OutsideSystem alone(String name, Supplier<OutsideSystem> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Semaphore turn = turns.computeIfAbsent(name, each -> new Semaphore(1, true));
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(Problems.UNAVAILABLE);
            }
            try {
                return patiently(name, work, end);
            } finally {
                turn.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problems.UNAVAILABLE);
        }
    }

    private OutsideSystem patiently(String name, Supplier<OutsideSystem> work, long end) throws InterruptedException {
        while (true) {
            Done done = ifFree(name, work);
            if (done != null) {
                return done.system();
            }
            if (System.nanoTime() - end > 0) {
                throw new ProblemException(Problems.UNAVAILABLE);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Null where another replica changes this system. */
    private Done ifFree(String name, Supplier<OutsideSystem> work) {
        return Sql.on(source, connection -> {
            if (!locked(connection, "pg_try_advisory_lock", name)) {
                return null;
            }
            try {
                return new Done(work.get());
            } finally {
                locked(connection, "pg_advisory_unlock", name);
            }
        });
    }

    private static boolean locked(Connection connection, String function, String name) throws SQLException {
        return Sql.query(
                        connection,
                        "select " + function + "(hashtextextended(?, 39))",
                        row -> row.getBoolean(1),
                        "outside " + name)
                .get(0);
    }

    /** Who changes what is not there any more is told before they wait. */
    private void current(String name, String ifMatch) {
        Revision.require(ifMatch, known(name).revision(), () -> changed(name));
    }

    private OutsideSystem claimed(String name, String ifMatch, String by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Sql.query(source, "select 1 from outside_system where name = ? for update", row -> row.getInt(1), name);
            current(name, ifMatch);
            Sql.update(
                    source,
                    "update outside_system set revision = revision + 1, secret_by = ? where name = ?",
                    by,
                    name);
            return known(name);
        });
    }

    private OutsideSystem settled(String name, long revision, Instant at) {
        Sql.update(
                source,
                at == null
                        ? "update outside_system set secret_at = null where name = ? and revision = ?"
                        : "update outside_system set secret_at = ? where name = ? and revision = ?",
                at == null ? new Object[] {name, revision} : new Object[] {at, name, revision});
        return known(name);
    }

    private Map<String, Object> changed(String name) {
        Instant at = known(name).secretAt();
        return at == null ? Map.of("name", name) : Map.of("name", name, "secretAt", at.toString());
    }

    private OutsideSystem find(String name) {
        return Sql.query(source, "select * from outside_system where name = ?", OutsideSystems::read, name).stream()
                .findFirst()
                .orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static OutsideSystem read(ResultSet row) throws SQLException {
        OffsetDateTime secret = row.getObject("secret_at", OffsetDateTime.class);
        Access access = Access.valueOf(row.getString("access"));
        String name = row.getString("name");
        return new OutsideSystem(
                name,
                access,
                row.getString("unit"),
                row.getString("department"),
                access == Access.READS ? OutsideSystem.groups(name) : null,
                row.getObject("since", OffsetDateTime.class).toInstant(),
                secret == null ? null : secret.toInstant(),
                row.getLong("revision"));
    }
}
