package vn.motcua.catalog.imports;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Large work in small portions. After each of them it rests for as long as the portion took, so that whoever reads pages meanwhile has
 * the machine for at least half of the time; where nobody reads, it does not rest. So work takes twice its time at most.
 */
final class Pace {
    /** Procedures of one portion. */
    static final int PORTION = 50;

    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final LongSupplier readers;
    private final LongSupplier nanos;
    private final Rest rest;
    private long asked;
    private long begun;

    /** Waits for so many nanoseconds. */
    interface Rest {
        void of(long nanos) throws InterruptedException;
    }

    /** @param readers how often anybody read anything so far */
    Pace(LongSupplier readers) {
        this(readers, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    Pace(LongSupplier readers, LongSupplier nanos, Rest rest) {
        this.readers = readers;
        this.nanos = nanos;
        this.rest = rest;
        asked = readers.getAsLong();
        begun = nanos.getAsLong();
    }

    /**
     * A portion is done.
     *
     * @throws IllegalStateException where the process stops: nothing of the work is kept
     */
    void portion() {
        long now = readers.getAsLong();
        long worked = nanos.getAsLong() - begun;
        try {
            if (now != asked && worked > 0) {
                rest.of(Math.min(worked, LONGEST_REST_NANOS));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before its end", stopping);
        }
        asked = now;
        begun = nanos.getAsLong();
    }
}
