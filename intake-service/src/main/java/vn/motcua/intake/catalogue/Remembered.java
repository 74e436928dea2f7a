package vn.motcua.intake.catalogue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A small memory before the database: at most so many entries, the least used ones forgotten first, each for a short time only, since
 * another replica of the service may have taken the update. What is not there is not remembered.
 */
final class Remembered<K, V> {
    private record Entry<V>(V value, long until) {}

    private final Map<K, Entry<V>> entries;
    private final long nanos;
    private final LongSupplier ticks;
    private final AtomicLong generation = new AtomicLong();

    Remembered(int max, Duration life, LongSupplier ticks) {
        this.nanos = life.toNanos();
        this.ticks = ticks;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
                return size() > max;
            }
        };
    }

    Optional<V> get(K key, Supplier<Optional<V>> source) {
        long before = generation.get();
        synchronized (entries) {
            Entry<V> entry = entries.get(key);
            if (entry != null && ticks.getAsLong() - entry.until < 0) {
                return Optional.of(entry.value);
            }
        }
        Optional<V> found = source.get();
        synchronized (entries) {
            // what was read before an update must not come back after it
            if (found.isPresent() && generation.get() == before) {
                entries.put(key, new Entry<>(found.get(), ticks.getAsLong() + nanos));
            }
        }
        return found;
    }

    void forgetAll() {
        synchronized (entries) {
            generation.incrementAndGet();
            entries.clear();
        }
    }

    int size() {
        synchronized (entries) {
            return entries.size();
        }
    }
}
