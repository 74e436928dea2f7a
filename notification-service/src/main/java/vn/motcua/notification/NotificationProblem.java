package vn.motcua.notification;

import vn.motcua.platform.problem.ProblemType;

import java.util.Locale;

/** The problems only this service answers with. */
public enum NotificationProblem implements ProblemType {
    /** The result is handed over once the fees are paid. */
    FEES_OPEN(409),
    /** The table of the return does not allow the act. */
    ACTION_NOT_ALLOWED(409),
    /** Intake has not answered the last act yet. */
    RETURN_PENDING(409),
    /** Originals that are held go back with the result. */
    ORIGINALS_OWED(409),
    /** The postman has not taken the consignment yet. */
    NOT_DISPATCHED(409),
    /** The postman has the consignment. */
    DISPATCHED(409),
    /** The addressee has signed for the consignment. */
    ALREADY_DELIVERED(409),
    /** The post has not brought the consignment back. */
    NOT_COME_BACK(409),
    /** The result in the consignment is not the newest. */
    RESULT_REPLACED(409),
    /** The paper of this result was given before. */
    PAPER_GIVEN(409),
    /** The slip stands on another consignment. */
    SLIP_USED(409),
    /** What waits is not what the officer and the postman looked at. */
    LIST_CHANGED(409),
    /** The postman counts another number. */
    COUNT_DIFFERS(409),
    /** The table of feedback does not allow the act. */
    FEEDBACK_ACT_NOT_ALLOWED(409),
    /** Nobody judges a feedback that concerns them. */
    FEEDBACK_CONCERNS_OFFICER(409),
    /** A feedback has as many files as it can have. */
    FEEDBACK_FILES_FULL(409),
    /** A feedback is not given to somebody whom it concerns. */
    ASSIGNEE_CONCERNED(409),
    /** Who wrote it does not let it go. */
    ANOTHER_OFFICER_NEEDED(409),
    /** What is to be published holds personal data. */
    PERSONAL_DATA_FOUND(409),
    /** The text was approved or rejected already. */
    TEXT_DECIDED(409),
    /** Who proposes a text does not approve it. */
    OWN_PROPOSAL(409),
    /** Nobody is asked how it was before the return is over. */
    SURVEY_NOT_YET(409),
    /** The person has said how it was. */
    SURVEY_ANSWERED(409);

    private final int status;

    NotificationProblem(int status) {
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
