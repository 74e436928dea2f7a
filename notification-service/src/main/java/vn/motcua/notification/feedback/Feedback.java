package vn.motcua.notification.feedback;

import java.time.Instant;
import java.util.UUID;

/**
 * One feedback without what was said: its text, its contact and the words of its acts lie sealed beside it.
 *
 * @param code the acknowledgement, random, the only way to ask for its state
 * @param handler null until it is assigned
 * @param sequence of the newest event; 0 for what does not count yet
 * @param revision number of its newest act, also its ETag
 */
record Feedback(
        UUID id,
        String code,
        Facts facts,
        FeedbackState state,
        Officer handler,
        Limits limits,
        Outcome outcome,
        long sequence,
        long revision) {

    /**
     * What it is.
     *
     * @param number per unit and year, null until it counts
     * @param anonymous nobody left a contact, nobody is owed a personal answer
     * @param receivedAt when it began to count; of a call not confirmed, when it was taken down
     * @param submission key of the form that was sent, null for the others
     */
    record Facts(
            String number,
            Category category,
            FeedbackChannel channel,
            String unit,
            About about,
            boolean anonymous,
            String language,
            Instant receivedAt,
            String submission) {}

    /**
     * What it is about.
     *
     * @param dossierRef reference or code of a dossier as the person wrote it, null if none
     * @param dossierId the dossier meant, null if none or not known here
     * @param place null if it was not said
     * @param counter whether it is about whoever receives at the counter
     * @param directorScreens whether only somebody who does not receive screens it: nobody has classified it, so that it may be about
     *     whoever does, or another unit sent it back
     */
    record About(String dossierRef, UUID dossierId, Place place, boolean counter, boolean directorScreens) {}

    /** An officer in official capacity. */
    record Officer(String subject, String name, String title) {}

    /**
     * Until when what is owed; each is the end of a working day.
     *
     * @param screen to reject, forward or find valid
     * @param ask to ask for more so that the answer's limit stands still meanwhile
     * @param publish null until it is answered
     * @param pausedSince null while nothing is paused
     * @param waitedDays working days on which the person's reply was waited for
     */
    record Limits(Instant screen, Instant ask, Instant resolve, Instant publish, Instant pausedSince, int waitedDays) {}

    /**
     * What became of it.
     *
     * @param answerDays working days from the receipt to the answer, without those on which the person was asked
     * @param rating 1 to 5, null until the person gave one
     */
    record Outcome(Instant answeredAt, Integer answerDays, Boolean inTime, Instant publishedAt, Integer rating) {
        static final Outcome NONE = new Outcome(null, null, null, null, null);
    }

    /**
     * Whether it is about whoever receives at the counter. A complaint of conduct counts as such, whatever the place it gives, until
     * somebody who does not receive has screened it: nobody screens or rejects what may be about themselves.
     */
    boolean aboutCounter() {
        return facts.about.counter || facts.category == Category.CONDUCT && state.unscreened();
    }

    /** Whether it waits for somebody who does not receive to say what it is about. */
    boolean directorScreens() {
        return facts.about.directorScreens && state.unscreened();
    }

    /** Until when something is owed now, or was when it was paused; null where nothing is. */
    Instant dueAt() {
        return switch (state.clock()) {
            case SCREEN -> limits.screen;
            case RESOLVE, PAUSED -> limits.resolve;
            case PUBLISH -> limits.publish;
            case NONE -> null;
        };
    }

    /** After an act that led it to a state; every step that counts is an event. */
    Feedback to(FeedbackState next, Limits newLimits) {
        boolean told = next != state && next != FeedbackState.DROPPED;
        return new Feedback(
                id, code, facts, next, handler, newLimits, outcome, told ? sequence + 1 : sequence, revision + 1);
    }

    Feedback with(Facts newFacts) {
        return new Feedback(id, code, newFacts, state, handler, limits, outcome, sequence, revision);
    }

    Feedback with(Officer newHandler) {
        return new Feedback(id, code, facts, state, newHandler, limits, outcome, sequence, revision);
    }

    Feedback with(Outcome newOutcome) {
        return new Feedback(id, code, facts, state, handler, limits, newOutcome, sequence, revision);
    }
}
