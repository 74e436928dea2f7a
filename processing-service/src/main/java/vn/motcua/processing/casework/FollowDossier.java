package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import vn.motcua.processing.casework.CaseEffects.Effect;
import vn.motcua.processing.casework.CaseJournal.Place;
import vn.motcua.processing.casework.CaseJournal.Telling;
import vn.motcua.processing.checklist.Checklists;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.DossierStageChanged;
import vn.motcua.processing.dossier.DossierStageChanged.Outcome;
import vn.motcua.processing.dossier.Dossiers;
import vn.motcua.processing.dossier.Dossiers.Taken;
import vn.motcua.processing.dossier.Stage;
import vn.motcua.processing.result.Result;
import vn.motcua.processing.result.ResultAnswered;
import vn.motcua.processing.result.Results;
import vn.motcua.processing.routing.Routing;
import vn.motcua.processing.supplement.SupplementReturns;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** What a change of the dossier means for its case: opened, answered, frozen, paused, resumed, closed. */
@ApplicationScoped
class FollowDossier {
    private static final String ASK_WITHDRAWAL = "ASK_WITHDRAWAL";

    @Inject
    Cases cases;

    @Inject
    Dossiers dossiers;

    @Inject
    Results results;

    @Inject
    Routing routing;

    @Inject
    Checklists checklists;

    @Inject
    SupplementReturns returns;

    @Inject
    OpinionsOfCase opinions;

    @Inject
    DraftsOfCase drafts;

    @Inject
    HandOvers handOvers;

    @Inject
    CaseJournal journal;

    @Inject
    LeaseTimer leases;

    @Inject
    Event<ResultAnswered> answered;

    @Inject
    Clock clock;

    void apply(vn.motcua.platform.inbox.Event event) {
        DossierStageChanged told = event.as(DossierStageChanged.class);
        Taken taken = dossiers.take(told);
        Case one = cases.lockedOf(told.dossierId());
        if (one != null) {
            change(one, taken, told, event);
        } else if (taken.newer() && told.stage() == Stage.IN_PROCESS) {
            open(taken.dossier(), event.id());
        }
    }

    private void open(Dossier dossier, UUID cause) {
        Instant now = now();
        Instant at = now.isBefore(dossier.effectiveAt()) ? dossier.effectiveAt() : now;
        int toExamine = checklists.size(dossier.procedureCode(), dossier.procedureVersion());
        Case one = Case.opened(dossier, routing.route(dossier, at), toExamine, at);
        drafts.opened(one, dossier, at);
        one.changed();
        cases.persist(one);
        tell(one, dossier, Progress.OPENED, at, cause, Map.of());
        journal.done(one, dossier, Place.NOWHERE, at);
    }

    private void change(Case one, Taken taken, DossierStageChanged told, vn.motcua.platform.inbox.Event event) {
        Dossier dossier = taken.dossier();
        boolean answered = told.causedBy() != null && one.awaits(told.causedBy());
        boolean refused = told.outcome() == Outcome.REFUSED;
        boolean asked =
                taken.newer() && ASK_WITHDRAWAL.equals(told.action()) && !refused && one.state() != State.CLOSED;
        boolean over = taken.newer() && one.withdrawalEvent() != null && told.stage() != Stage.WITHDRAWAL_REQUESTED;
        if (!answered && !asked && !over && !moves(one, taken)) {
            return;
        }
        Place before = Place.of(one);
        Instant at = one.actingInstant(now(), dossier);
        one.changed();
        if (answered) {
            answer(one, dossier, new Answer(told, event.time()), at);
        }
        if (asked) {
            one.withdrawalAsked(event.id());
            freezeOrTell(one, dossier, at);
        }
        follow(one, dossier, at);
        if (over && one.withdrawalOver()) {
            tell(one, dossier, Progress.THAWED, at, event.id(), Map.of());
            drafts.thawed(one, dossier, at);
        }
        journal.done(one, dossier, before, at);
    }

    private static boolean moves(Case one, Taken taken) {
        return taken.newer() && (to(one, taken.dossier().stage()) != one.state() || !one.ordered(taken.dossier()));
    }

    /** While an act awaits its answer only the end of the dossier moves the case. */
    private static State to(Case one, Stage stage) {
        State to = CaseTable.follow(stage, one.state());
        return one.flags().pending() && to != State.CLOSED ? one.state() : to;
    }

    /** @param written when the dossier's owner wrote it: an act keeps its own instant, however late it was taken */
    private record Answer(DossierStageChanged told, Instant written) {
        Instant at() {
            return written.isAfter(told.effectiveAt()) ? written : told.effectiveAt();
        }
    }

    private void answer(Case one, Dossier dossier, Answer answer, Instant at) {
        DossierStageChanged told = answer.told();
        Act offered = one.pending().act();
        if (offered == Act.ASK_SUPPLEMENT) {
            if (told.outcome() == Outcome.REFUSED) {
                returns.refused(one.id());
            } else {
                returns.told(one.id(), answer.at());
            }
        }
        if (told.outcome() == Outcome.REFUSED) {
            Result result = one.result() == null ? null : results.findById(one.result());
            Act act = one.takeBack(told.reasonCode(), at, result == null ? null : result.replaces());
            if (act == Act.DECIDE || act == Act.REISSUE) {
                unsigned(one, result);
                answered.fire(new ResultAnswered(result.id(), told.reasonCode(), at));
            }
            journal.note(one, "REFUSED_" + act, Doer.DOSSIER, told.reasonCode(), at);
            leases.release(one, dossier, now());
            if (one.withdrawalEvent() != null && !one.frozen()) {
                freezeOrTell(one, dossier, at);
            }
            return;
        }
        Act act = one.settle();
        if (act == Act.DECIDE) {
            opinions.over(one, dossier, at);
        }
        if (act == Act.DECIDE || act == Act.REISSUE) {
            results.findById(one.result()).issued(at);
            answered.fire(new ResultAnswered(one.result(), null, at));
        }
        journal.note(one, "APPLIED_" + act, Doer.DOSSIER, null, at);
        leases.release(one, dossier, now()); // it may have run out while the answer was awaited
    }

    /** A signed file that was refused is void: what is proposed is again the file it was made from. */
    private static void unsigned(Case one, Result signed) {
        if (signed.madeFrom() != null) {
            one.attach(signed.madeFrom());
        }
    }

    /** Answers an asked withdrawal at once: either nobody goes on with the case, or there is a decision already. */
    private void freezeOrTell(Case one, Dossier dossier, Instant at) {
        UUID request = one.withdrawalEvent();
        if (one.state() == State.DECIDED) {
            Map<String, Object> decision = Map.of("decisionKind", one.proposal().kind(), "resultId", one.result());
            tell(one, dossier, Progress.DECISION_EXISTS, at, request, decision);
        } else {
            drafts.frozen(one, at);
            one.freeze();
            tell(one, dossier, Progress.FROZEN, at, request, Map.of());
        }
    }

    private void follow(Case one, Dossier dossier, Instant at) {
        State to = to(one, dossier.stage());
        if (to == State.CLOSED && one.flags().pending() && one.result() != null) {
            // the end of the dossier overtook the answer, which nobody waits for any more
            answered.fire(new ResultAnswered(one.result(), dossier.stage().name(), at));
        }
        boolean moved = to != one.state();
        boolean ends = to == State.CLOSED || to == State.DECIDED;
        Effect home = ends && one.elsewhere() ? handOvers.over(one, at) : null;
        one.follow(to, dossier);
        if (moved && to == State.CLOSED) {
            opinions.over(one, dossier, at);
            drafts.over(one);
        }
        if (home != null) {
            journal.tell(
                    one,
                    dossier,
                    Progress.RECALLED,
                    new Telling(Doer.DOSSIER, home.reasonCode(), at, null, home.payload()));
        }
        if (moved) {
            journal.note(
                    one,
                    to == State.CLOSED ? "CLOSED" : to == State.PAUSED ? "PAUSED" : "RESUMED",
                    Doer.DOSSIER,
                    null,
                    at);
        }
    }

    private void tell(Case one, Dossier dossier, Progress act, Instant at, UUID cause, Map<String, Object> payload) {
        journal.tell(one, dossier, act, new Telling(Doer.DOSSIER, null, at, cause, payload));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
