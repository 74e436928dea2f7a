package vn.motcua.notification.satisfaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.notification.support.TrackingCookie;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@QuarkusTest
class SatisfactionResourceTest {
    private static final String PATH = "/api/notification/satisfaction";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9A-Z]{8,26})\"");

    @Inject
    AgroalDataSource source;

    @Inject
    Surveys surveys;

    @Inject
    Clock clock;

    @BeforeEach
    void names() {
        Service.ready();
    }

    /** A place of its own, so that its figures are its own. */
    private static String unit() {
        return "14-%05d-20250701".formatted(ThreadLocalRandom.current().nextInt(40_000, 99_999));
    }

    /** Announced, then handed over, and the dossier agreed; the unit needs no name for that. */
    private Story returned(String unit) {
        Story story = new Story().decided(UUID.randomUUID());
        await().atMost(Service.SOON).until(() -> "ANNOUNCED".equals(state(story)));
        String etag =
                Service.reception().get("/api/notification/returns/" + story.id).header("ETag");
        Service.reception()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body("{\"action\":\"HAND_OVER\",\"collector\":\"OWNER\",\"how\":\"SLIP\"}")
                .post("/api/notification/returns/" + story.id + "/actions")
                .then()
                .statusCode(200);
        UUID offer = TestEvents.await(
                        "return.progressed",
                        each -> each.key().equals(story.id.toString())
                                && "HAND_OVER".equals(each.data().get("act").asText()))
                .id();
        story.answer(offer, true, null);
        await().atMost(Service.SOON).until(() -> given().cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                .get("/hop-thu")
                .asString()
                .contains("href=\"/danh-gia"));
        if (unit != null) {
            Sql.update(source, "update dossier_return set unit = ? where dossier_id = ?", unit, story.id);
        }
        return story;
    }

    private static String state(Story story) {
        return Service.reception()
                .get("/api/notification/returns/" + story.id)
                .jsonPath()
                .getString("state");
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String open(Story story) {
        return given().cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                .get("/danh-gia")
                .asString();
    }

    private static Response send(String token, String mark, String words) {
        RequestSpecification form = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("token", token)
                .formParam("mark", mark)
                .formParam("reason", "SLOW", "LONG_WAIT")
                .formParam("step3", "2")
                .formParam("step1", "");
        return (words == null ? form : form.formParam("words", words)).post("/danh-gia");
    }

    private void answered(String unit, String mark) {
        assertThat(send(token(open(returned(unit))), mark, null).statusCode()).isEqualTo(303);
    }

    private static Response figures(String unit) {
        return Service.as("reception", unit).queryParam("unit", unit).get(PATH);
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

        Story story = returned(null);
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
        Story story = returned(unit);
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
    void figures_go_back_twelve_whole_months_and_a_group_leaves_them_as_a_whole() {
        String unit = unit();
        ZonedDateTime month =
                clock.instant().atZone(LegalTime.ZONE).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        for (int i = 0; i < 4; i++) {
            said(unit, 1, month.minusMonths(14).toInstant());
        }
        said(unit, 1, month.minusMonths(12).minusSeconds(1).toInstant());
        figures(unit).then().body("all.answers", equalTo(0)).body("procedures", empty());
        // the first of them came before, the group was full within
        for (int i = 0; i < 4; i++) {
            said(unit, 5, month.minusMonths(13).toInstant());
        }
        said(unit, 5, month.minusMonths(12).toInstant());
        figures(unit)
                .then()
                .body("all.answers", equalTo(5))
                .body("all.mean", equalTo(5.0f))
                .body("procedures[0].figure.answers", equalTo(5));
    }

    @Test
    void a_low_mark_is_looked_into_with_its_group_from_the_next_day_on_by_the_director_alone() {
        String unit = unit();
        assertThat(send(token(open(returned(unit))), "2", "Chờ rất lâu").statusCode())
                .isEqualTo(303);
        for (int i = 0; i < 3; i++) {
            said(unit, 5);
        }
        Sql.update(source, "update survey_follow_up set opens_at = opens_at - interval '9 days' where unit = ?", unit);
        assertThat(waiting(unit).getList("items")).as("four are no group").isEmpty();
        String early = Sql.query(
                        source, "select answer_id from survey_follow_up where unit = ?", row -> row.getString(1), unit)
                .get(0);
        acknowledge(Service.as("director", unit), early, "\"1\"").then().statusCode(404);
        said(unit, 1);
        assertThat(waiting(unit).getList("items")).as("on the day of the fifth").isEmpty();
        assertThat(Sql.query(
                        source,
                        "select distinct opens_at from survey_follow_up where unit = ?",
                        row -> row.getString(1),
                        unit))
                .as("the first opens with the fifth")
                .hasSize(1);
        Sql.update(source, "update survey_follow_up set opens_at = opens_at - interval '2 days' where unit = ?", unit);

        JsonPath waiting = waiting(unit);
        assertThat(waiting.<Integer>getList("items.mark")).containsExactlyInAnyOrder(1, 2);
        assertThat(waiting.<String>getList("items.id")).isSorted();
        assertThat(waiting.<String>getList("items.words")).containsExactlyInAnyOrder("Chờ rất lâu", null);
        assertThat(waiting.<Map<String, Object>>getList("items"))
                .noneMatch(each -> each.containsKey("opensAt") || each.containsKey("at"));
        JsonPath first = waiting(unit, "limit", "1");
        JsonPath second = waiting(unit, "after", first.getString("next"));
        assertThat(first.getString("items[0].id")).isNotEqualTo(second.getString("items[0].id"));
        assertThat(second.getString("next")).isNull();
        String id = waiting.getString("items[0].id");
        for (String role : new String[] {"reception", "specialist", "approver", "auditor"}) {
            Service.as(role, unit)
                    .queryParam("unit", unit)
                    .get(PATH + "/follow-ups")
                    .then()
                    .statusCode(403);
        }
        acknowledge(Service.as("director", unit), id, null).then().statusCode(428);
        acknowledge(Service.as("director", Story.QUYNH_NHAI), id, "\"1\"")
                .then()
                .statusCode(404);
        acknowledge(Service.as("director", unit), id, "\"1\"")
                .then()
                .statusCode(200)
                .body("measure", equalTo("TALKED_TO_STAFF"))
                .body("revision", equalTo(2))
                .body("$", not(hasKey("words")))
                .body("$", not(hasKey("mark")));
        acknowledge(Service.as("director", unit), id, "\"1\"").then().statusCode(412);
        acknowledge(Service.as("director", unit), id, "\"2\"").then().statusCode(412);
    }

    private static JsonPath waiting(String unit, String... more) {
        RequestSpecification request = Service.as("director", unit).queryParam("unit", unit);
        return (more.length == 0 ? request : request.queryParam(more[0], more[1]))
                .get(PATH + "/follow-ups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** An answer of somebody whose return is told of elsewhere. */
    private void said(String unit, int mark) {
        said(unit, mark, clock.instant());
    }

    private void said(String unit, int mark, Instant at) {
        Answer answer = new Answer(mark, Arrays.asList(null, null, null, null, null), Set.of(), null);
        Surveys.Asked asked = new Surveys.Asked(UUID.randomUUID(), unit, "1.004873", false);
        QuarkusTransaction.requiringNew().run(() -> surveys.keep(asked, Way.PERSON, answer, at));
    }

    private static Response acknowledge(RequestSpecification who, String id, String etag) {
        RequestSpecification request =
                who.header("Idempotency-Key", UUID.randomUUID().toString()).body("{\"measure\":\"TALKED_TO_STAFF\"}");
        return (etag == null ? request : request.header("If-Match", etag))
                .post(PATH + "/follow-ups/" + id + "/acknowledgement");
    }

    @Test
    void the_counter_opens_the_question_with_a_code_that_works_once() {
        Story early = new Story().decided(UUID.randomUUID());
        await().atMost(Service.SOON).until(() -> "ANNOUNCED".equals(state(early)));
        invite(Service.reception(), early.id).then().statusCode(409).body("type", equalTo("/problems/survey-not-yet"));

        Story story = returned(null);
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
        Story story = returned(null);
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
                .contains("Mức độ hài lòng · Xã Mường Sại", "theo nhóm từ 5")
                .doesNotContain("{t.");
        assertThat(given().get("/danh-gia/don-vi/nowhere").statusCode()).isEqualTo(404);
        Service.as("reception", Story.QUYNH_NHAI)
                .queryParam("unit", Story.MUONG_SAI)
                .get(PATH)
                .then()
                .statusCode(403);
    }
}
