package vn.motcua.notification.feedback;

/** The acts of a feedback. */
enum FeedbackAction {
    /** What was taken down is corrected as it is read back. */
    AMEND,
    /** The caller confirms what was read back: from here on it counts. */
    CONFIRM,
    DROP,
    SCREEN,
    REJECT,
    FORWARD,
    HAND_OVER,
    ASSIGN,
    ASK,
    REPLY,
    /** A picture or a paper that the person gave an officer. */
    ATTACH,
    PROPOSE,
    SEND_BACK,
    APPROVE,
    REDACT,
    /** The second officer does not agree with the text that is to be published. */
    RETURN_REDACTION,
    PUBLISH,
    /** Published, and it should not have been as it stands. */
    TAKE_DOWN,
    WITHHOLD,
    RATE
}
