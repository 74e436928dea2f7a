package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.Sample.BIRTH;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;
import vn.motcua.processing.casework.LeaseHistory.Call;
import vn.motcua.processing.casework.LeaseHistory.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Sixteen officers claim, renew, release and let leases run out; what they were told must fit one order of acts per case. */
@QuarkusTest
class LeaseOrderResourceTest {
    private static final Duration LEASE = Duration.ofHours(4);
    private static final int OFFICERS = 16;
    private static final int CALLS = 24;

    /** The clock goes on with the calls, not with the machine: a lease of four hours lasts for about fifty of them on any. */
    private static final int TICKS_PER_STEP = 16;

    @Inject
    MovableClock clock;

    private final String unit = "14-" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + "-20250701";
    private final AtomicLong ticks = new AtomicLong();
    private final Map<Sample, ConcurrentLinkedQueue<Call>> histories = new ConcurrentHashMap<>();

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void whatever_sixteen_officers_do_at_once_no_case_is_held_by_two() throws Exception {
        long seed = System.nanoTime();
        List<Sample> cases = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Sample sample = Sample.of(BIRTH, unit).due("2026-12-20T10:00:00Z");
            sample.transfer();
            sample.awaitAct("OPENED");
            sample.id();
            cases.add(sample);
            histories.put(sample, new ConcurrentLinkedQueue<>());
        }
        ExecutorService pool = Executors.newFixedThreadPool(OFFICERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < OFFICERS; i++) {
                int number = i;
                all.add(pool.submit(() -> work(number, cases, new Random(seed + number))));
            }
            Random random = new Random(seed);
            long next = 0;
            while (all.stream().anyMatch(each -> !each.isDone())) {
                Thread.sleep(5);
                if (ticks.get() >= next) {
                    clock.advance(Duration.ofMinutes(5 + random.nextInt(70)));
                    next = ticks.get() + TICKS_PER_STEP;
                }
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        for (Sample each : cases) {
            List<Call> calls = List.copyOf(histories.get(each));
            assertThat(LeaseHistory.hasAnOrder(calls, LEASE))
                    .as("seed %d%n%s", seed, calls.stream().map(Call::toString).collect(Collectors.joining("\n")))
                    .isTrue();
        }
        Map<Outcome, Long> counted = histories.values().stream()
                .flatMap(ConcurrentLinkedQueue::stream)
                .collect(Collectors.groupingBy(Call::outcome, Collectors.counting()));
        assertThat(counted)
                .as("seed %d", seed)
                .containsKeys(Outcome.HOLDS, Outcome.RELEASED, Outcome.HELD_BY_ANOTHER, Outcome.NOT_HELD);
    }

    private void work(int number, List<Sample> cases, Random random) {
        String officer = "Cán bộ " + number;
        String token = TestTokens.builder()
                .subject("officer-" + number + "-" + unit)
                .roles("specialist")
                .units(unit)
                .department("office")
                .name(officer)
                .title("Công chức")
                .token();
        Map<Sample, Long> fences = new ConcurrentHashMap<>();
        for (int i = 0; i < CALLS; i++) {
            Sample sample = cases.get(random.nextInt(cases.size()));
            Long fence = fences.get(sample);
            int chance = random.nextInt(10);
            boolean release = fence != null && chance < 4;
            Long sent = fence != null && chance < 8 ? fence : null;
            Call call = call(sample, officer, token, release, sent);
            histories.get(sample).add(call);
            if (call.outcome() == Outcome.HOLDS) {
                fences.put(sample, call.fence());
            }
        }
    }

    private Call call(Sample sample, String officer, String token, boolean release, Long sent) {
        String etag = sample.get(token).header("ETag");
        String body = "{\"action\":\"%s\"%s}"
                .formatted(release ? "RELEASE" : "CLAIM", sent == null ? "" : ",\"fence\":" + sent);
        Instant from = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long begun = ticks.incrementAndGet();
        Response answer = sample.act(token, body, etag, UUID.randomUUID().toString());
        long ended = ticks.incrementAndGet();
        Instant to = clock.instant();
        return switch (answer.statusCode()) {
            case 200 ->
                release
                        ? new Call(officer, begun, ended, from, to, sent, Outcome.RELEASED, null, null, null)
                        : new Call(
                                officer,
                                begun,
                                ended,
                                from,
                                to,
                                sent,
                                Outcome.HOLDS,
                                null,
                                answer.jsonPath().getLong("holder.fence"),
                                Instant.parse(answer.jsonPath().getString("holder.until")));
            case 412 -> new Call(officer, begun, ended, from, to, sent, Outcome.STALE, null, null, null);
            case 409 -> refused(officer, begun, ended, from, to, sent, answer);
            default -> throw new AssertionError(answer.statusCode() + " " + answer.asString());
        };
    }

    /** A claim that loses is told who holds the case; a number that does not hold is told so. */
    private static Call refused(
            String officer, long begun, long ended, Instant from, Instant to, Long sent, Response answer) {
        String type = answer.jsonPath().getString("type");
        if (sent == null) {
            assertThat(type).isEqualTo("/problems/case-held");
            return new Call(
                    officer,
                    begun,
                    ended,
                    from,
                    to,
                    null,
                    Outcome.HELD_BY_ANOTHER,
                    answer.jsonPath().getString("held.by"),
                    null,
                    Instant.parse(answer.jsonPath().getString("held.until")));
        }
        assertThat(type).isIn("/problems/fence-stale", "/problems/case-not-held", "/problems/case-held");
        return new Call(officer, begun, ended, from, to, sent, Outcome.NOT_HELD, null, null, null);
    }
}
