package vn.motcua.bench;

import org.HdrHistogram.Histogram;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What one client measured: microseconds per call, and what went wrong. Not shared between threads; added up at the end. */
final class Recorder {
    private static final long MICROS_MAX = 120_000_000;

    private final Map<Call, Histogram> times = new EnumMap<>(Call.class);
    private final Map<String, Integer> failures = new TreeMap<>();

    void took(Call call, long nanos) {
        times.computeIfAbsent(call, c -> new Histogram(MICROS_MAX, 3))
                .recordValue(Math.min(MICROS_MAX, Math.max(1, nanos / 1_000)));
    }

    void failed(String what) {
        failures.merge(what, 1, Integer::sum);
    }

    void add(Recorder other) {
        other.times.forEach((call, histogram) ->
                times.computeIfAbsent(call, c -> new Histogram(MICROS_MAX, 3)).add(histogram));
        other.failures.forEach((what, count) -> failures.merge(what, count, Integer::sum));
    }

    long count(Call call) {
        Histogram histogram = times.get(call);
        return histogram == null ? 0 : histogram.getTotalCount();
    }

    /** Milliseconds below which this share of the calls stayed; 0 where there was none. */
    double millis(Call call, double percentile) {
        Histogram histogram = times.get(call);
        return histogram == null ? 0 : histogram.getValueAtPercentile(percentile) / 1_000.0;
    }

    double maxMillis(Call call) {
        Histogram histogram = times.get(call);
        return histogram == null ? 0 : histogram.getMaxValue() / 1_000.0;
    }

    Map<String, Integer> failures() {
        return failures;
    }
}
