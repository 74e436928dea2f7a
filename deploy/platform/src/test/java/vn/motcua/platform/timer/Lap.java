package vn.motcua.platform.timer;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Goes round once an hour; a round fails where it is told to. */
@ApplicationScoped
class Lap implements Round {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicBoolean fails = new AtomicBoolean();

    int begun() {
        return begun.get();
    }

    void failOnce() {
        fails.set(true);
    }

    @Override
    public String task() {
        return "lap";
    }

    @Override
    public Duration round() {
        begun.incrementAndGet();
        if (fails.getAndSet(false)) {
            throw new IllegalStateException("planted");
        }
        return Duration.ofHours(1);
    }
}
