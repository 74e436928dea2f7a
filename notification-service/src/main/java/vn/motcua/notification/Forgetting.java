package vn.motcua.notification;

import jakarta.inject.Inject;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A round that removes what is of no use any more: every hour, and at once again while there is more than it takes at a time. */
public abstract class Forgetting implements Round {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration GO_ON = Duration.ofSeconds(1);
    private static final int MOST = 5000;

    @Inject
    protected Clock clock;

    /** Nothing of it is urgent when the service starts. */
    @Override
    public final Duration first() {
        return Duration.ofMinutes(10);
    }

    @Override
    public final Duration round() {
        return forget(clock.instant(), MOST) == MOST ? GO_ON : EVERY;
    }

    /**
     * Removes what was of no use any more at that instant, the oldest first.
     *
     * @param most how many rows at a time, so that no lock is held for long
     * @return how many it removed
     */
    protected abstract int forget(Instant now, int most);
}
