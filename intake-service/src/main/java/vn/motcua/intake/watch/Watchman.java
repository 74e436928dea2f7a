package vn.motcua.intake.watch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Makes the round once a minute: looks at the dossiers whose time has come, by the index of that time, and never at the others. One
 * durable timer for all of them; a restart begins anew and comes to what was missed.
 */
@ApplicationScoped
class Watchman implements TimerTask {
    private static final Logger LOG = Logger.getLogger(Watchman.class);
    private static final String TASK = "watch";
    private static final int MOST = 200;
    private static final long SLICE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;

    private final WatchTasks tasks;
    private final Watch watch;
    private final Dossiers dossiers;
    private final Timers timers;
    private final Clock clock;
    private final AgroalDataSource source;

    Watchman(WatchTasks tasks, Watch watch, Dossiers dossiers, Timers timers, Clock clock, AgroalDataSource source) {
        this.tasks = tasks;
        this.watch = watch;
        this.dossiers = dossiers;
        this.timers = timers;
        this.clock = clock;
        this.source = source;
    }

    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        begin();
    }

    /** The first round is now, whatever clock the rounds before had. */
    void begin() {
        next(clock.instant());
    }

    /** One round waits at any time. */
    private void next(Instant at) {
        Sql.update(source, "delete from scheduled_tasks where task_name = ? and not picked", TASK);
        timers.schedule(TASK, at + "#" + UUID.randomUUID(), at);
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        Instant now = clock.instant();
        long begin = System.nanoTime();
        int found = MOST;
        while (found == MOST && System.nanoTime() - begin < SLICE_NANOS) {
            found = QuarkusTransaction.requiringNew().call(this::round);
        }
        List<UUID> silent = tasks.silent(MOST);
        if (!silent.isEmpty()) {
            LOG.errorf("%d open dossiers had no time to be looked at, the first is %s", silent.size(), silent.get(0));
            QuarkusTransaction.requiringNew().run(() -> look(silent));
        }
        next(found == MOST ? now : now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
    }

    private int round() {
        List<UUID> come = tasks.come(clock.instant(), MOST);
        look(come);
        return come.size();
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
