package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Virtual readers, each of whom opens a page, reads it for a second and opens the next one: alone, while lists are imported, while they are
 * released, and while the other services take what was released. A page is slow above a second.
 */
final class CatalogueReaders {
    private static final int READING_MILLIS = 1_000;
    private static final long SLOW_MICROS = 1_000_000;

    private final Options options;
    private final URI service;
    private final CatalogueFilling filling;
    private final PrintStream out;

    CatalogueReaders(Options options, URI service, CatalogueFilling filling, PrintStream out) {
        this.options = options;
        this.service = service;
        this.filling = filling;
        this.out = out;
    }

    private interface Meanwhile {
        void run() throws InterruptedException;
    }

    /** What readers met while one thing went on, however often it did. */
    private static final class Row {
        private final String name;
        private final Histogram times = new ConcurrentHistogram(120_000_000, 3);
        private final LongAdder refused = new LongAdder();
        private final LongAdder slow = new LongAdder();
        private final AtomicReference<String> slowest = new AtomicReference<>("");
        private double seconds;

        Row(String name) {
            this.name = name;
        }

        void add(Request page, Wire.Answer answer, long micros) {
            if (micros > times.getMaxValue()) {
                slowest.set(page.toString());
            }
            times.recordValue(micros);
            slow.add(micros > SLOW_MICROS ? 1 : 0);
            refused.add(answer.ok() ? 0 : 1);
        }

        double millis(double percentile) {
            return times.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /**
     * @param from first legal day that no version begins on yet, nor on a later one
     * @return whether no page was slow or refused
     */
    boolean run(List<Function<SplittableRandom, String>> pages, LocalDate from) throws InterruptedException {
        int procedures = options.number("imported", 2_000);
        int rounds = options.number("rounds", 3);
        int seconds = options.number("seconds", 20);
        Row alone = new Row("nothing else");
        Row importing = new Row("%,d procedures are imported and submitted".formatted(procedures));
        Row releasing = new Row("they are released");
        Row after = new Row("the other services take them");
        measure(new Row("warm-up"), pages, () -> TimeUnit.SECONDS.sleep(seconds));
        measure(alone, pages, () -> TimeUnit.SECONDS.sleep(seconds));
        for (int round = 0; round < rounds; round++) {
            int version = (int) (System.currentTimeMillis() / 1_000);
            String firstDay = from.plusDays(round).toString();
            JsonNode[] proposed = new JsonNode[1];
            measure(importing, pages, () -> proposed[0] = filling.propose(procedures, version, firstDay));
            measure(releasing, pages, () -> filling.release(proposed[0]));
            measure(after, pages, () -> TimeUnit.SECONDS.sleep(options.number("after", 10)));
        }
        return report(List.of(alone, importing, releasing, after), rounds);
    }

    private boolean report(List<Row> rows, int rounds) {
        out.printf(
                "%n| %d readers, a page a second each, while … | pages | p50 | p95 | p99 | max | slower than 1 s | refused | took, each of %d |%n",
                options.number("clients", 50), rounds);
        out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        boolean kept = true;
        for (Row row : rows) {
            out.printf(
                    "| %s | %d | %.1f ms | %.1f ms | %.1f ms | %.0f ms | %d | %d | %.1f s |%n",
                    row.name,
                    row.times.getTotalCount(),
                    row.millis(50),
                    row.millis(95),
                    row.millis(99),
                    row.times.getMaxValue() / 1_000.0,
                    row.slow.sum(),
                    row.refused.sum(),
                    row.seconds / (row == rows.get(0) ? 1 : rounds));
            kept &= row.slow.sum() + row.refused.sum() == 0;
        }
        rows.forEach(row -> out.printf("slowest while %s: %s%n", row.name, row.slowest.get()));
        out.printf("load of the machine %.1f%n", CatalogueRun.load());
        return kept;
    }

    private void measure(Row row, List<Function<SplittableRandom, String>> pages, Meanwhile meanwhile)
            throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < options.number("clients", 50); i++) {
            SplittableRandom random = new SplittableRandom(i + row.times.getTotalCount());
            threads.add(new Thread(() -> read(pages, random, over, row), "reader-" + i));
        }
        long begin = System.nanoTime();
        threads.forEach(Thread::start);
        try {
            meanwhile.run();
            row.seconds += (System.nanoTime() - begin) / 1e9;
        } finally {
            over.set(true);
            for (Thread each : threads) {
                each.join();
            }
        }
    }

    private void read(
            List<Function<SplittableRandom, String>> pages, SplittableRandom random, AtomicBoolean over, Row row) {
        try (Wire wire = new Wire(service)) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(READING_MILLIS));
            while (!over.get()) {
                Request page =
                        Request.get(pages.get(random.nextInt(pages.size())).apply(random));
                long begin = System.nanoTime();
                Wire.Answer answer = wire.send(page);
                row.add(page, answer, Math.max(1, (System.nanoTime() - begin) / 1_000));
                TimeUnit.MILLISECONDS.sleep(READING_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
