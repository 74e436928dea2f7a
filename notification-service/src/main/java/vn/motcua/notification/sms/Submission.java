package vn.motcua.notification.sms;

import java.time.Duration;

/**
 * What a provider answered to one segment.
 *
 * @param reference its message id; only where it was taken
 * @param reason a code; null where it was taken
 */
record Submission(Outcome outcome, String reference, String reason) {

    /** What is known. */
    enum Outcome {
        TAKEN,
        /** Not taken for certain; this provider wants a pause. */
        BUSY,
        /** Not taken for certain; it will never be by anybody: the fault is the message's or the number's. */
        REFUSED,
        /** Not taken for certain; this provider does not want it, another may. */
        NOT_HERE,
        /** Nobody knows. */
        LOST
    }

    /** How long a provider that is busy is left alone. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    static Submission taken(String reference) {
        return new Submission(Outcome.TAKEN, reference, null);
    }

    static Submission of(Outcome outcome, String reason) {
        return new Submission(outcome, null, reason);
    }
}
