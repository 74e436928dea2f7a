package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.absence.Absence;
import vn.motcua.processing.absence.Absences;
import vn.motcua.processing.checklist.CaseNotes;
import vn.motcua.processing.checklist.Checklists;
import vn.motcua.processing.checklist.Checklists.Finding;
import vn.motcua.processing.result.Result;
import vn.motcua.processing.result.Results;
import vn.motcua.processing.supplement.SupplementReturns;
import vn.motcua.processing.supplement.SupplementReturns.Returned;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What each act changes in the case beside its state, and what its event carries. */
@ApplicationScoped
class CaseEffects {
    /** The code of the ground that is none. */
    private static final String FORMER_UNIT_NAME = "FORMER_UNIT_NAME";

    @Inject
    HandOvers handOvers;

    @Inject
    Results results;

    @Inject
    Checklists checklists;

    @Inject
    CaseNotes notes;

    @Inject
    AskOpinions opinions;

    @Inject
    DraftsOfCase drafts;

    @Inject
    SupplementReturns returns;

    @Inject
    ProcessingConfig config;

    @Inject
    Absences absences;

    /** The reason written in the history and the payload of the event. */
    record Effect(String reasonCode, Map<String, Object> payload) {
        static final Effect PLAIN = new Effect(null, Map.of());
    }

    /**
     * @param at the acting instant
     * @throws ProblemException 422 where the body does not fit the case; nothing is changed then
     */
    Effect of(Examination met, CaseAction action, Instant at) {
        Case one = met.one();
        return switch (action.act()) {
            case CLAIM -> claim(met);
            case RELEASE -> release(one);
            case REASSIGN -> reassign(met, (CaseAction.Reassign) action);
            case HAND_ON -> handOvers.handOn(met, (CaseAction.HandOn) action, at);
            case EXAMINE -> examine(met, (CaseAction.Examine) action, at);
            case ASK_OPINION -> opinions.ask(met, (CaseAction.AskOpinion) action, at);
            case WITHDRAW_OPINION -> opinions.withdraw(one, (CaseAction.WithdrawOpinion) action, at);
            case OFFER_DRAFT -> drafts.offer(met, (CaseAction.OfferDraft) action, at);
            case CONFIRM_DRAFT -> drafts.confirmed(met, (CaseAction.ConfirmDraft) action, at);
            case OBJECT_DRAFT -> drafts.objected(met, (CaseAction.ObjectDraft) action, at);
            case ACCEPT -> accept(met.one(), at);
            case DECLINE -> handOvers.decline(met.one(), (CaseAction.Decline) action, at);
            case RECALL -> handOvers.recall(met.one(), ((CaseAction.Recall) action).reasonCode(), at);
            case ASK_SUPPLEMENT -> askSupplement(met, (CaseAction.AskSupplement) action, at);
            case ASK_PAYMENT -> askPayment((CaseAction.AskPayment) action);
            case ASK_EXTENSION -> askExtension(met, (CaseAction.AskExtension) action, at);
            case EXTEND -> extend(one);
            case PROPOSE -> propose(met, (CaseAction.Propose) action, at);
            case SEND_BACK -> sendBack(met, (CaseAction.SendBack) action);
            case DECIDE -> decide(met, at);
            case REISSUE -> reissue(met);
        };
    }

    private Effect claim(Examination met) {
        Instant until = met.now().plus(config.lease());
        if (met.one().state() == State.CLAIMED) {
            met.one().renew(until);
        } else {
            met.one().hold(met.officer().subject(), met.officer().name(), met.now(), until);
        }
        return Effect.PLAIN;
    }

    private static Effect release(Case one) {
        one.letGo();
        return Effect.PLAIN;
    }

    private Effect reassign(Examination met, CaseAction.Reassign body) {
        Absence away = absences.now(met.one().unit(), body.assignee(), met.now());
        if (away != null) {
            throw new ProblemException(ProcessingProblem.ASSIGNEE_ABSENT)
                    .with("absentUntil", away.ends())
                    .with("substitute", away.substituteName());
        }
        Instant until = met.now().plus(config.lease());
        met.one().hold(body.assignee(), body.assigneeName(), met.now(), until);
        return Effect.PLAIN;
    }

    private Effect examine(Examination met, CaseAction.Examine body, Instant at) {
        List<Finding> findings = body.findings() == null
                ? List.of()
                : body.findings().stream()
                        .map(each -> new Finding(each.item(), each.answer(), each.note()))
                        .toList();
        if (findings.isEmpty() && body.note() == null) {
            throw new ProblemException(ProcessingProblem.NOTHING_FOUND).violation("/findings", "empty");
        }
        Case one = met.one();
        if (!findings.isEmpty()) {
            var items = checklists.items(
                    met.dossier().procedureCode(), met.dossier().procedureVersion());
            one.beside().examined(checklists.find(one.id(), items, findings, met.officer(), at));
        }
        if (body.note() != null) {
            notes.note(one.id(), body.note(), met.officer(), at);
        }
        return Effect.PLAIN;
    }

    /** What an acceptance says, also that which comes with a claim. */
    Effect accept(Case one, Instant at) {
        return handOvers.accept(one, at);
    }

    private Effect askSupplement(Examination met, CaseAction.AskSupplement body, Instant at) {
        List<String> known =
                met.procedure() == null ? List.of() : met.procedure().components();
        for (int i = 0; i < body.items().size(); i++) {
            if (!known.contains(body.items().get(i).component())) {
                throw new ProblemException(ProcessingProblem.UNKNOWN_COMPONENT)
                        .violation("/items/" + i + "/component", "unknown");
            }
            requireGround(body.items().get(i).reasonCode(), "/items/" + i + "/reasonCode");
        }
        requireGround(body.reasonCode(), "/reasonCode");
        Map<String, Object> payload =
                new LinkedHashMap<>(Map.of("items", body.items(), "reasonCode", body.reasonCode()));
        if (body.groundCode() != null) {
            requireGround(body.groundCode(), "/groundCode");
            payload.put("groundCode", body.groundCode());
        }
        Case one = met.one();
        Returned returned = new Returned(one.id(), one.unit(), one.department());
        returns.asked(returned, one.beside().receivedAt(one), met.officer(), at);
        return new Effect(body.reasonCode(), payload);
    }

    /**
     * A unit's former name on a paper is no ground to ask for it again or to refuse (Resolution 190/2025/QH15 Art.10, Resolution 76/2025/UBTVQH15
     * Art.14); intake refuses it likewise.
     */
    private static void requireGround(String code, String pointer) {
        if (FORMER_UNIT_NAME.equals(code)) {
            throw new ProblemException(ProcessingProblem.FORMER_UNIT_NAME).violation(pointer, code);
        }
    }

    private static Effect askPayment(CaseAction.AskPayment body) {
        return new Effect(body.reasonCode(), Map.of("amountVnd", body.amountVnd(), "reasonCode", body.reasonCode()));
    }

    private static Effect askExtension(Examination met, CaseAction.AskExtension body, Instant at) {
        if (!body.newDue().isAfter(met.dossier().due())) {
            throw new ProblemException(ProcessingProblem.DUE_NOT_LATER).violation("/newDue", "not later");
        }
        met.one()
                .askExtension(new Extension(
                        body.newDue(), body.reasonCode(), met.officer().subject(), at));
        return new Effect(body.reasonCode(), Map.of());
    }

    private static Effect extend(Case one) {
        Extension asked = one.extension();
        return new Effect(asked.reasonCode(), Map.of("newDue", asked.newDue(), "reasonCode", asked.reasonCode()));
    }

    private Effect propose(Examination met, CaseAction.Propose body, Instant at) {
        boolean granted = body.decisionKind() == DecisionKind.GRANTED;
        if (granted == (body.groundCode() != null)) {
            throw new ProblemException(ProcessingProblem.GROUND_MISSING).violation("/groundCode", "see decisionKind");
        }
        requireGround(body.groundCode(), "/groundCode");
        if (granted && checklists.unmet(met.one().id())) {
            throw new ProblemException(ProcessingProblem.ITEM_NOT_MET).violation("/decisionKind", "GRANTED");
        }
        withoutOpinions(met, body, at);
        Proposal proposal =
                new Proposal(met.officer().subject(), met.officer().name(), at, body.decisionKind(), body.groundCode());
        met.one().propose(proposal, body.resultId());
        return new Effect(body.groundCode(), Map.of("decisionKind", body.decisionKind()));
    }

    /** Who does not wait for a late opinion says why; the note stays beside the case. */
    private void withoutOpinions(Examination met, CaseAction.Propose body, Instant at) {
        if (met.one().beside().opinionsUntil() == null) {
            return;
        }
        if (body.withoutOpinions() == null || body.withoutOpinions().isBlank()) {
            throw new ProblemException(ProcessingProblem.NOTE_MISSING).violation("/withoutOpinions", "missing");
        }
        notes.note(met.one().id(), body.withoutOpinions(), met.officer(), at);
    }

    private Effect sendBack(Examination met, CaseAction.SendBack body) {
        Proposal proposal = met.one().proposal();
        met.one().beside().sentBack(body.reasonCode(), met.now());
        holdAgain(met, proposal);
        return new Effect(body.reasonCode(), Map.of("reasonCode", body.reasonCode()));
    }

    /** While the proposer is away the substitute takes it; without one the lease is over at once, and the clock gives the case back. */
    private void holdAgain(Examination met, Proposal proposal) {
        String unit = met.one().unit();
        Instant until = met.now().plus(config.lease());
        Absence away = absences.now(unit, proposal.by(), met.now());
        if (away == null) {
            met.one().hold(proposal.by(), proposal.name(), met.now(), until);
        } else if (away.substitute() != null && absences.now(unit, away.substitute(), met.now()) == null) {
            met.one().hold(away.substitute(), away.substituteName(), met.now(), until);
        } else {
            met.one().hold(proposal.by(), proposal.name(), met.now(), met.now());
        }
    }

    private Effect decide(Examination met, Instant at) {
        Case one = met.one();
        one.decide(met.officer(), at);
        Result result = signedOrFinished(results.findById(one.result()));
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("decisionKind", one.proposal().kind());
        payload.put("resultId", result.id());
        payload.put("resultHash", result.sha256());
        payload.put("groundCode", one.proposal().groundCode());
        return new Effect(one.proposal().groundCode(), payload);
    }

    /** What was composed from the template has neither number nor date before it is signed. */
    private static Result signedOrFinished(Result result) {
        if (result.composed() != null) {
            throw new ProblemException(ProcessingProblem.RESULT_NOT_SIGNED);
        }
        return result;
    }

    private Effect reissue(Examination met) {
        UUID replaced = met.one().reissue();
        Result result = signedOrFinished(results.findById(met.one().result()));
        result.replaces(replaced);
        return new Effect(null, Map.of("resultId", result.id(), "resultHash", result.sha256(), "replaces", replaced));
    }
}
