package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.CaseJournal.Place;
import vn.motcua.processing.casework.CaseJournal.Telling;
import vn.motcua.processing.casework.CaseTable.Row;
import vn.motcua.processing.catalogue.Procedures;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.Dossiers;
import vn.motcua.processing.officer.DepartmentOfficers;
import vn.motcua.processing.officer.Officer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Carries out an officer's act on a case: preconditions, the table's row, the fencing number, the effect, the event. */
@ApplicationScoped
class ActOnCase {
    @Inject
    Cases cases;

    @Inject
    Dossiers dossiers;

    @Inject
    Procedures procedures;

    @Inject
    CaseEffects effects;

    @Inject
    CaseJournal journal;

    @Inject
    DepartmentOfficers officers;

    @Inject
    LeaseTimer leases;

    @Inject
    ProcessingConfig config;

    @Inject
    Clock clock;

    /**
     * @param ifMatch the revision the caller has seen
     * @return the case after the act
     * @throws ProblemException with who holds or changed the case where the act loses
     */
    @Transactional
    Examination act(UUID id, CaseAction action, String ifMatch, Officer officer) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problems.PRECONDITION_REQUIRED);
        }
        Examination met = locked(id, officer);
        Case one = met.one();
        long seen = one.revision();
        Place before = Place.of(one);
        if (action.act() != Act.CLAIM) {
            require(ifMatch, seen, one);
        }
        one.changed();
        leases.release(one, met.dossier(), met.now());
        Row row = row(met, action);
        require(ifMatch, seen, one);
        fence(row, action, one);
        perform(met, action, row);
        journal.done(one, met.dossier(), before, met.now());
        return met;
    }

    /** The case as the officer meets it now, its row locked. */
    Examination locked(UUID id, Officer officer) {
        Case one = cases.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Dossier dossier = one == null ? null : dossiers.findById(one.dossierId());
        if (one == null || !Cases.worksOn(officer, one) && !atTheDesk(dossier, officer)) {
            throw new ProblemException(ProcessingProblem.CASE_NOT_FOUND);
        }
        return new Examination(
                one,
                dossier,
                procedures.find(dossier.procedureCode(), dossier.procedureVersion()),
                officer,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Who writes down what the person says works where the dossier was received. */
    private static boolean atTheDesk(Dossier dossier, Officer officer) {
        return officer.has("reception") && officer.units().contains(dossier.receivingUnit());
    }

    /** @throws ProblemException 412 with who changed what since that revision */
    void require(String ifMatch, long seen, Case one) {
        Revision.require(ifMatch, seen, () -> Refusals.newest(cases.newestChange(one.id()), one));
    }

    /** The row by which the officer may do it now. */
    Row row(Examination met, CaseAction action) {
        Case one = met.one();
        UUID named = named(action);
        try {
            return CaseTable.find(
                    one.state(),
                    one.flags(),
                    action.act(),
                    met.parts(),
                    met.facts(named, refuses(action), toUnit(action)));
        } catch (ActRefused refused) {
            throw Refusals.problem(refused, action, met);
        }
    }

    private static UUID named(CaseAction action) {
        if (action instanceof CaseAction.Propose propose) {
            return propose.resultId();
        }
        if (action instanceof CaseAction.OfferDraft offer) {
            return offer.resultId();
        }
        return action instanceof CaseAction.Reissue reissue ? reissue.resultId() : null;
    }

    private static String toUnit(CaseAction action) {
        return action instanceof CaseAction.HandOn hand ? hand.toUnit() : null;
    }

    private static boolean refuses(CaseAction action) {
        return action instanceof CaseAction.Propose propose && propose.decisionKind() == DecisionKind.REFUSED;
    }

    /** Every act of the holder carries the fencing number of their claim. */
    static void fence(Row row, CaseAction action, Case one) {
        if (!row.when().contains(Guard.HOLDS)) {
            return;
        }
        if (action.fence() == null && action.act() == Act.CLAIM) {
            throw new ProblemException(
                            ProcessingProblem.CASE_HELD,
                            Act.CLAIM.name(),
                            one.state().name())
                    .with("state", one.state())
                    .with("held", Refusals.held(one));
        }
        if (action.fence() == null) {
            throw new ProblemException(ProcessingProblem.FENCE_MISSING).violation("/fence", "missing");
        }
        if (Refusals.stale(action, one)) {
            throw new ProblemException(
                            ProcessingProblem.FENCE_STALE,
                            action.act().name(),
                            one.state().name())
                    .with("state", one.state())
                    .with("held", Refusals.held(one));
        }
    }

    private void perform(Examination met, CaseAction action, Row row) {
        Case one = met.one();
        State from = one.state();
        Instant at = one.actingInstant(met.now(), met.dossier());
        Doer by = Doer.of(CaseTable.part(row, met.parts()), met.officer());
        boolean renewal = action.act() == Act.CLAIM && from == State.CLAIMED;
        if (one.beside().handed() != null && (action.act() == Act.CLAIM || action.act() == Act.REASSIGN)) {
            // who takes it up has accepted it
            Map<String, Object> accepted = effects.accept(one, at).payload();
            journal.tell(one, met.dossier(), Progress.ACCEPTED, new Telling(by, null, at, null, accepted));
        }
        CaseEffects.Effect effect = effects.of(met, action, at);
        one.move(row.to());
        if (action.act() == Act.CLAIM) {
            officers.seen(one.unit(), one.department(), met.officer(), met.now());
        }
        if (row.to() == State.CLAIMED && one.lease() != null) {
            leases.watch(one);
        }
        if (renewal || action.act().progress() == null) {
            journal.note(one, renewal ? "RENEWED" : action.act().name(), by, effect.reasonCode(), at);
            return;
        }
        UUID event = journal.tell(
                one,
                met.dossier(),
                action.act().progress(),
                new Telling(by, effect.reasonCode(), at, null, effect.payload()));
        if (action.act().offered()) {
            one.await(event, action.act(), from, at);
        }
    }
}
