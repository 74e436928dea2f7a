package vn.motcua.intake.watch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes the round once a minute: looks at the dossiers whose time has come, by the index of that time, and never at the others. One
 * durable timer for all of them; a restart begins anew and comes to what was missed. A dossier that cannot be looked at is set aside for an
 * hour, so that the others are.
 */
@ApplicationScoped
class Watchman implements Round {
    private static final Logger LOG = Logger.getLogger(Watchman.class);
    private static final String TASK = "watch";
    private static final int MOST = 200;
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final long SLICE_NANOS = Duration.ofSeconds(20).toNanos();

    private final WatchTasks tasks;
    private final Watch watch;
    private final Dossiers dossiers;
    private final Clock clock;

    Watchman(WatchTasks tasks, Watch watch, Dossiers dossiers, Clock clock) {
        this.tasks = tasks;
        this.watch = watch;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Duration round() {
        long begin = System.nanoTime();
        int found = MOST;
        while (found == MOST && System.nanoTime() - begin < SLICE_NANOS) {
            found = some(() -> tasks.come(clock.instant(), MOST));
        }
        List<UUID> silent = tasks.silent(MOST);
        if (!silent.isEmpty()) {
            LOG.errorf("%d open dossiers had no time to be looked at, the first is %s", silent.size(), silent.get(0));
            some(() -> silent);
        }
        Instant ended = clock.instant();
        Instant minute = ended.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return found == MOST ? Duration.ZERO : Duration.between(ended, minute);
    }

    /** Looks at some together or, where that fails, at each by itself. */
    private int some(Supplier<List<UUID>> which) {
        List<UUID> ids = new ArrayList<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                ids.addAll(which.get());
                look(ids);
            });
        } catch (RuntimeException together) {
            if (ids.isEmpty()) {
                throw together;
            }
            ids.forEach(this::alone);
        }
        return ids.size();
    }

    private void alone(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> look(List.of(id)));
        } catch (RuntimeException e) {
            // the kind of fault alone: what it says may hold a person's data
            LOG.errorf(
                    "dossier %s could not be looked at: %s at %s",
                    id, e.getClass().getName(), e.getStackTrace()[0]);
            Instant now = clock.instant();
            QuarkusTransaction.requiringNew().run(() -> tasks.setAside(id, now, now.plus(AGAIN)));
        }
    }

    private void look(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        dossiers.getEntityManager().unwrap(Session.class).setJdbcBatchSize(MOST);
        dossiers.lockAll(ids).forEach(watch::look);
        dossiers.flush();
        dossiers.getEntityManager().clear();
    }
}
