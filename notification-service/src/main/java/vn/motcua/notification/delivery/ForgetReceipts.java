package vn.motcua.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets receipts that belonged to no message within three days: by then no answer is waited for that they could fit. */
@ApplicationScoped
class ForgetReceipts implements Round {
    private static final Duration KEPT = Duration.ofHours(72);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration GO_ON = Duration.ofSeconds(1);
    private static final int MOST = 5000;

    @Inject
    Segments segments;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return "receipts-forgotten";
    }

    /** Nothing of it is urgent when the service starts. */
    @Override
    public Duration first() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration round() {
        return forget(clock.instant()) ? GO_ON : EVERY;
    }

    /** @return whether there may be more */
    boolean forget(Instant now) {
        return segments.forget(now.minus(KEPT), MOST) == MOST;
    }
}
