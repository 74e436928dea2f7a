package vn.motcua.notification.satisfaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.notification.satisfaction.Asking.*;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.util.UUID;

@QuarkusTest
class SatisfactionResourceTest {
    @Inject
    AgroalDataSource source;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private void answered(String unit, String mark) {
        assertThat(send(token(open(returned(source, unit))), mark, null).statusCode())
                .isEqualTo(303);
    }

    private static Response invite(RequestSpecification who, UUID dossier) {
        return who.header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"dossierId\":\"" + dossier + "\"}")
                .post(PATH + "/invitations");
    }

    @Test
    void the_person_is_asked_once_and_only_after_the_return() {
        Story early = new Story().decided(UUID.randomUUID());
        await().atMost(Service.SOON).until(() -> "ANNOUNCED".equals(state(early)));
        assertThat(open(early)).contains("Mã đánh giá").doesNotContain("name=\"token\"");

        Story story = returned(source, null);
        String page = open(story);
        assertThat(page)
                .contains("Ông/Bà hài lòng", "5 – Rất hài lòng", "Giải quyết chậm")
                .doesNotContain("<script", "null", "{t.", story.code);
        String token = token(page);
        Response wrong = send(token, "9", "Cán bộ tận tình");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).contains("Mời Ông/Bà chọn mức hài lòng.", ">Cán bộ tận tình</textarea>");

        Response sent = send(token, "5", null);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location")).contains("/danh-gia/cam-on");
        assertThat(send(token, "1", null).statusCode()).isEqualTo(410);
        assertThat(open(story)).doesNotContain("name=\"token\"");
        assertThat(given().get("/danh-gia/cam-on").asString()).contains("Cảm ơn Ông/Bà đã đánh giá.");
    }

    @Test
    void an_answer_keeps_neither_its_return_nor_its_hour_and_its_words_are_sealed() {
        String unit = unit();
        Story story = returned(source, unit);
        send(token(open(story)), "4", "Cán bộ rất nhiệt tình");

        assertThat(Sql.query(
                        source,
                        "select to_jsonb(a)::text from survey_answer a where unit = ?",
                        row -> row.getString(1),
                        unit))
                .hasSize(1)
                .noneMatch(row -> row.contains("nhiệt tình") || row.contains(story.id.toString()))
                .allMatch(row -> row.contains("-01\""));
        assertThat(Sql.query(
                        source,
                        "select count(*) from survey_token t join dossier_return r on r.id = t.return_id where r.dossier_id = ?",
                        row -> row.getLong(1),
                        story.id))
                .containsExactly(0L);
    }

    @Test
    void figures_move_by_groups_of_five_and_show_nothing_below() {
        String unit = unit();
        for (int i = 0; i < 4; i++) {
            answered(unit, "5");
        }
        figures(unit)
                .then()
                .statusCode(200)
                .body("minimum", equalTo(5))
                .body("all.answers", equalTo(0))
                .body("all.mean", nullValue())
                .body("procedures", empty())
                .body("reasons", empty());
        answered(unit, "3");
        JsonPath five = figures(unit).jsonPath();
        assertThat(five.getInt("all.answers")).isEqualTo(5);
        assertThat(five.getFloat("all.mean")).isEqualTo(4.6f);
        assertThat(five.getInt("all.satisfied")).isEqualTo(4);
        assertThat(five.getInt("procedures[0].figure.answers")).isEqualTo(5);
        assertThat(five.getFloat("steps.find { it.step == 3 }.mean")).isEqualTo(2.0f);
        assertThat(five.getString("steps.find { it.step == 1 }.mean")).isNull();
        assertThat(five.getString("reasons[0].reason")).isIn("SLOW", "LONG_WAIT");

        answered(unit, "1");
        figures(unit).then().body("all.answers", equalTo(5)).body("all.mean", equalTo(4.6f));
    }

    @Test
    void the_counter_opens_the_question_with_a_code_that_works_once() {
        Story early = new Story().decided(UUID.randomUUID());
        await().atMost(Service.SOON).until(() -> "ANNOUNCED".equals(state(early)));
        invite(Service.reception(), early.id).then().statusCode(409).body("type", equalTo("/problems/survey-not-yet"));

        Story story = returned(source, null);
        String first = invite(Service.reception(), story.id).jsonPath().getString("code");
        JsonPath second = invite(Service.reception(), story.id).jsonPath();
        String code = second.getString("code");
        assertThat(Sql.query(
                        source,
                        "select body from idempotency where scope like '%/satisfaction/invitations' and body is not null",
                        row -> row.getString(1)))
                .isNotEmpty()
                .noneMatch(kept -> kept.contains(code) || kept.contains("danh-gia"));
        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}").isNotEqualTo(first);
        assertThat(second.getString("address")).endsWith("/danh-gia/" + code.replace("-", ""));
        assertThat(second.getString("qr")).startsWith("M4 4h1v1h-1z");
        assertThat(given().queryParam("ma", first).get("/danh-gia").statusCode())
                .isEqualTo(404);

        String page =
                given().queryParam("ma", code.toLowerCase()).get("/danh-gia").asString();
        assertThat(page).contains("Ông/Bà hài lòng").doesNotContain(story.code);
        assertThat(token(page)).isEqualTo(code.replace("-", ""));
        assertThat(send(token(page), "4", null).statusCode()).isEqualTo(303);
        invite(Service.reception(), story.id).then().statusCode(409).body("type", equalTo("/problems/survey-answered"));
        invite(Service.as("reception", Story.QUYNH_NHAI), story.id).then().statusCode(404);
        for (String role : new String[] {"director", "specialist", "cashier"}) {
            invite(Service.as(role, Story.MUONG_SAI), story.id).then().statusCode(403);
        }
    }

    @Test
    void an_expired_code_and_rubbish_open_nothing() {
        Story story = returned(source, null);
        String code = invite(Service.reception(), story.id).jsonPath().getString("code");
        Sql.update(
                source,
                "update survey_token set expires_at = expires_at - interval '1 hour' where return_id ="
                        + " (select id from dossier_return where dossier_id = ?)",
                story.id);
        for (String wrong : new String[] {code, "0000-0000", "x".repeat(200), "%"}) {
            assertThat(given().queryParam("ma", wrong).get("/danh-gia").statusCode())
                    .isEqualTo(404);
        }
        assertThat(send("0000", "5", null).statusCode()).isEqualTo(410);
        assertThat(given().redirects().follow(false).post("/danh-gia").statusCode())
                .isIn(410, 415);
    }

    @Test
    void everybody_may_read_what_was_said_of_a_unit() {
        assertThat(given().get("/danh-gia/don-vi/" + Story.MUONG_SAI).asString())
                .contains("Mức độ hài lòng · Xã Mường Sại", "theo nhóm 5")
                .doesNotContain("{t.");
        assertThat(given().get("/danh-gia/don-vi/nowhere").statusCode()).isEqualTo(404);
        Service.as("reception", Story.QUYNH_NHAI)
                .queryParam("unit", Story.MUONG_SAI)
                .get(PATH)
                .then()
                .statusCode(403);
    }
}
