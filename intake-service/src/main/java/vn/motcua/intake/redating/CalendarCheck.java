package vn.motcua.intake.redating;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.deadline.CalendarFacts;
import vn.motcua.platform.replica.Replicas;
import vn.motcua.platform.timer.Round;

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
class CalendarCheck implements Round {
    private static final String TASK = "calendar-check";
    private static final Duration EVERY = Duration.ofHours(1);
    /** What was read of the old calendars is forgotten: by the calendars joined of it, and by what they were joined of. */
    static final Duration SETTLED = Catalogue.LIFE.multipliedBy(2).plusSeconds(5);

    private final Redatings redatings;
    private final RedateTask runs;
    private final Catalogue catalogue;
    private final Replicas replicas;
    private final Clock clock;

    CalendarCheck(Redatings redatings, RedateTask runs, Catalogue catalogue, Replicas replicas, Clock clock) {
        this.redatings = redatings;
        this.runs = runs;
        this.catalogue = catalogue;
        this.replicas = replicas;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Duration first() {
        return SETTLED;
    }

    @Override
    public Duration round() {
        if (!replicas.allLoaded()) {
            return SETTLED;
        }
        redatings.units().forEach(this::check);
        return EVERY;
    }

    private void check(String unit) {
        CalendarFacts now = catalogue.calendarFor(unit).facts();
        Optional<Redating> open = redatings.lockOpen(unit);
        Optional<CalendarFacts> agreed = redatings.agreed(unit);
        Optional<CalendarFacts> known = open.map(Redating::facts).or(() -> agreed);
        if (known.isPresent() && known.get().sameDates(now)) {
            open.filter(run -> run.state() != Redating.RunState.READY).ifPresent(run -> runs.goOn(run.id()));
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
