package vn.motcua.intake.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Figures of the watch: {@code motcua.watch.waiting} tasks nobody has seen to (10,000 for more), {@code motcua.watch.silent} open
 * dossiers nobody would look at and {@code motcua.watch.aside} those that could not be looked at (0, or something is wrong),
 * {@code motcua.watch.behind.seconds} by how much the oldest look is late.
 */
@ApplicationScoped
class WatchFigures {
    private final WatchTasks tasks;
    private final Clock clock;
    private final MeterRegistry meters;

    WatchFigures(WatchTasks tasks, Clock clock, MeterRegistry meters) {
        this.tasks = tasks;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("motcua.watch.waiting", tasks, WatchTasks::waiting);
        meters.gauge("motcua.watch.silent", tasks, each -> each.silent(1_000).size());
        meters.gauge("motcua.watch.aside", tasks, WatchTasks::aside);
        meters.gauge("motcua.watch.behind.seconds", this, WatchFigures::behind);
    }

    private double behind() {
        Instant first = tasks.first();
        return first == null
                ? 0
                : Math.max(0, Duration.between(first, clock.instant()).toSeconds());
    }
}
