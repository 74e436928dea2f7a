package vn.motcua.intake;

import vn.motcua.platform.problem.ProblemType;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The problems that only intake answers with. */
public enum IntakeProblem implements ProblemType {
    ACTION_NOT_ALLOWED(409),
    PAPERS_INCOMPLETE(409),
    FEES_OPEN(409),
    LIMIT_NOT_ESTABLISHED(409),
    SUPPLEMENT_ALREADY_ASKED(409),
    NO_SUPPLEMENT_OPEN(409),
    NOTHING_SUPPLIED(409),
    NOTHING_TO_PAY(409),
    CASE_NOT_FROZEN(409),
    DECISION_EXISTS(409),
    NOT_LATE(409),
    FORM_04_ISSUED(409),
    CONDITION_NOT_MET(409),
    AGENCY_CODE_MISSING(409),
    PAPERS_CLOSED(409),
    PAPER_STAYS(409),
    PAPER_ENTERED_BY_OFFICER(409),
    NOT_A_DRAFT(409),
    VERSION_REPLACED(409),
    PROCEDURE_NOT_IN_FORCE(409),
    NO_DATA_REPLACE(409),
    PAPER_EXPIRED(409),
    FILE_ENCRYPTED(422),
    FILE_BROKEN(422),
    FILE_UNPACKS_TOO_LARGE(422),
    IMAGE_TOO_LARGE(422),
    ORIGINAL_TOO_LONG(422),
    DOSSIER_FILES_TOO_LARGE(413),
    FILE_INFECTED(422),
    FILE_NOT_SCANNED(422),
    SCANNER_AWAY(503),
    TOO_MANY_NAMED(400),
    FILE_DAMAGED(500),
    FORMER_UNIT_NAME(409),
    REGISTER_TOO_LONG(409),
    REDATING_NOT_READY(409),
    CALENDAR_CHANGED_AGAIN(409),
    WATCH_TASK_OVER(409),
    POST_NOT_OFFERED(409),
    PERSON_MUST_COME(409),
    POST_NOT_ESTABLISHED(409),
    SLIP_RECORDED(409),
    COUNT_DIFFERS(409),
    HAND_OVER_OPEN(409),
    HAND_OVER_CLOSED(409),
    HAND_OVER_NOTES(409),
    ITEM_HAS_DOSSIER(409),
    VIEWS_FULL(409),
    WRONG_PIN(403),
    TRACKING_LOCKED(429),
    TOO_MANY_GUESSES(429),
    TRACKING_NOT_OPEN(401);

    private static final Set<IntakeProblem> OF_PAPER = EnumSet.of(
            PAPER_STAYS,
            PAPER_ENTERED_BY_OFFICER,
            NO_DATA_REPLACE,
            PAPER_EXPIRED,
            FILE_ENCRYPTED,
            FILE_BROKEN,
            FILE_UNPACKS_TOO_LARGE,
            IMAGE_TOO_LARGE,
            DOSSIER_FILES_TOO_LARGE,
            FILE_INFECTED,
            FILE_NOT_SCANNED,
            SCANNER_AWAY);

    private final int status;

    IntakeProblem(int status) {
        this.status = status;
    }

    /** Whether it says what is wrong with one paper that somebody brought. */
    public boolean ofPaper() {
        return OF_PAPER.contains(this);
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
