package vn.motcua.processing;

import vn.motcua.platform.problem.ProblemType;

import java.util.Locale;

/** The problems of this service; with the generic ones of the platform this list is closed. */
public enum ProcessingProblem implements ProblemType {
    FENCE_MISSING(400),
    CASE_NOT_FOUND(404),
    RESULT_NOT_FOUND(404),
    OPINION_NOT_FOUND(404),
    ESCALATION_NOT_FOUND(404),
    ATTACHMENT_NOT_FOUND(404),
    NOT_YOUR_QUEUE(403),
    ACT_NOT_YOURS(403),
    ACT_NOT_ALLOWED(409),
    CASE_PENDING(409),
    CASE_FROZEN(409),
    CASE_HELD(409),
    CASE_NOT_HELD(409),
    FENCE_STALE(409),
    SAME_HAND(409),
    SINGLE_HAND_ONLY(409),
    RESULT_MISSING(409),
    RESULT_NOT_NOW(409),
    EXAMINATION_OPEN(409),
    OPINIONS_AWAITED(409),
    OPINION_NOT_OPEN(409),
    OPINION_ASKED_ALREADY(409),
    TOO_MANY_OPINIONS(409),
    NOT_HANDED_ON(409),
    NO_DRAFT(409),
    ESCALATION_ACKNOWLEDGED(409),
    ITEM_NOT_MET(409),
    TOO_MANY_ATTACHMENTS(409),
    EXTENSION_NOT_ASKED(409),
    EXTENSION_NOT_POSSIBLE(409),
    FORMER_UNIT_NAME(409),
    OFFICER_ABSENT(409),
    ASSIGNEE_ABSENT(409),
    ENOUGH_IN_PROGRESS(409),
    ABSENCE_OVERLAPS(409),
    ABSENCE_OVER(409),
    ABSENCE_NOT_FOUND(404),
    UNKNOWN_OFFICER(422),
    ABSENCE_TIMES(422),
    SIGNING_NOT_CONFIGURED(409),
    SIGNER_WITHOUT_KEY(409),
    SIGNING_SUPERSEDED(409),
    SIGNING_OTHER(409),
    UNIT_NOT_KNOWN(409),
    REGISTER_CLOSED(409),
    REGISTER_NOT_OVER(409),
    REGISTER_NOT_SETTLED(409),
    REGISTER_TOO_LONG(409),
    REGISTER_NOT_FOUND(404),
    DECLARATION_MISSING(422),
    NOT_A_CERTIFICATION(422),
    RESULT_NOT_SIGNABLE(422),
    RESULT_NOT_SIGNED(409),
    RESULT_SIGNED_ALREADY(409),
    UNKNOWN_COMPONENT(422),
    UNKNOWN_UNIT(422),
    RULE_EMPTY(422),
    OPINION_AFTER_DUE(422),
    UNKNOWN_ITEM(422),
    NOTE_MISSING(422),
    NOTHING_FOUND(422),
    UNKNOWN_DEPARTMENT(422),
    GROUND_MISSING(422),
    DUE_NOT_LATER(422),
    RESULT_TOO_LARGE(413),
    RESULT_TYPE(415);

    private final int status;

    ProcessingProblem(int status) {
        this.status = status;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
