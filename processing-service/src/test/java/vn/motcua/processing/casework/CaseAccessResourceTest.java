package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.token;

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

@QuarkusTest
class CaseAccessResourceTest {
    private static final String CLAIM = "{\"action\":\"CLAIM\"}";

    @Inject
    MovableClock clock;

    private final String specialist = token("specialist");
    private final String director = token("director");

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
    void others_neither_see_nor_touch_a_case() {
        Sample sample = Sample.opened(BIRTH);
        String etag = sample.get(specialist).header("ETag");
        for (String stranger : List.of(
                TestTokens.officer("specialist", OTHER_UNIT),
                TestTokens.officer("specialist", UNIT, "economy"),
                TestTokens.officer("approver", OTHER_UNIT),
                TestTokens.officer("director", OTHER_UNIT))) {
            sample.get(stranger).then().statusCode(404).body("type", equalTo("/problems/case-not-found"));
            sample.act(stranger, CLAIM, etag, UUID.randomUUID().toString())
                    .then()
                    .statusCode(404);
        }
        sample.get(TestTokens.officer("reception", UNIT))
                .then()
                .statusCode(200)
                .body("allowedActions.size()", equalTo(0));
        sample.get(TestTokens.officer("reception", OTHER_UNIT)).then().statusCode(404);
        sample.get(TestTokens.citizen("someone")).then().statusCode(403);
        io.restassured.RestAssured.given()
                .get("/api/processing/cases/" + sample.id())
                .then()
                .statusCode(401);
        as(specialist)
                .get("/api/processing/cases?dossier=" + sample.dossier)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        as(TestTokens.officer("specialist", OTHER_UNIT))
                .get("/api/processing/cases?dossier=" + sample.dossier)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void a_change_names_the_revision_it_has_seen() {
        Sample sample = Sample.opened(BIRTH);
        String etag = sample.get(specialist).header("ETag");
        sample.act(specialist, CLAIM, null, UUID.randomUUID().toString()).then().statusCode(428);
        long fence = sample.claim(specialist);
        sample.act(
                        specialist,
                        "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(fence),
                        etag,
                        UUID.randomUUID().toString())
                .then()
                .statusCode(412)
                .body("current.act", equalTo("CLAIMED"))
                .body("current.by", equalTo("Cán bộ specialist"))
                .body("current.held.by", equalTo("Cán bộ specialist"));
    }

    @Test
    void the_same_request_twice_gets_the_first_answer() {
        Sample sample = Sample.opened(BIRTH);
        String etag = sample.get(specialist).header("ETag");
        String key = UUID.randomUUID().toString();
        String first = sample.act(specialist, CLAIM, etag, key)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        sample.act(specialist, CLAIM, etag, key).then().statusCode(200).body(equalTo(first));
        sample.act(specialist, "{\"action\":\"CLAIM\",\"fence\":1}", etag, key)
                .then()
                .statusCode(422);
        sample.awaitAct("CLAIMED");
        assertThat(sample.acts()).containsExactly("OPENED", "CLAIMED");
    }

    @Test
    void a_body_that_is_no_act_is_refused_without_a_trace() {
        Sample sample = Sample.opened(BIRTH);
        for (String body : List.of(
                "{}",
                "{\"action\":\"FLY\"}",
                "{\"action\":\"CLAIM\",\"why\":1}",
                "[]",
                "nonsense",
                "{\"action\":\"SEND_BACK\",\"reasonCode\":\"free text\"}",
                "{\"action\":\"REASSIGN\"}")) {
            Response answer = sample.act(specialist, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.asString()).doesNotContain("vn.motcua").doesNotContain("Exception");
        }
    }

    @Test
    void the_buttons_are_what_the_table_allows() {
        Sample sample = Sample.opened(BIRTH);
        sample.get(director).then().body("allowedActions", containsInAnyOrder("REASSIGN", "HAND_ON"));
        sample.claim(specialist);
        sample.get(specialist)
                .then()
                .body(
                        "allowedActions",
                        containsInAnyOrder(
                                "CLAIM",
                                "RELEASE",
                                "HAND_ON",
                                "EXAMINE",
                                "ASK_OPINION",
                                "ASK_SUPPLEMENT",
                                "ASK_PAYMENT",
                                "ASK_EXTENSION"));
        sample.get(officer("second")).then().body("allowedActions.size()", equalTo(0));
    }

    private static String officer(String subject) {
        return TestTokens.builder()
                .subject(subject)
                .roles("specialist")
                .units(UNIT)
                .department("office")
                .name("Cán bộ " + subject)
                .title("Công chức")
                .token();
    }
}
