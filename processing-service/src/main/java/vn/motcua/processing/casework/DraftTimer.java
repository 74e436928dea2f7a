package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;
import vn.motcua.processing.draft.DraftState;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Looks whether the person could be told of a draft, and writes down that they said nothing about it in the time they had. */
@ApplicationScoped
class DraftTimer implements TimerTask {
    static final String TASK = "case.draft";

    private static final int ID_LENGTH = 36;
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final long QUARTER = 15;

    @Inject
    Cases cases;

    @Inject
    DraftsOfCase drafts;

    @Inject
    Timers timers;

    @Inject
    Clock clock;

    /** The minute of the date itself is in time. */
    static Instant end(Instant until) {
        return until.plus(Duration.ofMinutes(1));
    }

    /**
     * When it is looked at next whether the event of an offer has left: a minute after the offer, after two, four and eight, and then every
     * quarter of an hour. Whoever asks within the same pause gets the same answer.
     */
    static Instant look(Instant offered, Instant now) {
        long gone = Math.max(0, Duration.between(offered, now).toMinutes());
        long next = gone < QUARTER ? Math.min(QUARTER, Long.highestOneBit(gone) * 2) : (gone / QUARTER + 1) * QUARTER;
        return offered.plus(Duration.ofMinutes(Math.max(1, next)));
    }

    /** Looks at the draft again at this time. Each look has a timer of its own: one that is under way cannot be moved. */
    void watch(UUID caseId, Instant at) {
        timers.ensure(TASK, caseId + "@" + at.toEpochMilli(), at);
    }

    /** Looks at the draft once more in a moment. */
    void again(UUID caseId, Instant now) {
        watch(caseId, now.plus(AGAIN));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        Case one = cases.findById(UUID.fromString(instance.substring(0, ID_LENGTH)), LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (one == null
                || one.beside().draftState() != DraftState.OFFERED
                || drafts.unheard(one, now)
                || one.frozen()
                || drafts.recounted(one, now)
                || now.isBefore(end(one.beside().draftUntil()))) {
            return; // answered, offered anew, not told yet, or frozen: the end of that looks again
        }
        if (one.flags().pending()) {
            again(one.id(), now);
            return;
        }
        drafts.silent(one, now);
    }
}
