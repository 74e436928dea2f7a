package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** How many feedbacks a minute takes, from one address and in all. Kept in memory only: addresses are never stored. */
@ApplicationScoped
class RateLimit {
    private static final long WINDOW_SECONDS = 60;

    private final int perAddress;
    private final int perMinute;
    private final Clock clock;
    private final Map<String, Integer> taken = new HashMap<>();
    private long window;
    private int total;

    @Inject
    RateLimit(NotificationConfig config, Clock clock) {
        this(config.feedback().perAddress(), config.feedback().perMinute(), clock);
    }

    RateLimit(int perAddress, int perMinute, Clock clock) {
        this.perAddress = perAddress;
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** @throws ProblemException {@code too-many-requests} with the seconds to wait; the map never outgrows a minute's total */
    synchronized void take(String address) {
        long now = clock.instant().getEpochSecond();
        if (now / WINDOW_SECONDS != window) {
            window = now / WINDOW_SECONDS;
            taken.clear();
            total = 0;
        }
        if (total >= perMinute || taken.getOrDefault(address, 0) >= perAddress) {
            throw new ProblemException(Problems.TOO_MANY_REQUESTS)
                    .with("retryAfterSeconds", WINDOW_SECONDS - now % WINDOW_SECONDS);
        }
        total++;
        taken.merge(address, 1, Integer::sum);
    }
}
