package vn.motcua.bench;

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
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Virtual readers, each of whom opens a page, reads it for a second and opens the next one: alone, then while lists are imported. */
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

    void run(List<Function<SplittableRandom, String>> pages) throws InterruptedException {
        int readers = options.number("clients", 50);
        int procedures = options.number("imported", 2_000);
        String firstDay = LocalDate.now().plusDays(2).toString();
        out.printf(
                "%n| %d readers, a page a second each | pages | p50 | p95 | max | slower than 1 s | refused |%n",
                readers);
        out.println("|---|--:|--:|--:|--:|--:|--:|");
        measure("warm-up", readers, pages, () -> TimeUnit.SECONDS.sleep(options.number("seconds", 20)));
        measure("nothing else", readers, pages, () -> TimeUnit.SECONDS.sleep(options.number("seconds", 20)));
        long begin = System.nanoTime();
        measure(
                "while %,d procedures are imported".formatted(procedures),
                readers,
                pages,
                () -> filling.once(procedures, (int) (System.currentTimeMillis() / 1_000), firstDay));
        out.printf(
                "the import took %.1f s, load of the machine %.1f%n",
                (System.nanoTime() - begin) / 1e9, CatalogueRun.load());
    }

    private void measure(String name, int readers, List<Function<SplittableRandom, String>> pages, Meanwhile meanwhile)
            throws InterruptedException {
        Histogram times = new ConcurrentHistogram(120_000_000, 3);
        LongAdder refused = new LongAdder();
        LongAdder slow = new LongAdder();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            SplittableRandom random = new SplittableRandom(i);
            threads.add(new Thread(() -> read(pages, random, over, times, slow, refused), "reader-" + i));
        }
        threads.forEach(Thread::start);
        try {
            meanwhile.run();
        } finally {
            over.set(true);
            for (Thread each : threads) {
                each.join();
            }
        }
        out.printf(
                "| %s | %d | %.1f ms | %.1f ms | %.0f ms | %d | %d |%n",
                name,
                times.getTotalCount(),
                times.getValueAtPercentile(50) / 1_000.0,
                times.getValueAtPercentile(95) / 1_000.0,
                times.getMaxValue() / 1_000.0,
                slow.sum(),
                refused.sum());
    }

    private void read(
            List<Function<SplittableRandom, String>> pages,
            SplittableRandom random,
            AtomicBoolean over,
            Histogram times,
            LongAdder slow,
            LongAdder refused) {
        try (Wire wire = new Wire(service)) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(READING_MILLIS));
            while (!over.get()) {
                Request page =
                        Request.get(pages.get(random.nextInt(pages.size())).apply(random));
                long begin = System.nanoTime();
                Wire.Answer answer = wire.send(page);
                long micros = Math.max(1, (System.nanoTime() - begin) / 1_000);
                times.recordValue(micros);
                slow.add(micros > SLOW_MICROS ? 1 : 0);
                refused.add(answer.ok() ? 0 : 1);
                TimeUnit.MILLISECONDS.sleep(READING_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
