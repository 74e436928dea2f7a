package vn.motcua.intake.redating;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import vn.motcua.intake.act.RedateDossiers;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.deadline.Due;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.dossier.LegalClock;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Works a run off in batches of some hundred dossiers, each in one transaction of its own: what is done stays done across restarts, and
 * no lock is held for long. A firing works for a short slice of time, so that other timers come in between, and sets the timer again; one
 * that finds enough others at the same run ends instead. A batch that fails is gone through one by one.
 */
@ApplicationScoped
class RedateTask implements TimerTask {
    private static final String TASK = "redate";
    private static final int LOOK_AT = 2_000;
    private static final int APPLY_TO = 500;
    private static final long SLICE_NANOS = Duration.ofSeconds(5).toNanos();
    static final int AT_ONCE = 2;
    private static final int ID = 36;
    static final UUID FIRST_ID = new UUID(0, 0);
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;

    private final Redatings redatings;
    private final RedatingRows rows;
    private final RedateDossiers redate;
    private final OneByOne oneByOne;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Timers timers;
    private final Clock clock;

    RedateTask(
            Redatings redatings,
            RedatingRows rows,
            RedateDossiers redate,
            OneByOne oneByOne,
            Dossiers dossiers,
            Catalogue catalogue,
            Timers timers,
            Clock clock) {
        this.redatings = redatings;
        this.rows = rows;
        this.redate = redate;
        this.oneByOne = oneByOne;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.timers = timers;
        this.clock = clock;
    }

    /** A run whose process was killed goes on at once: two that work at it take different rows. */
    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        redatings.atWork().forEach(this::goOn);
    }

    /** Lets the run be applied by as many at once as leave a thread to the other timers: they take different rows. */
    void apply(UUID id) {
        for (int i = 0; i < AT_ONCE; i++) {
            goOn(id);
        }
    }

    /** Lets the run work on by itself; joins the caller's transaction. */
    void goOn(UUID id) {
        timers.schedule(TASK, id + "#" + UUID.randomUUID(), clock.instant());
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        UUID id = UUID.fromString(instance.substring(0, ID));
        if (!redatings.takesPart(id, AT_ONCE)) {
            return; // those who do go on until it is over
        }
        long begin = System.nanoTime();
        Place place = new Place();
        boolean more = true;
        while (more && System.nanoTime() - begin < SLICE_NANOS) {
            more = some(id, place);
        }
        if (more) {
            goOn(id);
        }
    }

    /** How far a slice came in the ids of the rows to apply: what is settled is not passed again for each batch. */
    private static final class Place {
        private UUID after = FIRST_ID;
    }

    private boolean some(UUID id, Place place) {
        Redating run = redatings.find(id).orElseThrow();
        WorkCalendar calendar = catalogue.calendarFor(run.unit());
        boolean works = run.state() == Redating.RunState.LOOKING || run.state() == Redating.RunState.APPLYING;
        if (!works || !calendar.facts().sameDates(run.facts())) {
            return false; // the next check begins another one
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> batch(run, calendar, place));
        } catch (RuntimeException together) {
            boolean went = run.state() == Redating.RunState.LOOKING
                    ? QuarkusTransaction.requiringNew().call(() -> oneByOne.look(id, calendar))
                    : oneByOne.apply(run, calendar);
            if (!went) {
                throw together; // it was no dossier's fault
            }
            return true;
        }
    }

    private boolean batch(Redating run, WorkCalendar calendar, Place place) {
        UUID id = run.id();
        return run.state() == Redating.RunState.LOOKING ? look(id, calendar) : apply(run, calendar, place);
    }

    private boolean look(UUID id, WorkCalendar calendar) {
        Redating run = redatings.lock(id).orElseThrow();
        if (run.state() != Redating.RunState.LOOKING) {
            return true;
        }
        List<Dossier> page = dossiers.running(
                run.unit(),
                run.lookedToDue() == null ? Instant.EPOCH : run.lookedToDue(),
                run.lookedToId() == null ? FIRST_ID : run.lookedToId(),
                LOOK_AT);
        if (page.isEmpty()) {
            looked(run);
            return run.confirmed() > 0 && run.moved() == 0;
        }
        List<RedatingRows.Row> found = new ArrayList<>();
        Instant now = clock.instant();
        page.forEach(dossier -> compare(dossier, calendar, now, found));
        rows.add(id, found);
        int moved = (int) found.stream().filter(RedatingRows.Row::moves).count();
        Dossier last = page.get(page.size() - 1);
        redatings.looked(
                id, page.size(), moved, found.size() - moved, last.clock().due(), last.id());
        dossiers.getEntityManager().clear();
        return true;
    }

    /** Adds a row where another calendar gives another date, moves a promise that is still to come, or gives another certainty. */
    static void compare(Dossier dossier, WorkCalendar calendar, Instant now, List<RedatingRows.Row> found) {
        LegalClock legal = dossier.clock();
        Due due = legal.recomputed(calendar);
        if (due == null) {
            return;
        }
        Instant promised = legal.promised(now, calendar);
        boolean promiseMoves = !Objects.equals(promised, legal.promised());
        if (promiseMoves || !due.due().equals(legal.due()) || due.provisional() != legal.provisional()) {
            found.add(new RedatingRows.Row(
                    dossier.id(),
                    dossier.code(),
                    legal.receivedAt(),
                    legal.due(),
                    due.due(),
                    promiseMoves ? legal.promised() : null,
                    promiseMoves ? promised : null,
                    null,
                    false,
                    false));
        }
    }

    /** Where dates move an officer decides; where they only stop to be provisional there is nothing to decide. */
    private void looked(Redating run) {
        Instant at = clock.instant();
        redatings.lookedThrough(run.id(), at);
        if (run.moved() > 0) {
            redatings.becomes(run.id(), Redating.RunState.READY, null);
        } else if (run.confirmed() > 0) {
            redatings.becomes(run.id(), Redating.RunState.APPLYING, null);
        } else {
            redatings.becomes(run.id(), run.aside() > 0 ? Redating.RunState.DONE : Redating.RunState.NOTHING, at);
            redatings.agree(run.unit(), run.facts(), at);
        }
    }

    private boolean apply(Redating run, WorkCalendar calendar, Place place) {
        List<UUID> next = rows.next(run.id(), place.after, APPLY_TO);
        if (next.isEmpty() && !place.after.equals(FIRST_ID)) {
            place.after = FIRST_ID; // what another one let go, or what came in between
            return true;
        }
        Instant at = clock.instant();
        if (next.isEmpty()) {
            if (!rows.anyLeft(run.id())
                    && redatings.lock(run.id()).orElseThrow().state() == Redating.RunState.APPLYING) {
                redatings.becomes(run.id(), Redating.RunState.DONE, at);
                redatings.agree(run.unit(), run.facts(), at);
            }
            return false;
        }
        place.after = next.get(next.size() - 1);
        Set<UUID> changed = redate.redate(next, calendar, run.askedBy());
        rows.settle(run.id(), next, changed, at);
        redatings.applied(run.id(), changed.size(), next.size() - changed.size());
        return true;
    }
}
