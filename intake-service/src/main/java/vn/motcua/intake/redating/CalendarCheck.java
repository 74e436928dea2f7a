package vn.motcua.intake.redating;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.deadline.CalendarChange;
import vn.motcua.intake.deadline.CalendarFacts;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.platform.replica.Replicas;
import vn.motcua.platform.timer.Round;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares what each unit's calendar says with what it said when its dates were last right, and begins a run where that differs: soon
 * after calendars or units came in, once no replica computes with the old ones any more, and every hour besides. A run begins too where
 * dossiers that one set aside can be computed again.
 */
@ApplicationScoped
class CalendarCheck implements Round {
    private static final Logger LOG = Logger.getLogger(CalendarCheck.class);
    private static final String TASK = "calendar-check";
    private static final Duration EVERY = Duration.ofHours(1);
    /** What was read of the old calendars is forgotten: by the calendars joined of it, and by what they were joined of. */
    static final Duration SETTLED = Catalogue.LIFE.multipliedBy(2).plusSeconds(5);

    private final Redatings redatings;
    private final RedateTask runs;
    private final OneByOne oneByOne;
    private final AcknowledgementTask acknowledgements;
    private final Catalogue catalogue;
    private final Replicas replicas;
    private final Timers timers;
    private final Clock clock;

    CalendarCheck(
            Redatings redatings,
            RedateTask runs,
            OneByOne oneByOne,
            AcknowledgementTask acknowledgements,
            Catalogue catalogue,
            Replicas replicas,
            Timers timers,
            Clock clock) {
        this.redatings = redatings;
        this.runs = runs;
        this.oneByOne = oneByOne;
        this.acknowledgements = acknowledgements;
        this.catalogue = catalogue;
        this.replicas = replicas;
        this.timers = timers;
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
        CalendarsChanged.begin(timers, clock.instant());
        return EVERY;
    }

    /**
     * Compares some of the units, in the order of their ids: a round over a whole province lasts longer than its transaction may.
     *
     * @param after the last unit that was compared, null to begin
     * @param most how many at once
     * @return the last one that was compared, null where none is left
     */
    String some(String after, int most) {
        if (!replicas.allLoaded()) {
            return null;
        }
        Map<String, Redating> aside = redatings.withAside();
        List<String> units = redatings.units(after == null ? "" : after, most);
        Map<String, CalendarFacts> resting = redatings.agreedAndAtRest(units);
        units.forEach(unit -> {
            try {
                if (!aside.containsKey(unit) && unchanged(resting.get(unit), unit)) {
                    return; // nearly all of them, nearly always: no transaction for these
                }
                QuarkusTransaction.requiringNew().run(() -> check(unit, aside.get(unit)));
            } catch (RuntimeException e) {
                LOG.errorf(e, "the calendar of %s could not be compared", unit);
            }
        });
        return units.size() < most ? null : units.get(units.size() - 1);
    }

    private boolean unchanged(CalendarFacts agreed, String unit) {
        return agreed != null && agreed.sameDates(catalogue.calendarFor(unit).facts());
    }

    private void check(String unit, Redating aside) {
        WorkCalendar calendar = catalogue.calendarFor(unit);
        CalendarFacts now = calendar.facts();
        Optional<Redating> open = redatings.lockOpen(unit);
        Optional<CalendarFacts> agreed = redatings.agreed(unit);
        Optional<CalendarFacts> known = open.map(Redating::facts).or(() -> agreed);
        if (known.isPresent() && known.get().sameDates(now)) {
            open.filter(run -> run.state() != Redating.RunState.READY).ifPresent(run -> runs.goOn(run.id()));
            if (open.isEmpty() && aside != null && oneByOne.heals(aside, calendar)) {
                begin(unit, now, aside.changes());
            }
            return;
        }
        known.ifPresent(before -> acknowledgements.begin(unit));
        if (open.isEmpty() && !redatings.anyRuns(unit)) {
            redatings.agree(unit, now, clock.instant());
            return;
        }
        open.ifPresent(run -> redatings.becomes(run.id(), Redating.RunState.OVERTAKEN, clock.instant()));
        begin(unit, now, agreed.map(now::since).orElse(List.of()));
    }

    private void begin(String unit, CalendarFacts facts, List<CalendarChange> changes) {
        UUID id = UUID.randomUUID();
        redatings.begin(id, unit, facts, changes, clock.instant());
        runs.goOn(id);
    }
}
