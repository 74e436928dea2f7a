package vn.motcua.processing.opinion;

/** How a department answers; what it says is text beside it. */
public enum AnswerKind {
    AGREED,
    AGREED_IN_PART,
    DISAGREED,
    /** The matter is not of the department asked. */
    NOT_COMPETENT
}
