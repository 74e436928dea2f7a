package vn.motcua.processing.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.as;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class AbsenceResourceTest {
    private static final String TOMORROW = "2026-11-24T10:00:00Z";

    @Inject
    MovableClock clock;

    private final String unit = "14-" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + "-20250701";
    private final String director = TestTokens.officer("director", unit);
    private final String hoa = officer("hoa");
    private final String vui = officer("vui");

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T10:00");
        opened().claim(vui);
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void what_an_absent_officer_holds_goes_to_the_substitute_and_comes_back_to_nobody() {
        Sample one = opened();
        Sample two = opened();
        long fence = one.claim(hoa);
        two.claim(hoa);
        enter(hoa, null, null, TOMORROW, id("vui"))
                .then()
                .statusCode(201)
                .body("now", equalTo(true))
                .body("mine", equalTo(true))
                .body("substituteName", equalTo("Cán bộ vui"))
                .body("handedOn", equalTo(2))
                .body("givenBack", equalTo(0));
        JsonNode seen = one.read(vui);
        assertThat(seen.at("/holder/mine").asBoolean()).isTrue();
        assertThat(seen.at("/holder/fence").asLong()).isGreaterThan(fence);
        assertThat(seen.at("/history/0/act").asText()).isEqualTo("CLAIMED");
        assertThat(seen.at("/history/0/reasonCode").asText()).isEqualTo("ABSENCE");
        assertThat(seen.at("/history/0/role").asText()).isEqualTo("clock");
        one.act(hoa, "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(fence))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"))
                .body("held.by", equalTo("Cán bộ vui"));
        one.awaitAct("CLAIMED", 2);
    }

    @Test
    void without_a_substitute_or_with_one_who_is_away_too_it_goes_back_to_the_queue() {
        Sample one = opened();
        one.claim(hoa);
        enter(director, id("hoa"), null, TOMORROW, null)
                .then()
                .statusCode(201)
                .body("name", equalTo("Cán bộ hoa"))
                .body("mine", equalTo(false))
                .body("handedOn", equalTo(0))
                .body("givenBack", equalTo(1));
        assertThat(one.read(vui).get("state").asText()).isEqualTo("OPEN");
        one.awaitAct("RELEASED");
        Sample two = opened();
        two.claim(vui);
        enter(vui, null, null, TOMORROW, id("hoa")).then().statusCode(201).body("handedOn", equalTo(0));
        assertThat(two.read(hoa).get("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void while_absent_nothing_is_given_to_them_and_afterwards_it_is_again() {
        Sample sample = opened();
        opened().claim(hoa);
        enter(hoa, null, null, TOMORROW, null).then().statusCode(201);
        next(hoa)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/officer-absent"))
                .body("absentUntil", equalTo(TOMORROW));
        String reassign =
                "{\"action\":\"REASSIGN\",\"assignee\":\"%s\",\"assigneeName\":\"Cán bộ hoa\"}".formatted(id("hoa"));
        sample.act(director, reassign)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/assignee-absent"))
                .body("absentUntil", equalTo(TOMORROW));
        clock.setLegal("2026-11-24T17:00");
        sample.act(director, reassign).then().statusCode(200).body("holder.name", equalTo("Cán bộ hoa"));
        next(hoa).then().statusCode(200);
        list(director).then().body("items", hasSize(0));
    }

    @Test
    void what_the_signer_sends_back_to_somebody_away_goes_to_the_substitute_or_the_queue() {
        Sample toSubstitute = opened();
        toSubstitute.propose(hoa, toSubstitute.claim(hoa)).then().statusCode(200);
        String absence = enter(hoa, null, null, TOMORROW, id("vui"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String back = "{\"action\":\"SEND_BACK\",\"reasonCode\":\"WRONG_FORM\"}";
        String approver = TestTokens.officer("approver", unit);
        toSubstitute.act(approver, back).then().statusCode(200).body("holder.name", equalTo("Cán bộ vui"));
        end(hoa, absence, 2).then().statusCode(204);
        Sample toQueue = opened();
        toQueue.propose(hoa, toQueue.claim(hoa)).then().statusCode(200);
        enter(hoa, null, null, TOMORROW, null).then().statusCode(201);
        toQueue.act(approver, back).then().statusCode(200);
        toQueue.awaitSeen(vui, seen -> seen.get("state").asText().equals("OPEN"));
        assertThat(toQueue.read(vui).get("sentBackReason").asText()).isEqualTo("WRONG_FORM");
    }

    @Test
    void an_absence_entered_beforehand_begins_by_itself() {
        Sample sample = opened();
        sample.claim(hoa);
        enter(hoa, null, "2026-11-23T05:00:00Z", TOMORROW, id("vui"))
                .then()
                .statusCode(201)
                .body("now", equalTo(false))
                .body("handedOn", equalTo(0));
        assertThat(sample.read(hoa).at("/holder/mine").asBoolean()).isTrue();
        clock.advance(Duration.ofHours(2).plusSeconds(1));
        sample.awaitSeen(vui, seen -> seen.at("/holder/mine").asBoolean());
        list(hoa).then().body("items[0].handedOn", equalTo(1)).body("items[0].now", equalTo(true));
    }

    @Test
    void a_case_that_waits_for_its_answer_goes_back_once_that_is_there() {
        Sample sample = opened();
        long fence = sample.claim(hoa);
        sample.act(
                        hoa,
                        "{\"action\":\"ASK_PAYMENT\",\"fence\":%d,\"amountVnd\":1000,\"reasonCode\":\"LAND_TAX\"}"
                                .formatted(fence))
                .then()
                .statusCode(200);
        UUID asked = sample.awaitAct("ASK_PAYMENT").id();
        enter(hoa, null, null, TOMORROW, id("vui")).then().statusCode(201);
        sample.refused(asked, "ASK_PAYMENT", "STALE");
        sample.awaitSeen(vui, seen -> seen.get("state").asText().equals("OPEN"));
    }

    @Test
    void an_absence_is_ended_early_by_the_officer_or_the_director_and_by_nobody_else() {
        opened().claim(hoa);
        String id = enter(hoa, null, null, TOMORROW, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        end(vui, id, 2).then().statusCode(404).body("type", equalTo("/problems/absence-not-found"));
        end(TestTokens.officer("director", "14-00001-20250701"), id, 2).then().statusCode(404);
        end(hoa, id, 1).then().statusCode(412).body("current.ends", equalTo(TOMORROW));
        as(hoa).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"action\":\"END\"}")
                .post("/api/processing/absences/" + id + "/actions")
                .then()
                .statusCode(428);
        clock.advance(Duration.ofMinutes(5));
        end(director, id, 2).then().statusCode(204);
        end(director, id, 3).then().statusCode(409).body("type", equalTo("/problems/absence-over"));
        next(hoa).then().statusCode(200);
        String later = enter(hoa, null, "2026-11-26T01:00:00Z", "2026-11-27T01:00:00Z", null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        end(hoa, later, 1).then().statusCode(204);
        list(director).then().body("items", hasSize(0)).body("next", nullValue());
    }

    @Test
    void what_does_not_fit_is_refused() {
        opened().claim(hoa);
        enter(hoa, null, null, "2026-11-23T02:59:00Z", null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/absence-times"));
        enter(hoa, null, null, "2028-11-23T02:59:00Z", null).then().statusCode(422);
        enter(hoa, null, "2029-01-01T00:00:00Z", "2029-01-02T00:00:00Z", null)
                .then()
                .statusCode(422);
        enter(hoa, null, null, TOMORROW, id("hoa"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-officer"))
                .body("violations[0].pointer", equalTo("/substitute"));
        enter(hoa, null, null, TOMORROW, "nobody").then().statusCode(422);
        enter(director, "nobody", null, TOMORROW, null)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/subject"));
        enter(hoa, null, null, TOMORROW, null).then().statusCode(201);
        enter(hoa, null, "2026-11-24T09:00:00Z", "2026-11-30T00:00:00Z", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/absence-overlaps"));
        enter(hoa, null, TOMORROW, "2026-11-30T00:00:00Z", null).then().statusCode(201);
    }

    @Test
    void an_officer_enters_nobody_elses_absence_and_sees_those_of_the_department() {
        enter(hoa, id("vui"), null, TOMORROW, null)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        enter(TestTokens.officer("specialist", unit, "economy"), null, null, TOMORROW, null)
                .then()
                .statusCode(403);
        enter(TestTokens.officer("reception", unit), null, null, TOMORROW, null)
                .then()
                .statusCode(403);
        enter(vui, null, null, TOMORROW, null).then().statusCode(201);
        list(hoa)
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("Cán bộ vui")))
                .body("items[0].mine", equalTo(false));
        list(TestTokens.officer("specialist", unit, "economy")).then().statusCode(403);
        list(TestTokens.officer("director", "14-00001-20250701")).then().statusCode(403);
        list(TestTokens.officer("auditor", unit)).then().statusCode(403);
        as(director)
                .queryParam("unit", unit)
                .queryParam("after", "bad")
                .get("/api/processing/absences")
                .then()
                .statusCode(400);
    }

    private Response enter(String token, String subject, String begins, String ends, String substitute) {
        String body =
                "{\"unit\":\"%s\",\"department\":\"office\",\"subject\":%s,\"begins\":%s,\"ends\":\"%s\",\"substitute\":%s}"
                        .formatted(unit, json(subject), json(begins), ends, json(substitute));
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/processing/absences");
    }

    private static Response end(String token, String id, long revision) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + revision + "\"")
                .body("{\"action\":\"END\"}")
                .post("/api/processing/absences/" + id + "/actions");
    }

    private Response list(String token) {
        return as(token)
                .queryParam("unit", unit)
                .queryParam("department", "office")
                .get("/api/processing/absences");
    }

    private Response next(String token) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"unit\":\"%s\"}".formatted(unit))
                .post("/api/processing/departments/office/next");
    }

    private static String json(String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    private Sample opened() {
        Sample sample = Sample.of(BIRTH, unit);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private String id(String name) {
        return name + "-" + unit;
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
