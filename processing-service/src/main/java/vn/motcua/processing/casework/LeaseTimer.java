package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;
import vn.motcua.processing.casework.CaseJournal.Place;
import vn.motcua.processing.casework.CaseJournal.Telling;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.Dossiers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Gives a case back to the queue when its lease has run out: at that time, or before the next act if that comes first. */
@ApplicationScoped
class LeaseTimer implements TimerTask {
    static final String TASK = "case.lease";

    private static final int ID_LENGTH = 36;

    @Inject
    Cases cases;

    @Inject
    Dossiers dossiers;

    @Inject
    CaseJournal journal;

    @Inject
    Timers timers;

    @Inject
    Clock clock;

    /**
     * Looks at the case again when this lease ends. Each end has a timer of its own: the one of an earlier end may fire at this moment, and
     * then can be neither moved nor relied on.
     */
    void watch(Case one) {
        Instant until = one.lease().until();
        timers.ensure(TASK, one.id() + "@" + until.toEpochMilli(), until);
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        Case one = cases.findById(UUID.fromString(instance.substring(0, ID_LENGTH)), LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (one == null || !one.leaseOver(now) || one.flags().pending()) {
            return;
        }
        Dossier dossier = dossiers.findById(one.dossierId());
        Place before = Place.of(one);
        one.changed();
        release(one, dossier, now);
        journal.done(one, dossier, before, now);
    }

    /** Releases a case whose lease has run out; nothing else. The caller holds the lock and ends the change. */
    void release(Case one, Dossier dossier, Instant now) {
        if (!one.leaseOver(now) || one.flags().pending()) {
            return;
        }
        Facts facts = Facts.leaseIsOver();
        one.move(CaseTable.find(one.state(), one.flags(), Act.RELEASE, Set.of(Actor.CLOCK), facts)
                .to());
        one.letGo();
        Instant at = one.actingInstant(now, dossier);
        journal.tell(one, dossier, Progress.RELEASED, new Telling(Doer.CLOCK, null, at, null, Map.of()));
    }
}
