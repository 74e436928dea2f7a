package vn.motcua.notification.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Somebody outside who takes what is sent and answers nothing. Every sending without an answer is in doubt and never sent again this way,
 * so that after three in a row they are left alone, for twice as long each time, and then asked one at a time until they answer.
 */
public final class Silence {
    /** Sendings in a row without an answer that are no accident. */
    static final int NO_ACCIDENT = 3;

    private static final int DOUBLINGS_MAX = 10;

    private final Duration first;
    private final Duration longest;
    private final LongSupplier nanos;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicLong until;

    /**
     * @param first how long they are left alone at first
     * @param longest how long at most
     */
    public Silence(Duration first, Duration longest) {
        this(first, longest, System::nanoTime);
    }

    Silence(Duration first, Duration longest, LongSupplier nanos) {
        this.first = first;
        this.longest = longest;
        this.nanos = nanos;
        until = new AtomicLong(nanos.getAsLong());
    }

    /** Whether they are left alone now. */
    public boolean lasts() {
        return nanos.getAsLong() - until.get() < 0;
    }

    /** Whether they may be asked now; who gets a yes says what came of it, if that is learnt, and in any case that it is {@link #over}. */
    public boolean mayAsk() {
        return unanswered.get() < NO_ACCIDENT || !lasts() && asking.compareAndSet(false, true);
    }

    /** They said something, whatever it was. */
    public void answered() {
        unanswered.set(0);
    }

    /**
     * They said nothing.
     *
     * @return whether they are left alone from now on and were not before
     */
    public boolean lost() {
        int times = unanswered.incrementAndGet();
        if (times >= NO_ACCIDENT) {
            long pause = Math.min(first.toNanos() << Math.min(times - NO_ACCIDENT, DOUBLINGS_MAX), longest.toNanos());
            until.set(nanos.getAsLong() + pause);
        }
        return times == NO_ACCIDENT;
    }

    /** Nobody asks any more, whatever came of it: the turn is the next one's. */
    public void over() {
        asking.set(false);
    }
}
