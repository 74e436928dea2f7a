package vn.motcua.intake.redating;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.WorkingTimeChanged;
import vn.motcua.intake.deadline.CalendarFacts;
import vn.motcua.platform.replica.Replicas;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares what each unit's calendar says with what it said when its dates were last right, and begins a run where that differs: soon
 * after calendars or units came in, once no replica computes with the old ones any more, and every hour besides.
 */
@ApplicationScoped
class CalendarCheck implements TimerTask {
    private static final String TASK = "calendar-check";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration SETTLED = Catalogue.LIFE.plusSeconds(5);
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;

    private final Redatings redatings;
    private final RedateTask runs;
    private final Catalogue catalogue;
    private final Replicas replicas;
    private final Timers timers;
    private final Clock clock;
    private final AgroalDataSource source;

    CalendarCheck(
            Redatings redatings,
            RedateTask runs,
            Catalogue catalogue,
            Replicas replicas,
            Timers timers,
            Clock clock,
            AgroalDataSource source) {
        this.redatings = redatings;
        this.runs = runs;
        this.catalogue = catalogue;
        this.replicas = replicas;
        this.timers = timers;
        this.clock = clock;
        this.source = source;
    }

    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        next(SETTLED);
    }

    void changed(@Observes WorkingTimeChanged event) {
        next(SETTLED);
    }

    /** One check waits at any time. */
    private void next(Duration in) {
        Sql.update(source, "delete from scheduled_tasks where task_name = ? and not picked", TASK);
        Instant at = clock.instant().plus(in);
        timers.schedule(TASK, at.toString(), at);
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        if (replicas.allLoaded()) {
            redatings.units().forEach(this::check);
        }
        next(replicas.allLoaded() ? EVERY : SETTLED);
    }

    private void check(String unit) {
        CalendarFacts now = catalogue.calendarFor(unit).facts();
        Optional<Redating> open = redatings.lockOpen(unit);
        Optional<CalendarFacts> agreed = redatings.agreed(unit);
        Optional<CalendarFacts> known = open.map(Redating::facts).or(() -> agreed);
        if (known.isPresent() && known.get().sameDates(now)) {
            return;
        }
        Instant at = clock.instant();
        if (open.isEmpty() && runs.nothingRuns(unit)) {
            redatings.agree(unit, now, at);
            return;
        }
        open.ifPresent(run -> redatings.becomes(run.id(), Redating.RunState.OVERTAKEN, at));
        UUID id = UUID.randomUUID();
        redatings.begin(id, unit, now, agreed.map(now::since).orElse(List.of()), at);
        runs.goOn(id);
    }
}
