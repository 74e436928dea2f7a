package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
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

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@QuarkusTest
class BulkResourceTest {
    @Inject
    MovableClock clock;

    private final String unit = "14-" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + "-20250701";
    private final String specialist = TestTokens.officer("specialist", unit);
    private final String director = TestTokens.officer("director", unit);

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
    void each_case_has_a_result_of_its_own_and_what_one_is_refused_holds_up_no_other() {
        Sample free = opened();
        Sample held = opened();
        Sample stale = opened();
        held.claim(specialist);
        String old = etag(stale);
        stale.claim(specialist);
        UUID nothing = UUID.randomUUID();
        bulk(
                        director,
                        key(),
                        "REASSIGN",
                        ",\"assignee\":\"ba\",\"assigneeName\":\"Lò Thị Ba\"",
                        item(free),
                        item(held),
                        "{\"id\":\"%s\",\"ifMatch\":%s}".formatted(stale.id(), quoted(old)),
                        "{\"id\":\"%s\",\"ifMatch\":\"\\\"1\\\"\"}".formatted(nothing))
                .then()
                .statusCode(207)
                .body("done", equalTo(2))
                .body("refused", equalTo(2))
                .body("results.status", equalTo(List.of(200, 200, 412, 404)))
                .body("results[0].etag", equalTo(etag(free)))
                .body("results[0].problem", nullValue())
                .body("results[2].problem.type", equalTo("/problems/precondition-failed"))
                .body("results[2].problem.current.act", equalTo("CLAIMED"))
                .body("results[3].problem.type", equalTo("/problems/case-not-found"));
        assertThat(free.read(director).at("/holder/name").asText()).isEqualTo("Lò Thị Ba");
        assertThat(stale.read(director).at("/holder/name").asText()).isEqualTo("Cán bộ specialist");
    }

    @Test
    void a_holder_gives_back_what_they_hold_with_the_number_of_each_claim() {
        Sample one = opened();
        Sample two = opened();
        long fence = one.claim(specialist);
        two.claim(specialist);
        bulk(
                        specialist,
                        key(),
                        "RELEASE",
                        "",
                        "{\"id\":\"%s\",\"ifMatch\":%s,\"fence\":%d}".formatted(one.id(), quoted(etag(one)), fence),
                        item(two))
                .then()
                .statusCode(207)
                .body("results.status", equalTo(List.of(200, 400)))
                .body("results[1].problem.type", equalTo("/problems/fence-missing"));
        assertThat(one.read(specialist).get("state").asText()).isEqualTo("OPEN");
        assertThat(two.read(specialist).get("state").asText()).isEqualTo("CLAIMED");
    }

    @Test
    void repeated_under_the_same_key_it_is_told_again_and_done_once() {
        Sample one = opened();
        one.claim(specialist);
        String key = key();
        String body = body("RELEASE", "", item(one));
        String first =
                post(director, key, body).then().statusCode(207).extract().asString();
        Response again = post(director, key, body);
        again.then().statusCode(207).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first);
        post(director, key, body("RELEASE", "", item(one), item(opened())))
                .then()
                .statusCode(422);
        one.awaitAct("RELEASED");
        assertThat(one.acts()).containsExactly("OPENED", "CLAIMED", "RELEASED");
    }

    @Inject
    BulkActs acts;

    /** The service dies after some items and before the answer is stored: under the same key those items are not done again. */
    @Test
    void an_item_done_before_a_death_is_told_and_not_done_again() {
        Sample one = opened();
        var officer = new vn.motcua.processing.officer.Officer(
                "director-" + unit + "-office",
                "Cán bộ director",
                null,
                java.util.Set.of("director"),
                java.util.Set.of(unit),
                "office");
        String etag = etag(one);
        String key = key();
        CaseAction give = new CaseAction.Reassign("ba", "Lò Thị Ba");
        BulkActs.Done done =
                acts.one(officer.subject() + " bulk REASSIGN", key, UUID.fromString(one.id()), give, etag, officer);
        assertThat(done.before()).isFalse();
        post(
                        director,
                        key,
                        body(
                                "REASSIGN",
                                ",\"assignee\":\"ba\",\"assigneeName\":\"Lò Thị Ba\"",
                                "{\"id\":\"%s\",\"ifMatch\":%s}".formatted(one.id(), quoted(etag))))
                .then()
                .statusCode(207)
                .body("results.status", equalTo(List.of(200)))
                .body("results[0].etag", equalTo(etag(one)));
        assertThat(one.acts()).containsExactly("OPENED", "CLAIMED");
    }

    @Test
    void what_cannot_be_asked_is_refused_as_a_whole() {
        Sample one = opened();
        post(director, key(), body("REASSIGN", "", item(one)))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/assignee"));
        post(director, key(), body("RELEASE", "")).then().statusCode(400);
        post(director, key(), body("DECIDE", "", item(one))).then().statusCode(400);
        post(director, key(), body("RELEASE", "", "{\"id\":\"%s\"}".formatted(one.id())))
                .then()
                .statusCode(400);
        String many = Stream.generate(() -> item(one)).limit(101).collect(Collectors.joining(","));
        post(director, key(), body("RELEASE", "", many)).then().statusCode(400);
        for (String role : List.of("reception", "cashier", "auditor")) {
            post(TestTokens.officer(role, unit), key(), body("RELEASE", "", item(one)))
                    .then()
                    .statusCode(403);
        }
        bulk(specialist, key(), "REASSIGN", ",\"assignee\":\"ba\",\"assigneeName\":\"Lò Thị Ba\"", item(one))
                .then()
                .statusCode(207)
                .body("results[0].status", equalTo(403))
                .body("results[0].problem.type", equalTo("/problems/act-not-yours"));
    }

    private Response bulk(String token, String key, String action, String more, String... items) {
        return post(token, key, body(action, more, items));
    }

    private static Response post(String token, String key, String body) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/processing/cases/bulk");
    }

    private static String body(String action, String more, String... items) {
        return "{\"action\":\"%s\"%s,\"items\":[%s]}".formatted(action, more, String.join(",", items));
    }

    private String item(Sample sample) {
        return "{\"id\":\"%s\",\"ifMatch\":%s}".formatted(sample.id(), quoted(etag(sample)));
    }

    private String etag(Sample sample) {
        return sample.get(director).header("ETag");
    }

    private static String quoted(String etag) {
        return '"' + etag.replace("\"", "\\\"") + '"';
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Sample opened() {
        Sample sample = Sample.of(BIRTH, unit);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }
}
