package vn.motcua.notification.feedback;

/** How a feedback came. */
enum FeedbackChannel {
    /** The form at {@code /gop-y}. */
    PAGE,
    /** The API: other programs. */
    API,
    /** A call that an officer took down and read back. */
    CALL,
    /** An e-mail: of a mailbox that is read, or that an officer entered. */
    EMAIL,
    /** The form, opened by the QR code that hangs in the hall. */
    HALL
}
