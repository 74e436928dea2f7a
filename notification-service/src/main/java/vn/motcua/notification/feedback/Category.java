package vn.motcua.notification.feedback;

/** What a feedback is about. */
public enum Category {
    CONDUCT,
    LATENESS,
    EXTRA_PAPERS,
    FEES,
    PROCEDURE,
    SYSTEM,
    PRAISE,
    OTHER
}
