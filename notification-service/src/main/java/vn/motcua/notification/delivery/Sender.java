package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Background;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is due, each way in a lane of its own. Every replica has one: rows are claimed, so that two never send the same, and what a
 * dead one had is found again. A way that is not set up has a lane too, which gives what waits there to the next; without any there is no
 * thread.
 */
@ApplicationScoped
class Sender {
    private static final long LOOK_EVERY_S = 5;
    /** Ways close what they hold at the usual priority, which is later. */
    private static final int BEFORE_THE_LINES = Interceptor.Priority.APPLICATION;

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Deliveries deliveries;
    private final HandOver handOver;
    private final Overdue overdue;
    private final Outside outside;
    private final AgroalDataSource source;
    private final Clock clock;
    private final MeterRegistry meters;
    private final int threads;
    private final List<Lane> lanes = new ArrayList<>();

    private ScheduledExecutorService looks;

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
    }

    void start(@Observes StartupEvent event) {
        if (!outside.any()) {
            return;
        }
        meters.gauge("motcua.deliveries.oldest.seconds", this, Sender::oldestSeconds);
        for (ChannelKind way : ChannelKind.OUTSIDE) {
            lanes.add(new Lane(way, threads, limit -> deliveries.claim(way, limit), handOver::handOver));
        }
        looks = Background.thread("sender-looks");
        looks.scheduleWithFixedDelay(() -> Lane.quietly(overdue::look), 1, LOOK_EVERY_S, TimeUnit.SECONDS);
    }

    /**
     * What is on the wire may end; what has not begun is found by the next process. Before the lines are closed: a segment whose answer
     * is cut off by the end of its own process would be in doubt for nothing.
     */
    void stop(@Observes @Priority(BEFORE_THE_LINES) ShutdownEvent event) throws InterruptedException {
        if (looks == null) {
            return;
        }
        looks.shutdown();
        lanes.forEach(Lane::close);
        long until = System.nanoTime() + GRACE.toNanos();
        for (Lane lane : lanes) {
            lane.end(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
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
}
