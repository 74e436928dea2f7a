package vn.motcua.processing.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.draft.Offered.APPROVER;
import static vn.motcua.processing.draft.Offered.RECEPTION;
import static vn.motcua.processing.draft.Offered.SPECIALIST;
import static vn.motcua.processing.draft.Offered.WORDS;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;

import java.time.Duration;
import java.util.UUID;

/** The draft of a certificate before the person: offered, confirmed, objected to, met with silence. */
@QuarkusTest
class DraftResourceTest {
    private static final String CONFIRM = "{\"action\":\"CONFIRM_DRAFT\",\"draft\":\"%s\",\"how\":\"PHONE\"}";
    private static final String OBJECT =
            "{\"action\":\"OBJECT_DRAFT\",\"draft\":\"%s\",\"how\":\"COUNTER\",\"fault\":\"NAME_WRONG\",\"text\":\"Tên đệm là Thị\"}";

    @Inject
    MovableClock clock;

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
    void a_birth_filed_online_is_proposed_only_after_the_person_confirmed_the_draft() {
        Offered one = Offered.claimed();
        assertThat(one.state()).isEqualTo("NEEDED");
        one.compose(WORDS).then().statusCode(200);
        refused(one.propose("GRANTED", null), "draft-needed", "NEEDED");
        one.offer()
                .then()
                .statusCode(200)
                .body("state", equalTo("CLAIMED"))
                .body("draft.state", equalTo("OFFERED"))
                .body("draft.until", equalTo("2026-11-25T08:30:00Z"))
                .body("allowedActions", not(hasItem("PROPOSE")))
                .body("allowedActions", not(hasItem("OFFER_DRAFT")));
        JsonNode told = one.sample.awaitAct("DRAFT_OFFERED").data();
        assertThat(told.at("/payload/until").asText()).isEqualTo("2026-11-25T08:30:00Z");
        assertThat(told.toString()).doesNotContain("Ban Mai", "Giấy khai sinh");
        refused(one.propose("GRANTED", null), "draft-awaited", "OFFERED");
        refused(one.offer(), "draft-awaited", "OFFERED");
        refused(one.compose(WORDS), "draft-awaited", "OFFERED");
        one.atTheDesk(RECEPTION, CONFIRM).then().statusCode(200).body("draft.state", equalTo("CONFIRMED"));
        JsonNode confirmed = one.sample.awaitAct("DRAFT_CONFIRMED").data();
        assertThat(confirmed.at("/actor/role").asText()).isEqualTo("reception");
        assertThat(one.newest().get("how").asText()).isEqualTo("PHONE");
        refused(one.offer(), "draft-not-asked", "CONFIRMED");
        one.propose("GRANTED", null).then().statusCode(200).body("state", equalTo("PROPOSED"));
        JsonNode signed = Sample.json(Press.sign(one.sample, APPROVER, UUID.randomUUID(), "{\"declaration\":true}"));
        assertThat(signed.get("state").asText()).isEqualTo("SIGNED");
    }

    @Test
    void at_the_counter_the_person_reads_it_there_and_nothing_waits() {
        Sample sample = Sample.opened(BIRTH);
        assertThat(sample.read(SPECIALIST).get("draft").isNull()).isTrue();
        long fence = sample.claim(SPECIALIST);
        String result = sample.upload(SPECIALIST, fence);
        sample.act(SPECIALIST, "{\"action\":\"OFFER_DRAFT\",\"fence\":%d,\"resultId\":\"%s\"}".formatted(fence, result))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/draft-not-asked"));
        sample.propose(SPECIALIST, fence).then().statusCode(200);
    }

    @Test
    void silence_until_the_minute_is_over_is_consent_also_for_a_case_nobody_holds_any_more() {
        Offered one = Offered.made();
        clock.setLegal("2026-11-25T15:30");
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        assertThat(one.sample.acts()).doesNotContain("DRAFT_CONFIRMED");
        clock.setLegal("2026-11-25T15:31");
        JsonNode told = one.sample.awaitAct("DRAFT_CONFIRMED").data();
        assertThat(told.at("/actor/role").asText()).isEqualTo("clock");
        assertThat(told.at("/state").asText()).isEqualTo("OPEN");
        JsonNode offer = one.newest();
        assertThat(offer.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(offer.get("answeredBy").asText()).isEqualTo("SILENCE");
        JsonNode line = history(one, "DRAFT_CONFIRMED");
        assertThat(line.get("role").asText()).isEqualTo("clock");
        one.fence = one.sample.claim(SPECIALIST);
        one.propose("GRANTED", null).then().statusCode(200);
        refused(one.atTheDesk(RECEPTION, OBJECT), "act-not-allowed", "CONFIRMED");
    }

    @Test
    void an_objection_brings_it_back_to_the_specialist_who_offers_another_draft() {
        Offered one = Offered.made();
        one.atTheDesk(RECEPTION, OBJECT).then().statusCode(200).body("draft.state", equalTo("OBJECTED"));
        JsonNode told = one.sample.awaitAct("DRAFT_OBJECTED").data();
        assertThat(told.at("/payload/reasonCode").asText()).isEqualTo("NAME_WRONG");
        assertThat(told.toString()).doesNotContain("Tên đệm");
        assertThat(one.newest().get("objection").asText()).isEqualTo("Tên đệm là Thị");
        assertThat(history(one, "DRAFT_OBJECTED").get("reasonCode").asText()).isEqualTo("NAME_WRONG");
        refused(one.propose("GRANTED", null), "draft-objected", "OBJECTED");
        clock.setLegal("2026-11-25T15:29");
        one.fence = one.sample.claim(SPECIALIST);
        one.compose(WORDS.replace("Ban Mai", "Thị Ban Mai")).then().statusCode(200);
        one.offer().then().statusCode(200).body("draft.until", equalTo("2026-11-26T08:29:00Z"));
        clock.setLegal("2026-11-25T16:00"); // the end of the first one's time is not the end of the second's
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        assertThat(one.state()).isEqualTo("OFFERED");
        one.atTheDesk(RECEPTION, CONFIRM).then().statusCode(200).body("draft.state", equalTo("CONFIRMED"));
    }

    @Test
    void other_words_after_the_confirmation_need_another_one_and_a_finished_file_of_them_does_not() {
        Offered one = Offered.made();
        one.atTheDesk(RECEPTION, CONFIRM).then().statusCode(200);
        one.sample.upload(SPECIALIST, one.fence);
        assertThat(one.state()).isEqualTo("CONFIRMED");
        one.compose(WORDS.replace("01/11", "02/11")).then().statusCode(200);
        assertThat(one.state()).isEqualTo("NEEDED");
        refused(one.propose("GRANTED", null), "draft-needed", "NEEDED");
    }

    @Test
    void an_uploaded_file_is_no_draft_and_a_refusal_needs_none() {
        Offered one = Offered.claimed();
        one.sample.upload(SPECIALIST, one.fence);
        one.offer().then().statusCode(409).body("type", equalTo("/problems/draft-not-composed"));
        one.propose("REFUSED", "NOT_ELIGIBLE").then().statusCode(200).body("state", equalTo("PROPOSED"));
    }

    @Test
    void a_citizen_answers_with_the_account_and_the_cookie_of_the_dossier_once() {
        Offered one = Offered.made();
        String citizen = TestTokens.citizen("citizen-" + one.sample.dossier);
        String draft = one.newest().get("id").asText();
        String agree = "{\"draft\":\"%s\"}".formatted(draft);
        String key = UUID.randomUUID().toString();
        said(SPECIALIST, one.cookie(), agree, key).then().statusCode(403);
        said(citizen, null, agree, key).then().statusCode(404);
        said(
                        citizen,
                        Offered.cookie(UUID.randomUUID()),
                        agree,
                        UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/draft-not-found"));
        said(
                        citizen,
                        one.cookie(),
                        "{\"draft\":\"%s\",\"fault\":\"DATE_WRONG\"}".formatted(draft),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(400);
        String fresh = UUID.randomUUID().toString();
        said(citizen, one.cookie(), agree, fresh).then().statusCode(204);
        said(citizen, one.cookie(), agree, fresh).then().statusCode(204);
        said(citizen, one.cookie(), agree, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/draft-not-offered"));
        assertThat(one.sample
                        .awaitAct("DRAFT_CONFIRMED")
                        .data()
                        .at("/actor/role")
                        .asText())
                .isEqualTo("citizen");
        assertThat(one.sample.acts().stream().filter("DRAFT_CONFIRMED"::equals)).hasSize(1);
    }

    @Test
    void only_the_desk_of_the_receiving_unit_writes_down_and_does_nothing_else() {
        Offered one = Offered.made();
        one.sample
                .get(RECEPTION)
                .then()
                .body("allowedActions", equalTo(java.util.List.of("CONFIRM_DRAFT", "OBJECT_DRAFT")));
        String draft = one.newest().get("id").asText();
        String etag = one.sample.get(SPECIALIST).header("ETag");
        String elsewhere = TestTokens.officer("reception", OTHER_UNIT);
        one.sample
                .act(
                        elsewhere,
                        CONFIRM.formatted(draft),
                        etag,
                        UUID.randomUUID().toString())
                .then()
                .statusCode(404);
        one.sample.act(RECEPTION, "{\"action\":\"CLAIM\"}").then().statusCode(403);
        one.sample
                .act(SPECIALIST, CONFIRM.formatted(draft))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/act-not-yours"));
        one.sample.act(RECEPTION, CONFIRM.formatted(UUID.randomUUID())).then().statusCode(404);
        one.sample
                .act(RECEPTION, OBJECT.formatted(draft).replace("Tên đệm là Thị", " "))
                .then()
                .statusCode(400);
        one.sample
                .act(
                        RECEPTION,
                        CONFIRM.formatted(draft),
                        null,
                        UUID.randomUUID().toString())
                .then()
                .statusCode(428);
        assertThat(one.state()).isEqualTo("OFFERED");
        as(TestTokens.officer("specialist", UNIT, "economy"))
                .get("/api/processing/cases/" + one.sample.id() + "/drafts")
                .then()
                .statusCode(404);
    }

    @Test
    void the_end_of_the_dossier_ends_the_waiting() {
        Offered one = Offered.made();
        one.sample.stage("STOPPED", "CONFIRM");
        one.sample.awaitSeen(APPROVER, seen -> seen.get("state").asText().equals("CLOSED"));
        JsonNode offer = one.newest();
        assertThat(offer.get("state").asText()).isEqualTo("OVER");
        assertThat(offer.get("answeredBy").isNull()).isTrue();
        one.sample.read(APPROVER);
        one.sample.get(APPROVER).then().body("draft.until", nullValue());
    }

    private static Response said(String token, String cookie, String body, String key) {
        var request = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body);
        return (cookie == null ? request : request.cookie(SubjectToken.COOKIE, cookie))
                .post("/api/processing/drafts/answers");
    }

    private static JsonNode history(Offered one, String act) {
        for (JsonNode line : one.sample.read(APPROVER).get("history")) {
            if (line.get("act").asText().equals(act)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + act);
    }

    private static void refused(Response answer, String problem, String state) {
        answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/" + problem))
                .body("draftState", equalTo(state));
    }
}
