package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class NextCaseResourceTest {
    @Inject
    MovableClock clock;

    private final String unit = "14-" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + "-20250701";

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
    void the_most_urgent_free_case_is_claimed_and_then_the_next_one() {
        Sample later = opened("2026-12-02T10:00:00Z");
        Sample sooner = opened("2026-11-25T10:00:00Z");
        Sample frozen = opened("2026-11-24T10:00:00Z");
        Sample paused = opened("2026-11-24T09:00:00Z");
        frozen.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        frozen.awaitAct("FROZEN");
        paused.stage("AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        paused.awaitSeen(officer("hoa"), seen -> seen.get("state").asText().equals("PAUSED"));
        next("hoa")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("id", equalTo(sooner.id()))
                .body("state", equalTo("CLAIMED"))
                .body("holder.mine", equalTo(true))
                .body("holder.fence", notNullValue())
                .body("why.first", notNullValue());
        next("vui").then().statusCode(200).body("id", equalTo(later.id()));
        next("hoa").then().statusCode(204);
        assertThat(sooner.acts()).containsExactly("OPENED", "CLAIMED");
    }

    @Test
    void asked_again_under_the_same_key_it_is_the_same_case() {
        Sample first = opened("2026-11-25T10:00:00Z");
        opened("2026-11-26T10:00:00Z");
        String key = UUID.randomUUID().toString();
        next("hoa", key).then().statusCode(200).body("id", equalTo(first.id()));
        next("hoa", key)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.id()));
    }

    @Test
    void what_somebody_let_run_out_is_given_to_the_next() {
        Sample sample = opened("2026-11-25T10:00:00Z");
        next("hoa").then().statusCode(200);
        clock.advance(Duration.ofHours(4).plusSeconds(1));
        sample.awaitAct("RELEASED");
        next("vui").then().statusCode(200).body("id", equalTo(sample.id())).body("holder.name", equalTo("Cán bộ vui"));
    }

    @Test
    void who_holds_as_many_as_the_department_allows_gets_no_more_and_is_told_how_many() {
        Sample mine = null;
        for (int i = 0; i < 11; i++) {
            Sample each = opened("2026-11-2" + (4 + i % 5) + "T10:00:00Z");
            mine = mine == null ? each : mine;
        }
        for (int i = 0; i < 10; i++) {
            next("hoa").then().statusCode(200);
        }
        next("hoa")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/enough-in-progress"))
                .body("held", equalTo(10))
                .body("limit", equalTo(10))
                .body("department", equalTo("office"));
        long fence = mine.read(officer("hoa")).at("/holder/fence").asLong();
        mine.act(officer("hoa"), "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(fence))
                .then()
                .statusCode(200);
        next("hoa").then().statusCode(200).body("id", equalTo(mine.id()));
    }

    /** Twice as many officers as cases, all at once: every case goes to one, and nobody who could have one leaves without. */
    @Test
    void of_many_who_ask_at_once_no_two_get_the_same_case_and_none_is_left() throws Exception {
        for (int i = 0; i < 12; i++) {
            opened("2026-11-25T10:0" + i % 10 + ":00Z");
        }
        ExecutorService pool = Executors.newFixedThreadPool(24);
        try {
            List<Future<Response>> asked = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String name = "officer-" + i;
                asked.add(pool.submit(() -> next(name)));
            }
            List<String> got = new ArrayList<>();
            for (Future<Response> each : asked) {
                Response answer = each.get();
                assertThat(answer.statusCode()).isIn(200, 204);
                if (answer.statusCode() == 200) {
                    got.add(answer.jsonPath().getString("id"));
                }
            }
            assertThat(new HashSet<>(got)).hasSameSizeAs(got).hasSize(12);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The limit holds also for one who presses in many windows at once. */
    @Test
    void pressing_many_times_at_once_gives_no_more_than_the_limit() throws Exception {
        for (int i = 0; i < 14; i++) {
            opened("2026-11-25T10:00:00Z");
        }
        ExecutorService pool = Executors.newFixedThreadPool(14);
        try {
            List<Future<Response>> asked = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                asked.add(pool.submit(() -> next("hoa")));
            }
            int got = 0;
            for (Future<Response> each : asked) {
                got += each.get().statusCode() == 200 ? 1 : 0;
            }
            assertThat(got).isEqualTo(10);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void only_a_specialist_of_the_department_asks_for_the_next() {
        for (String role : List.of("reception", "approver", "director", "cashier", "auditor")) {
            ask(TestTokens.officer(role, unit), "{\"unit\":\"%s\"}".formatted(unit))
                    .then()
                    .statusCode(403);
        }
        for (String stranger : List.of(
                TestTokens.officer("specialist", unit, "economy"),
                TestTokens.officer("specialist", "14-00001-20250701", "office"))) {
            ask(stranger, "{\"unit\":\"%s\"}".formatted(unit))
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/not-your-queue"));
        }
        ask(officer("hoa"), "{}").then().statusCode(400);
    }

    private Response next(String name) {
        return next(name, UUID.randomUUID().toString());
    }

    private Response next(String name, String key) {
        return as(officer(name))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"unit\":\"%s\"}".formatted(unit))
                .post("/api/processing/departments/office/next");
    }

    private static Response ask(String token, String body) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/processing/departments/office/next");
    }

    private Sample opened(String due) {
        Sample sample = Sample.of(BIRTH, unit).due(due);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private String officer(String name) {
        return TestTokens.builder()
                .subject(name + "-" + unit)
                .roles("specialist")
                .units(unit)
                .department("office")
                .name("Cán bộ " + name)
                .title("Công chức")
                .token();
    }
}
