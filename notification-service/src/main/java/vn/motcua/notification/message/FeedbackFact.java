package vn.motcua.notification.message;

/** What happens to a feedback and is told to whoever gave it. */
public enum FeedbackFact {
    /** It counts from now on and is acknowledged with its code. */
    RECEIVED,
    /** More is asked of the person, and the limit stands still. */
    ASKED_BACK,
    ANSWERED,
    /** Another body is competent. */
    FORWARDED,
    /** It goes on its own track: a complaint or a denunciation. */
    HANDED_OVER,
    /** Nothing can be done with it; the ground stands on its page. */
    CLOSED
}
