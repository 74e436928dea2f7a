package vn.motcua.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * When to ask for an effect: first when three quarters of what it lately took have passed, then in short steps that grow. So the
 * waits stay exact to a few milliseconds and the polls few.
 */
final class Pace {
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long STEP_MIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long STEP_MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final double WEIGHT = 0.05;

    private final Map<Call, Double> lately = new ConcurrentHashMap<>();

    Wait begin(Call call) {
        return new Wait(call, lately.getOrDefault(call, 0.0));
    }

    final class Wait {
        private final Call call;
        private final double expected;
        private long step = STEP_MIN_NANOS;
        private boolean first = true;

        private Wait(Call call, double expected) {
            this.call = call;
            this.expected = expected;
        }

        void pause(long waitedNanos) throws InterruptedException {
            long nanos = first ? (long) (expected * 0.75) : step;
            if (!first) {
                step = Math.min(STEP_MAX_NANOS, Math.max(step + step / 2, waitedNanos / 8));
            }
            first = false;
            if (nanos > 0) {
                TimeUnit.NANOSECONDS.sleep(nanos);
            }
        }

        void arrived(long nanos) {
            lately.merge(call, (double) nanos, (old, now) -> old + WEIGHT * (now - old));
        }
    }
}
