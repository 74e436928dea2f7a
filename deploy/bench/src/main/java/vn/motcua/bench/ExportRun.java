package vn.motcua.bench;

import vn.motcua.devstack.SuitePart;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code bench export}: the register as CSV through the gateway at two sizes: how long until its first and its last line, and what memory
 * intake, gateway and PostgreSQL take above what they had, which must not grow with the lines.
 */
final class ExportRun {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Options options;
    private final Target target;
    private final PrintStream out;

    ExportRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    /** @param told lines as told beforehand; above: megabytes above the beginning, by part */
    private record Exported(
            long told, long lines, long bytes, double firstMillis, double seconds, Map<String, Double> above) {}

    /**
     * Half of what is filled lies at the measured unit, so twice as much is filled as is to be exported.
     *
     * @return whether every export was whole
     */
    boolean run() throws Exception {
        Staff staff = Staff.loggedIn(target.gateway());
        if (options.has("url")) {
            return report(List.of(export(staff)));
        }
        int small = options.number("small", 10_000);
        int large = options.number("large", 1_000_000);
        try (Client client = new Client(target.gateway(), staff, new Pace(), 42)) {
            Templates templates = new Templates(target, client);
            List<Template> made = templates.make();
            try (Filling filling = new Filling(target, made, Filling.UNITS)) {
                filling.add(0, 2 * small);
                staff.renewIfOld();
                export(staff);
                Exported first = export(staff);
                filling.add(2 * small, 2 * large);
                staff.renewIfOld();
                return report(List.of(first, export(staff)));
            }
        }
    }

    private Exported export(Staff staff) throws IOException, InterruptedException {
        Map<SuitePart, Long> pids = target.pids();
        Footprint before = Footprint.now(pids);
        Map<String, Double> above = new TreeMap<>();
        long begin = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(
                        target.gateway().resolve("/api/intake/registers/" + Staff.UNIT + "/export"))
                .header("Authorization", "Bearer " + staff.reception().value())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"purpose\":\"REPORTING\"}"))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("export: " + answer.statusCode());
        }
        long lines = -1;
        long bytes = 0;
        double firstMillis = 0;
        long look = begin;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = answer.body()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                firstMillis = bytes == 0 ? (System.nanoTime() - begin) / 1e6 : firstMillis;
                bytes += n;
                for (int i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                if (System.nanoTime() - look > LOOK_EVERY_NANOS) {
                    look = System.nanoTime();
                    Footprint.now(pids)
                            .megabytes()
                            .forEach((part, now) ->
                                    above.merge(part, now - before.megabytes().getOrDefault(part, 0.0), Math::max));
                }
            }
        }
        long told = answer.headers().firstValueAsLong("Total-Lines").orElse(-1);
        return new Exported(told, lines, bytes, firstMillis, (System.nanoTime() - begin) / 1e9, above);
    }

    private boolean report(List<Exported> all) {
        out.println("\n| lines | told | MB | first byte ms | seconds | lines/s | MB above the beginning |");
        out.println("|--:|--:|--:|--:|--:|--:|---|");
        boolean whole = true;
        for (Exported each : all) {
            whole &= each.lines() == each.told();
            out.printf(
                    "| %,d | %,d | %.1f | %.0f | %.1f | %,.0f | %s |%n",
                    each.lines(),
                    each.told(),
                    each.bytes() / 1e6,
                    each.firstMillis(),
                    each.seconds(),
                    each.lines() / each.seconds(),
                    each.above());
        }
        out.println(whole ? "\nevery export was whole" : "\nNOT every export was whole");
        return whole;
    }
}
