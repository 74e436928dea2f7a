package vn.motcua.notification.feedback;

/** How a feedback came. */
enum FeedbackChannel {
    /** The form at {@code /gop-y}. */
    PAGE,
    /** The API: officers of the hotline, other programs. */
    API
}
