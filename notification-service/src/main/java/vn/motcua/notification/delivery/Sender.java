package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Background;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is due. Every replica has one: rows are claimed, so that two never send the same, and what a dead one had is found again.
 * Without a way set up it has no thread.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final long PAUSE_MS = 200;
    private static final long LOOK_EVERY_S = 5;

    private final Deliveries deliveries;
    private final HandOver handOver;
    private final Overdue overdue;
    private final Outside outside;
    private final AgroalDataSource source;
    private final Clock clock;
    private final MeterRegistry meters;
    private final int threads;
    private final Semaphore free;

    private ScheduledExecutorService rounds;
    private ScheduledExecutorService looks;
    private ExecutorService workers;

    @Inject
    Sender(
            Deliveries deliveries,
            HandOver handOver,
            Overdue overdue,
            Outside outside,
            NotificationConfig config,
            AgroalDataSource source,
            Clock clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.handOver = handOver;
        this.overdue = overdue;
        this.outside = outside;
        this.source = source;
        this.clock = clock;
        this.meters = meters;
        threads = config.sending().threads();
        free = new Semaphore(threads);
    }

    void start(@Observes StartupEvent event) {
        if (!outside.any()) {
            return;
        }
        meters.gauge("motcua.deliveries.oldest.seconds", this, Sender::oldestSeconds);
        workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "sender");
            thread.setDaemon(true);
            return thread;
        });
        rounds = Background.thread("sender-rounds");
        rounds.scheduleWithFixedDelay(() -> quietly(this::round), PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
        looks = Background.thread("sender-looks");
        looks.scheduleWithFixedDelay(() -> quietly(overdue::look), 1, LOOK_EVERY_S, TimeUnit.SECONDS);
    }

    /** What is on the wire may end; what has not begun is found by the next process. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (workers != null) {
            rounds.shutdown();
            looks.shutdown();
            rounds.awaitTermination(2, TimeUnit.SECONDS);
            workers.shutdown();
            workers.awaitTermination(3, TimeUnit.SECONDS);
        }
    }

    private void round() {
        while (!rounds.isShutdown()) {
            free.acquireUninterruptibly();
            if (rounds.isShutdown()) {
                free.release();
                return;
            }
            int more = free.drainPermits();
            List<Claimed> claimed = claimUpTo(1 + more);
            free.release(1 + more - claimed.size());
            claimed.forEach(each -> workers.execute(() -> work(each)));
            if (claimed.isEmpty()) {
                return;
            }
        }
    }

    private List<Claimed> claimUpTo(int limit) {
        try {
            return deliveries.claim(limit);
        } catch (RuntimeException broken) {
            free.release(limit);
            throw broken;
        }
    }

    private void work(Claimed claimed) {
        try {
            quietly(() -> handOver.handOver(claimed));
        } finally {
            free.release();
        }
    }

    /** How long the oldest delivery has been due, in seconds; 0 where none is. */
    private double oldestSeconds() {
        return Sql.query(
                        source,
                        "select due_at from delivery where state = 'WAITING' and due_at <= ? order by due_at limit 1",
                        row -> row.getTimestamp(1).toInstant(),
                        clock.instant())
                .stream()
                .mapToDouble(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .findFirst()
                .orElse(0);
    }

    /** A failure ends this piece of work, not the thread; the row comes again. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warnf("sending waits: %s", failed.getClass().getName());
        }
    }
}
