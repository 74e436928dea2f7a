package vn.motcua.processing.casework;

import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.draft.DraftState;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the table's refusals into answers that tell the caller what stands in the way. */
final class Refusals {
    private Refusals() {}

    static ProblemException problem(ActRefused refused, CaseAction action, Examination met) {
        Case one = met.one();
        ProcessingProblem type =
                switch (refused.reason()) {
                    case NOT_YOURS, NOT_YOUR_PART ->
                        met.ownElsewhere() ? ProcessingProblem.CASE_ELSEWHERE : ProcessingProblem.ACT_NOT_YOURS;
                    case PENDING -> ProcessingProblem.CASE_PENDING;
                    case FROZEN -> ProcessingProblem.CASE_FROZEN;
                    case NOT_NOW ->
                        action.fence() != null && one.state() == State.OPEN
                                ? ProcessingProblem.CASE_NOT_HELD
                                : ProcessingProblem.ACT_NOT_ALLOWED;
                    case GUARD -> guard(refused.guard(), action, one);
                };
        ProblemException problem = new ProblemException(
                        type, action.act().name(), one.state().name())
                .with("state", one.state())
                .with("allowed", refused.allowed());
        if (one.beside().opinionsUntil() != null) {
            problem.with("opinionsUntil", one.beside().opinionsUntil());
        }
        if (one.beside().draftState() != null) {
            problem.with("draftState", one.beside().draftState());
        }
        if (one.beside().draftUntil() != null) {
            problem.with("draftUntil", one.beside().draftUntil());
        }
        if (one.elsewhere()) {
            problem.with("handling", Map.of("unit", one.unit(), "department", one.department()));
        }
        if (one.lease() != null) {
            problem.with("held", held(one));
        }
        if (one.pending() != null) {
            problem.with("pending", one.pending().act());
        }
        return problem;
    }

    private static ProcessingProblem guard(Guard guard, CaseAction action, Case one) {
        return switch (guard) {
            case HOLDS -> stale(action, one) ? ProcessingProblem.FENCE_STALE : ProcessingProblem.CASE_HELD;
            case OTHER_HAND -> ProcessingProblem.SAME_HAND;
            case SINGLE_HAND -> ProcessingProblem.SINGLE_HAND_ONLY;
            case RESULT_UPLOADED -> ProcessingProblem.RESULT_MISSING;
            case OPINIONS_OPEN -> ProcessingProblem.OPINION_NOT_OPEN;
            case OPINIONS_IN -> ProcessingProblem.OPINIONS_AWAITED;
            case HANDED -> ProcessingProblem.NOT_HANDED_ON;
            case AT_HOME -> ProcessingProblem.CASE_ELSEWHERE;
            case DRAFT_STAYS -> ProcessingProblem.DRAFT_STAYS;
            case NOT_COME_BACK -> ProcessingProblem.CASE_COME_BACK;
            case EXAMINED -> ProcessingProblem.EXAMINATION_OPEN;
            case DRAFT_ASKED ->
                one.beside().draftState() == DraftState.OFFERED
                        ? ProcessingProblem.DRAFT_AWAITED
                        : ProcessingProblem.DRAFT_NOT_ASKED;
            case DRAFT_OFFERED, DRAFT_TIME_OVER -> ProcessingProblem.DRAFT_NOT_OFFERED;
            case DRAFT_ANSWERED -> ProcessingProblem.DRAFT_AWAITED;
            case DRAFT_AGREED ->
                one.beside().draftState() == DraftState.OBJECTED
                        ? ProcessingProblem.DRAFT_OBJECTED
                        : ProcessingProblem.DRAFT_NEEDED;
            case EXTENSION_ASKED -> ProcessingProblem.EXTENSION_NOT_ASKED;
            case EXTENSION_POSSIBLE -> ProcessingProblem.EXTENSION_NOT_POSSIBLE;
            case LEASE_OVER, ELSEWHERE -> ProcessingProblem.ACT_NOT_ALLOWED;
        };
    }

    static boolean stale(CaseAction action, Case one) {
        return action.fence() != null && action.fence() != one.fence();
    }

    /** Who holds the case, since when and until when; the fencing number is nobody else's. */
    static Map<String, Object> held(Case one) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("by", one.lease().name());
        held.put("since", one.lease().since());
        held.put("until", one.lease().until());
        return held;
    }

    /** The newest change, for a caller whose copy is out of date. */
    static Map<String, Object> newest(CaseAct act, Case one) {
        Map<String, Object> newest = new LinkedHashMap<>();
        if (act != null) {
            newest.put("act", act.act());
            newest.put("by", act.actorName());
            newest.put("role", act.actorRole());
            newest.put("at", act.at());
        }
        newest.put("state", one.state());
        if (one.lease() != null) {
            newest.put("held", held(one));
        }
        return newest;
    }
}
