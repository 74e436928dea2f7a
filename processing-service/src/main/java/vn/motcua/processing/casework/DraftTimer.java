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

/** Writes down that the person said nothing about a draft in the time they had. */
@ApplicationScoped
class DraftTimer implements TimerTask {
    static final String TASK = "case.draft";

    private static final int ID_LENGTH = 36;
    private static final Duration AGAIN = Duration.ofSeconds(10);

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
                || now.isBefore(end(one.beside().draftUntil()))
                || one.frozen()) {
            return; // answered, offered anew, or frozen: the end of that looks again
        }
        if (one.flags().pending()) {
            again(one.id(), now);
            return;
        }
        drafts.silent(one, now);
    }
}
