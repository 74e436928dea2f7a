package vn.motcua.processing.opinion;

/** How those who are asked answer; what they say, and why where they decline, is text beside it. */
public enum AnswerKind {
    AGREED,
    AGREED_IN_PART,
    DISAGREED,
    /** The matter is not of the department asked. */
    NOT_COMPETENT,
    /** What was to be verified is so. */
    CONFIRMED,
    NOT_CONFIRMED,
    /** Nothing is on record about what was asked; it says neither yes nor no. */
    NO_RECORD,
    /** No answer will come, for the reason given. */
    DECLINED
}
