package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.absence.Absence;
import vn.motcua.processing.absence.Absences;
import vn.motcua.processing.absence.HeldCases;
import vn.motcua.processing.casework.CaseJournal.Place;
import vn.motcua.processing.casework.CaseJournal.Telling;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.Dossiers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands over what an absent officer holds: to the substitute, or back to the queue. Each case tells of it as of any change of holder. */
@ApplicationScoped
class HandOverHeld implements HeldCases {
    private static final String ABSENCE = "ABSENCE";

    @Inject
    Cases cases;

    @Inject
    Dossiers dossiers;

    @Inject
    Absences absences;

    @Inject
    LeaseTimer leases;

    @Inject
    CaseJournal journal;

    @Inject
    ProcessingConfig config;

    @Override
    public Handed handOver(Absence absence, Instant now) {
        boolean substitute =
                absence.substitute() != null && absences.now(absence.unit(), absence.substitute(), now) == null;
        List<Case> held = cases.find(
                        "unit = ?1 and lease.holder = ?2 and (state = ?3 or pending.event is not null) order by id",
                        absence.unit(),
                        absence.subject(),
                        State.CLAIMED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        int on = 0;
        for (Case one : held) {
            Dossier dossier = dossiers.findById(one.dossierId());
            Place before = Place.of(one);
            one.changed();
            if (substitute
                    && one.department().equals(absence.department())
                    && !one.flags().pending()
                    && !one.frozen()
                    && !one.leaseOver(now)) {
                handOn(one, dossier, absence, now);
                on++;
            } else {
                giveBack(one, dossier, now);
            }
            journal.done(one, dossier, before, now);
        }
        return new Handed(on, held.size() - on);
    }

    private void handOn(Case one, Dossier dossier, Absence absence, Instant now) {
        CaseTable.find(one.state(), one.flags(), Act.REASSIGN, Set.of(Actor.CLOCK), Facts.NONE);
        Instant until = now.plus(config.lease());
        one.hold(absence.substitute(), absence.substituteName(), now, until);
        leases.watch(one);
        journal.tell(
                one,
                dossier,
                Progress.CLAIMED,
                new Telling(Doer.CLOCK, ABSENCE, one.actingInstant(now, dossier), null, Map.of()));
    }

    /** The lease ends here. What waits for the dossier's answer is released once that is there. */
    private void giveBack(Case one, Dossier dossier, Instant now) {
        if (!one.leaseOver(now)) {
            one.renew(now);
        }
        if (one.flags().pending()) {
            journal.note(one, "LEASE_ENDED", Doer.CLOCK, ABSENCE, one.actingInstant(now, dossier));
        } else {
            leases.release(one, dossier, now);
        }
    }
}
