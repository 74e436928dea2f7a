package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.MAI;
import static vn.motcua.intake.Desk.MUONG_SAI;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Eight actors walk at random through the five steps of the same dossiers, also where they may not: officers over REST, case and return
 * by events. What an officer was told is possible must be done, what was not must be refused with what is; the histories must follow the
 * model.
 */
@QuarkusTest
class FiveStepsWalkResourceTest {
    private static final int DOSSIERS = 9;
    private static final int STEPS = Integer.getInteger("steps", 30);
    private static final String LAN = officer("lan", "reception", MUONG_SAI);
    private static final String NGA = officer("nga", "reception", MUONG_SAI);
    private static final String GIAM = officer("giam", "director", MUONG_SAI);
    private static final String NHAI = officer("nhai", "reception", Desk.QUYNH_NHAI);
    private static final List<String> ACTIONS = List.of(
            "SUBMIT",
            "RECEIVE",
            "REFUSE",
            "ASK_SUPPLEMENT",
            "SUPPLY",
            "ABANDON",
            "TRANSFER",
            "PAY",
            "ASK_WITHDRAWAL",
            "CONFIRM",
            "DENY",
            "CANCEL",
            "CORRECT",
            "APOLOGISE");
    private static final List<String> OFFERS =
            List.of("ASK_SUPPLEMENT", "ASK_PAYMENT", "EXTEND", "DECIDE", "DECIDE", "REISSUE", "HAND_OVER", "HAND_OVER");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Queue<Done> done = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> offered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger outrun = new AtomicInteger();

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    /** An officer's act that was answered with 200. */
    private record Done(String dossier, String action, long seen) {}

    private static String officer(String subject, String role, String unit) {
        return TestTokens.builder()
                .subject(subject)
                .roles(role)
                .units(unit)
                .name("Cán bộ " + subject)
                .title("Công chức")
                .token();
    }

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void eight_actors_at_random_reach_no_stage_outside_the_model_lose_no_act_and_are_told_why_not() throws Exception {
        System.err.println("FiveStepsWalkResourceTest -Dseed=" + seed);
        List<String> dossiers = opened();
        walk(dossiers);
        clock.setLegal("2026-11-30T10:00");
        walk(dossiers);

        assertThat(faults).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(answered(dossiers))
                .containsExactlyInAnyOrderElementsOf(texts(offered)));
        dossiers.forEach(this::judge);
        assertThat(done).as("acts done").hasSizeGreaterThan(DOSSIERS);
        assertThat(refused).as("acts refused").hasPositiveValue();
    }

    private List<String> opened() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < DOSSIERS; i++) {
            String procedure = List.of(Desk.COPY, Desk.BIRTH, Desk.COPY).get(i % 3);
            String id = Desk.open(HOA, procedure, "COUNTER").getString("id");
            if (i % 4 != 3) {
                Desk.presentAll(id);
            }
            if (i % 2 == 0) {
                Desk.act(HOA, id, Desk.action("RECEIVE"));
            }
            ids.add(id);
        }
        return ids;
    }

    private void walk(List<String> dossiers) throws Exception {
        List<String> officers = List.of(HOA, LAN, NGA, MAI, MAI, GIAM, NHAI);
        List<Callable<Void>> walks = new ArrayList<>();
        for (int i = 0; i < officers.size(); i++) {
            String token = officers.get(i);
            Random random = new Random(seed + i + done.size());
            walks.add(() -> {
                for (int step = 0; step < STEPS; step++) {
                    tryOnce(token, any(dossiers, random), random);
                }
                return null;
            });
        }
        Random random = new Random(seed - 1);
        walks.add(() -> {
            for (int step = 0; step < STEPS; step++) {
                offer(any(dossiers, random), any(OFFERS, random));
            }
            return null;
        });
        ExecutorService threads = Executors.newFixedThreadPool(walks.size());
        try {
            for (Future<Void> each : threads.invokeAll(walks)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void tryOnce(String token, String id, Random random) {
        Response seen = Desk.get(token, "/api/intake/dossiers/" + id);
        if (seen.statusCode() == 404) {
            return; // another unit's, or another's draft
        }
        JsonPath dossier = seen.jsonPath();
        List<String> allowed = dossier.getList("allowedActions");
        String action = !allowed.isEmpty() && random.nextInt(3) > 0 ? any(allowed, random) : any(ACTIONS, random);
        Response answer = Desk.post(
                token, "/api/intake/dossiers/" + id + "/actions", seen.header("ETag"), body(action, dossier, random));
        long revision = dossier.getLong("revision");
        String what = action + " of " + dossier.getString("stage") + " " + id + " at revision " + revision;
        switch (answer.statusCode()) {
            case 200 -> {
                done.add(new Done(id, action, revision));
                expect(allowed.contains(action), what + " was done and not allowed");
            }
            case 403 -> expect(!allowed.contains(action), what + " was allowed and forbidden");
            case 409 -> {
                refused.incrementAndGet();
                List<String> now = answer.jsonPath().getList("allowed");
                // allowed to who names the law that lets them ask again, which nobody here does
                boolean again = "FIRST_SUPPLEMENT".equals(answer.jsonPath().getString("guard"));
                expect(!allowed.contains(action) || again, what + " was allowed and refused: " + answer.asString());
                expect(
                        now != null && Set.copyOf(now).equals(Set.copyOf(allowed)),
                        what + " was told " + now + " where " + allowed + " was seen");
            }
            case 412 -> {
                outrun.incrementAndGet();
                Number current = answer.jsonPath().get("current.revision");
                expect(
                        current != null && current.longValue() > revision,
                        what + " was outrun, by nothing newer: " + current);
            }
            default -> faults.add(what + ": " + answer.statusCode() + " " + answer.asString());
        }
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static Map<String, Object> body(String action, JsonPath dossier, Random random) {
        Map<String, Object> body = new HashMap<>(Desk.action(action));
        switch (action) {
            case "REFUSE", "DENY" ->
                body.putAll(Map.of("reasonCode", "NOT_COMPETENT", "reason", "Không thuộc thẩm quyền"));
            case "ASK_SUPPLEMENT" -> {
                body.putAll(Map.of("reasonCode", "INCOMPLETE", "reason", "Thiếu giấy tờ"));
                body.put(
                        "items",
                        List.of(Map.of(
                                "component",
                                any(dossier.<String>getList("papers.component"), random),
                                "reasonCode",
                                "MISSING")));
            }
            case "PAY" ->
                body.putAll(Map.of(
                        "amountVnd",
                        Math.max(1, dossier.getLong("fees.openVnd")),
                        "method",
                        "CASH",
                        "receipt",
                        "0000123"));
            case "CORRECT" ->
                body.putAll(Map.of("reason", "Sai chính tả", "language", random.nextBoolean() ? "vi" : "en"));
            case "APOLOGISE" ->
                body.putAll(
                        Map.of("reasonCode", "WORKLOAD", "reason", "Nhiều hồ sơ", "promised", "2026-12-02T03:00:00Z"));
            default -> {}
        }
        return body;
    }

    private void offer(String id, String act) {
        String payload =
                switch (act) {
                    case "ASK_SUPPLEMENT" ->
                        "{\"items\":[{\"component\":\"%s\",\"reasonCode\":\"MISSING\"}],\"reasonCode\":\"INCOMPLETE\"}"
                                .formatted(Desk.dossier(HOA, id).getString("papers[0].component"));
                    case "ASK_PAYMENT" -> "{\"amountVnd\":5000,\"reasonCode\":\"MORE_PAGES\"}";
                    case "EXTEND" -> "{\"newDue\":\"2026-12-10T03:00:00Z\",\"reasonCode\":\"COMPLEX\"}";
                    case "REISSUE" ->
                        "{\"resultId\":\"%s\",\"resultHash\":\"%s\",\"replaces\":null}"
                                .formatted(UUID.randomUUID(), "cd".repeat(32));
                    default -> null;
                };
        UUID event =
                switch (act) {
                    case "DECIDE" -> Desk.decided(id);
                    case "HAND_OVER" -> Desk.handedOver(id);
                    default -> Desk.fromCase(id, act, payload);
                };
        offered.add(event);
    }

    /** The events that the dossiers answered, each as often as it was: also in the history of a draft alone (ADR 8). */
    private static List<String> answered(List<String> dossiers) {
        return dossiers.stream()
                .flatMap(id -> history(id).stream())
                .map(act -> (String) act.get("causedBy"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> texts(Queue<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static List<Map<String, Object>> history(String id) {
        return Desk.get(HOA, "/api/intake/dossiers/" + id + "/history?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** The history of one dossier against the model, and every answered act in it once. */
    private void judge(String id) {
        List<Map<String, Object>> acts = history(id);
        assertThat(FiveStepsWalk.faults(acts)).as("history of " + id).isEmpty();
        for (Done one : done) {
            if (one.dossier.equals(id)) {
                assertThat(acts.stream()
                                .filter(act -> one.action.equals(act.get("action")))
                                .filter(act -> ((Number) act.get("revision")).longValue() == one.seen + 1))
                        .as(one.toString())
                        .hasSize(1);
            }
        }
        assertThat(Desk.dossier(HOA, id).getString("stage"))
                .isEqualTo(acts.get(acts.size() - 1).get("toStage"));
        assertThat(Desk.get(TestTokens.service(), "/api/intake/operations/history-check?dossier=" + id)
                        .jsonPath()
                        .getList("broken"))
                .isEmpty();
    }

    private static <T> T any(List<T> from, Random random) {
        return Objects.requireNonNull(from.get(random.nextInt(from.size())));
    }
}
