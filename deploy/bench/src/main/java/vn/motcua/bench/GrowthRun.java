package vn.motcua.bench;

import org.HdrHistogram.Histogram;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** {@code bench growth}: every list and screen at two sizes of the databases, compared by the rule of design.md §8. */
final class GrowthRun {
    private static final double FACTOR = 1.25;
    private static final double ALLOWANCE_MILLIS = 2;
    /** A page of at most a hundred lines, by at most three ways of seeing, and what is joined to each line. */
    private static final double ROWS_MAX = 1_000;
    /** PostgreSQL's backends tell their counters after ten quiet seconds at the latest. */
    private static final int COUNTERS_SECONDS = 11;

    private static final int COUNTED_REQUESTS = 30;
    /** A screen that takes this long for its requests gets no more of them. */
    private static final long SCREEN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long ACTS_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Options options;
    private final Target target;
    private final PrintStream out;
    private final Map<String, String> refused = new LinkedHashMap<>();
    /** Only what reads processing's database; else all, and the counter's acts. */
    private boolean queueAlone;

    /** @param rows index entries and rows read per request */
    record Measured(double p50, double p95, double rows) {}

    GrowthRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    /** Only fills, for trials by hand and for {@code export --url} and {@code growth --measure}. */
    void fill(int dossiers) throws Exception {
        Staff staff = Staff.loggedIn(target.gateway());
        try (Client client = new Client(target.gateway(), staff, new Pace(), 42)) {
            Templates templates = new Templates(target, client);
            try (Filling filling = new Filling(target, templates.make(), Filling.UNITS)) {
                fill(filling, 0, dossiers);
            }
            out.println("all copies have the PIN " + templates.returned().pin() + "; --measure takes it");
        }
    }

    /** @return whether every screen keeps the rule */
    boolean run() throws Exception {
        int small = options.number("small", 10_000);
        int large = options.number("large", 1_000_000);
        Staff staff = Staff.loggedIn(target.gateway());
        try (Client client = new Client(target.gateway(), staff, new Pace(), 42)) {
            Templates templates = new Templates(target, client);
            List<Template> made = templates.make();
            out.println("all copies have the PIN " + templates.returned().pin() + "; --measure takes it");
            try (Filling filling = new Filling(target, made, Filling.UNITS)) {
                fill(filling, 0, small);
                staff.renewIfOld();
                Map<String, Measured> before =
                        measure(staff, templates.returned().pin(), small, true);
                fill(filling, small, large);
                staff.renewIfOld();
                Map<String, Measured> after =
                        measure(staff, templates.returned().pin(), large, false);
                return report(small, large, before, after);
            }
        }
    }

    /**
     * Open cases of one department, in processing alone: intake and notification know only the originals. A page of the queue reads
     * no other database.
     *
     * @return whether every screen of the queue keeps the rule
     */
    boolean runQueue() throws Exception {
        int small = options.number("small", 10_000);
        int large = options.number("large", 1_000_000);
        queueAlone = true;
        Staff staff = Staff.loggedIn(target.gateway());
        try (Client client = new Client(target.gateway(), staff, new Pace(), 42)) {
            List<Template> waiting = List.of(new Templates(target, client).open(Lifecycle.PROCEDURE));
            try (Filling filling = new Filling(target, waiting, List.of(Staff.UNIT), List.of("processing"))) {
                fill(filling, 0, small);
                staff.renewIfOld();
                Map<String, Measured> before = measure(staff, null, small, true);
                fill(filling, small, large);
                staff.renewIfOld();
                return report(small, large, before, measure(staff, null, large, false));
            }
        }
    }

    /** What was filled before, as it stands, without a comparison. */
    void measure(String pin) throws Exception {
        Map<String, Measured> measured =
                measure(Staff.loggedIn(target.gateway()), pin, options.number("large", 1_000_000), true);
        out.println("\n| screen | p50 ms | p95 ms | rows read |\n|---|--:|--:|--:|");
        measured.forEach((screen, found) ->
                out.printf("| %s | %.1f | %.1f | %.0f |%n", screen, found.p50(), found.p95(), found.rows()));
        refused.forEach((screen, answer) -> out.println("refused: " + screen + ": " + answer));
    }

    private void fill(Filling filling, int from, int to) throws SQLException {
        long begin = System.nanoTime();
        filling.add(from, to);
        out.printf("filled up to %,d dossiers in %.0f s%n", to, (System.nanoTime() - begin) / 1e9);
    }

    private Map<String, Measured> measure(Staff staff, String pin, int size, boolean cold) throws Exception {
        Screens screens = queueAlone ? Screens.ofQueue(target, staff) : Screens.all(target, staff, pin);
        int runs = options.number("runs", 5);
        int requests = options.number("requests", 200);
        Map<String, List<Double>> p50 = new LinkedHashMap<>();
        Map<String, List<Double>> p95 = new LinkedHashMap<>();
        Map<String, Double> rows = new LinkedHashMap<>();
        try (Wire wire = new Wire(target.gateway())) {
            for (int run = cold ? -3 : -1; run < runs; run++) {
                staff.renewIfOld();
                out.printf(
                        "%s %s at %,d: %s%n",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        run < 0 ? "warm-up" : "run " + (run + 1),
                        size,
                        screens.all().size() + " screens");
                for (var screen : screens.all().entrySet()) {
                    Histogram times = times(wire, screen, requests, run);
                    if (run >= 0) {
                        p50.computeIfAbsent(screen.getKey(), s -> new ArrayList<>())
                                .add(times.getValueAtPercentile(50) / 1_000.0);
                        p95.computeIfAbsent(screen.getKey(), s -> new ArrayList<>())
                                .add(times.getValueAtPercentile(95) / 1_000.0);
                    }
                }
                Recorder acts = acts(staff, queueAlone ? 0 : requests, run);
                for (Call act :
                        run < 0 || queueAlone ? List.<Call>of() : List.of(Call.OPEN, Call.PAPER, Call.RECEIVE)) {
                    p50.computeIfAbsent(act.label(), s -> new ArrayList<>()).add(acts.millis(act, 50));
                    p95.computeIfAbsent(act.label(), s -> new ArrayList<>()).add(acts.millis(act, 95));
                }
            }
            if (!options.has("no-rows")) {
                rows.putAll(rows(wire, screens));
            }
        }
        Map<String, Measured> found = new LinkedHashMap<>();
        p95.forEach((name, all) ->
                found.put(name, new Measured(median(p50.get(name)), median(all), rows.getOrDefault(name, 0.0))));
        return found;
    }

    /** What the counter does, under the same rule; the rows it reads are not counted, since it writes as well. */
    private Recorder acts(Staff staff, int requests, int run) {
        Recorder recorder = new Recorder();
        try (Client client = new Client(target.gateway(), staff, new Pace(), run)) {
            client.record(recorder);
            long end = System.nanoTime() + ACTS_NANOS;
            for (int i = 0; i < requests && System.nanoTime() < end; i++) {
                Lifecycle lifecycle = new Lifecycle(client);
                lifecycle.open();
                lifecycle.present();
                lifecycle.receive();
            }
        }
        return recorder;
    }

    private Map<String, Double> rows(Wire wire, Screens screens) throws SQLException, InterruptedException {
        Map<String, Double> rows = new LinkedHashMap<>();
        out.println("counting the rows each screen reads");
        long before = rowsReadInTheEnd();
        for (var screen : screens.all().entrySet()) {
            long asked = times(wire, screen, COUNTED_REQUESTS, 99).getTotalCount();
            long after = rowsReadInTheEnd();
            rows.put(screen.getKey(), (after - before) / (double) asked);
            before = after;
        }
        return rows;
    }

    private long rowsReadInTheEnd() throws SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(COUNTERS_SECONDS);
        return rowsRead();
    }

    private Histogram times(
            Wire wire,
            Map.Entry<String, java.util.function.Function<SplittableRandom, Request>> screen,
            int requests,
            int run) {
        SplittableRandom random =
                new SplittableRandom(run * 31L + screen.getKey().hashCode());
        Histogram times = new Histogram(120_000_000, 3);
        long end = System.nanoTime() + SCREEN_NANOS;
        for (int i = 0; i < requests && System.nanoTime() < end; i++) {
            Request request = screen.getValue().apply(random);
            long begin = System.nanoTime();
            Wire.Answer answer = wire.send(request);
            times.recordValue(Math.max(1, (System.nanoTime() - begin) / 1_000));
            if (!answer.ok()) {
                refused.put(screen.getKey(), answer.status() + " " + answer.text());
            }
        }
        return times;
    }

    /** Of the services' own tables; what relay and pollers read is left out. */
    private long rowsRead() throws SQLException {
        long sum = 0;
        for (String database : Target.DATABASES) {
            try (Connection connection = target.connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select coalesce(sum(t.seq_tup_read), 0) + coalesce((select"
                            + " sum(i.idx_tup_read) from pg_stat_user_indexes i where i.relname not in ('outbox', 'inbox',"
                            + " 'parked_key', 'parked_event', 'scheduled_tasks', 'idempotency', 'replica')), 0)"
                            + " from pg_stat_user_tables t where t.relname not in ('outbox', 'inbox', 'parked_key',"
                            + " 'parked_event', 'scheduled_tasks', 'idempotency', 'replica')")) {
                row.next();
                sum += row.getLong(1);
            }
        }
        return sum;
    }

    private boolean report(int small, int large, Map<String, Measured> before, Map<String, Measured> after) {
        out.printf(
                "%n| screen | p50 / p95 ms at %,d | p50 / p95 ms at %,d | allowed | rows read | rows read | |%n",
                small, large);
        out.println("|---|--:|--:|--:|--:|--:|---|");
        boolean kept = true;
        for (String screen : before.keySet()) {
            Measured first = before.get(screen);
            Measured second = after.get(screen);
            double allowed = first.p95() * FACTOR + ALLOWANCE_MILLIS;
            boolean fast = second.p95() <= allowed;
            boolean bounded = second.rows() <= Math.min(ROWS_MAX, first.rows() * FACTOR + 100);
            kept &= fast && bounded && !refused.containsKey(screen);
            out.printf(
                    "| %s | %.1f / %.1f | %.1f / %.1f | %.1f | %.0f | %.0f | %s |%n",
                    screen,
                    first.p50(),
                    first.p95(),
                    second.p50(),
                    second.p95(),
                    allowed,
                    first.rows(),
                    second.rows(),
                    refused.containsKey(screen)
                            ? "refused"
                            : (fast ? "" : "slower ") + (bounded ? "" : "rows unbounded"));
        }
        refused.forEach((screen, answer) -> out.println("refused: " + screen + ": " + answer));
        out.println(kept ? "\nevery screen keeps the rule" : "\nNOT every screen keeps the rule");
        return kept;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
