package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.SuitePart;
import vn.motcua.e2e.RefusalTable.Who;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Bad input on every endpoint, written from the live OpenAPI documents: 20,000 calls, {@code -Dcalls} changes how many, {@code -Dseed}
 * repeats a run. The answer is a problem detail of the closed lists or a success, never a failure; what is refused changes nothing.
 */
class BadInputIT extends SuiteFixture {
    private static final int CALLS = Integer.getInteger("calls", 20_000);
    private static final long SEED = Long.getLong("seed", System.nanoTime() & 0xffffffL);
    private static final int THREADS = 6;
    private static final int MOST_FAULTS = 400;
    /** Of the calls, those that are right but for one thing. */
    private static final double REFUSED = 0.7;

    private final Map<String, Map<Integer, AtomicInteger>> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> faultCounts = new ConcurrentHashMap<>();
    private final Map<String, String> etags = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> things = new HashMap<>();

    private Callers callers;
    private ProblemCheck problems;

    @Test
    void bad_input_gets_a_problem_detail_and_changes_nothing()
            throws IOException, InterruptedException, ExecutionException {
        System.err.printf("bad input: -Dseed=%d -Dcalls=%d%n", SEED, CALLS);
        callers = Callers.of(suite());
        problems = ProblemCheck.of(root());
        World world = new World(suite(), callers);
        for (String kind :
                List.of("nothing", "feedback", "counter", "draft", "online", "claimed", "proposed", "decided")) {
            things.put(kind, world.make(kind));
        }
        List<OpenApi.Operation> operations = new ArrayList<>();
        OpenApi.SERVICES.forEach(
                service -> operations.addAll(OpenApi.live(suite(), service).operations()));
        BadCalls calls = new BadCalls(operations, things, etags, callers, SEED);
        int refused = (int) (CALLS * REFUSED);

        drawn();
        // the looks of the test are readings of people's data themselves, noted once in ten minutes: they come first
        Map<String, String> seen = seen();
        Map<String, String> before = Footprint.atRest(suite());
        long begin = System.nanoTime();
        run(0, refused, calls::refused);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<String, String> after = Footprint.atRest(suite());
        Map<String, String> seenAfter = seen();
        begin = System.nanoTime();
        run(refused, CALLS, calls::any);
        seconds += (System.nanoTime() - begin) / 1e9;

        report(operations.size(), seconds);
        assertThat(faults.values()).as("seed %d", SEED).isEmpty();
        assertThat(after)
                .as("what stands in the tables after calls that were all refused")
                .isEqualTo(before);
        assertThat(seenAfter)
                .as("what officers see after calls that were all refused")
                .isEqualTo(seen);
        assertThat(statuses).as("operations that were called").hasSameSizeAs(operations);
        for (SuitePart service : OpenApi.SERVICES) {
            try (Wire wire = new Wire(suite().url(service))) {
                assertThat(wire.send(Wire.Request.of("GET", "/q/health/ready")).status())
                        .isEqualTo(200);
            }
        }
    }

    /**
     * A unit's wall is drawn once and kept. Beside six threads of bad calls on a service that has just started the drawing takes longer
     * than the gateway waits, which says nothing about bad input.
     */
    private static void drawn() {
        await().atMost(Duration.ofMinutes(4)).ignoreExceptions().until(() -> {
            try (Wire wire = new Wire(suite().url(SuitePart.CATALOG))) {
                return wire.send(Wire.Request.of("GET", "/api/catalog/units/" + Desk.MUONG_SAI + "/wall.pdf"))
                                .status()
                        == 200;
            }
        });
    }

    private void run(int from, int to, IntFunction<BadCalls.Call> calls)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(() -> {
                    try (Lines lines = new Lines()) {
                        for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                            one(calls.apply(number), lines, number < CALLS * REFUSED);
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void one(BadCalls.Call call, Lines lines, boolean mustBeRefused) {
        String place = call.direct() ? "direct" : "gateway";
        String fault;
        String answered;
        int status = 0;
        try {
            Wire.Answer answer = lines.to(call).send(call.request());
            status = answer.status();
            fault = problems.fault(call.request(), answer);
            if (fault == null && mustBeRefused && status < 400) {
                fault = "taken";
            }
            answered = answer.toString();
        } catch (IOException e) {
            fault = "no answer";
            answered = e.toString();
        }
        statuses.computeIfAbsent(call.operation().key(), key -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(status, key -> new AtomicInteger())
                .incrementAndGet();
        if (fault != null) {
            String kind = call.operation().key() + " " + call.wrong() + " " + fault + " " + status;
            faultCounts.computeIfAbsent(kind, key -> new AtomicInteger()).incrementAndGet();
            if (faults.size() < MOST_FAULTS) {
                faults.putIfAbsent(
                        kind,
                        place + " " + call + ": " + fault + "\n  > " + shown(call.request()) + "\n  < " + answered
                                + "\n");
            }
        }
    }

    /** The connections of one thread. */
    private final class Lines implements AutoCloseable {
        private final Map<SuitePart, Wire> open = new LinkedHashMap<>();

        Wire to(BadCalls.Call call) {
            SuitePart part = call.direct() ? call.operation().api().service() : SuitePart.GATEWAY;
            return open.computeIfAbsent(
                    part, port -> new Wire(port == SuitePart.GATEWAY ? suite().publicUrl() : suite().url(port)));
        }

        @Override
        public void close() {
            open.values().forEach(Wire::close);
        }
    }

    /** Revision and history of every sample, and the ETags that right calls name. */
    private Map<String, String> seen() throws IOException {
        Map<String, String> seen = new TreeMap<>();
        try (Wire wire = new Wire(suite().publicUrl())) {
            for (Map<String, String> thing : things.values()) {
                String dossier = "/api/intake/dossiers/" + thing.get("dossier");
                Who reader = thing.containsKey("case") ? Who.APPROVER : Who.RECEPTION;
                if (thing.containsKey("dossier")) {
                    look(wire, seen, dossier, Who.RECEPTION);
                    look(wire, seen, dossier + "/history?limit=100", Who.RECEPTION);
                }
                if (thing.containsKey("case")) {
                    look(wire, seen, "/api/processing/cases/" + thing.get("case"), reader);
                }
                if (thing.containsKey("result")) {
                    look(wire, seen, "/api/notification/returns/" + thing.get("dossier"), Who.RECEPTION);
                }
            }
        }
        return seen;
    }

    private void look(Wire wire, Map<String, String> seen, String path, Who who) throws IOException {
        Wire.Answer answer = wire.send(Wire.Request.of("GET", path).token(callers.token(who)));
        JsonNode told = answer.json();
        // told at the moment of reading: they run with the clock
        if (told.path("why") instanceof ObjectNode why) {
            why.remove(List.of("minutesLeft", "usedPercent"));
        }
        seen.put(path, answer.header("etag") + " " + told);
        if (answer.header("etag") != null) {
            etags.put(path, answer.header("etag"));
        }
        told.path("papers")
                .forEach(paper -> etags.put(
                        path + "/papers/" + paper.get("component").asText(),
                        paper.get("etag").asText()));
        told.path("originals")
                .forEach(original -> etags.put(
                        path + "/originals/" + original.get("number").asText(),
                        original.get("etag").asText()));
    }

    private static String shown(Wire.Request request) {
        String headers = request.headers().stream()
                .filter(each -> !each.getKey().equals("Authorization"))
                .map(each -> each.getKey() + ": " + cut(each.getValue(), 120))
                .toList()
                .toString();
        String body = request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8);
        return request.method() + " " + cut(request.target(), 200) + " " + headers + " " + cut(body, 500);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…(" + text.length() + ")";
    }

    private void report(int operations, double seconds) throws IOException {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                "bad input: seed %d, %d calls on %d operations in %.0f s%n", SEED, CALLS, operations, seconds));
        statuses.forEach((operation, counts) -> table.append(String.format(
                "%-80s %6d  %s%n",
                operation, counts.values().stream().mapToInt(AtomicInteger::get).sum(), counts)));
        faultCounts.forEach((kind, count) ->
                table.append("FAULT ").append(count).append("x ").append(kind).append('\n'));
        System.err.println(table);
        Files.writeString(Path.of("target", "bad-input.txt"), table + "\n" + String.join("\n", faults.values()));
    }
}
