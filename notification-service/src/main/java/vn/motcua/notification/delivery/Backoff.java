package vn.motcua.notification.delivery;

import java.time.Duration;

/** How long the next try waits: twice as long each time, up to half an hour, and never all at once. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS_MAX = 12;

    private Backoff() {}

    /**
     * @param attempts tries that were made, at least 1
     * @param random from 0 (half the wait) to 1 (the whole)
     */
    static Duration after(int attempts, double random) {
        long whole = FIRST.toMillis() << Math.min(Math.max(attempts, 1) - 1, DOUBLINGS_MAX);
        long bounded = Math.min(whole, LONGEST.toMillis());
        return Duration.ofMillis(bounded / 2 + (long) (bounded / 2.0 * random));
    }
}
