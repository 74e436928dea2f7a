package vn.motcua.notification.delivery;

/** What can happen to a delivery. */
enum Turn {
    /** The first byte is about to leave. */
    BEGIN,
    /** The provider took it. */
    ACCEPTED,
    /** Nothing was taken and another try may succeed. */
    TRY_LATER,
    /** The provider will never take it. */
    REFUSED,
    /** The answer was lost, or the process died before it was written. */
    ANSWER_LOST,
    /** The receipt says that it arrived. */
    ARRIVED,
    /** The receipt says that it did not. */
    DID_NOT_ARRIVE,
    /** The window for a receipt has passed. */
    WINDOW_PASSED,
    /** It was tried in vain for long enough, and another way stands open. */
    PATIENCE_OVER,
    /** It is of no use any more. */
    TOO_LATE,
    /** It must not or cannot be sent. */
    NOT_TO_BE_SENT
}
