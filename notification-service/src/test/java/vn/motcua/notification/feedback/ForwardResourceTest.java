package vn.motcua.notification.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.feedback.Hotline.DIRECTOR;
import static vn.motcua.notification.feedback.Hotline.PATH;
import static vn.motcua.notification.feedback.Hotline.RECEPTION;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A feedback of another unit's competence opens there, under the code the person has. */
@QuarkusTest
class ForwardResourceTest {
    private static final String NOTE = "\"note\":\"Việc này do xã Quỳnh Nhai giải quyết\"";
    private static final String THERE = "\"how\":\"FORWARDED\",\"unit\":\"" + Story.QUYNH_NHAI + "\"," + NOTE;
    private static final String OUTSIDE = "\"how\":\"FORWARDED\",\"body\":\"Sở Nội vụ\"," + NOTE;
    private static final String BACK = THERE.replace(Story.QUYNH_NHAI, Story.MUONG_SAI);
    private static final Hotline THEIR_RECEPTION = new Hotline("reception", "Hoàng Thị Én", Story.QUYNH_NHAI);
    private static final Hotline THEIR_DIRECTOR = new Hotline("director", "Lò Văn Xa", Story.QUYNH_NHAI);
    private static final byte[] PDF = "%PDF-1.7\nslip\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Inject
    AgroalDataSource source;

    @Inject
    MovableClock clock;

    @Inject
    PersonsWish wishes;

    @BeforeEach
    void names() {
        Service.ready();
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    private List<String> ids(String code) {
        return Sql.query(
                source, "select id from feedback where code = ? order by forwards", row -> row.getString(1), code);
    }

    /** An act of the other unit on the newest revision. */
    private static void there(Hotline who, String id, String action, String fields) {
        String etag = who.call().get(PATH + "/feedback/" + id).header("ETag");
        who.act(id, action, fields, etag).then().statusCode(200);
    }

    @Test
    void
            it_opens_at_the_competent_unit_with_a_number_limits_and_a_history_of_its_own_and_the_person_reads_all_under_one_code() {
        clock.setLegal("2026-11-23T09:00");
        String code = Hotline.sent(",\"contact\":\"0987 654 321\"");
        String id = ids(code).get(0);
        RECEPTION.attach(id, "application/pdf", PDF).then().statusCode(200);
        clock.setLegal("2026-11-25T09:00");
        RECEPTION.does(id, "FORWARD", THERE);

        assertThat(ids(code)).hasSize(2);
        String other = ids(code).get(1);
        var ours = RECEPTION.sees(id);
        assertThat(ours.getString("line.state")).isEqualTo("FORWARDED");
        assertThat(ours.getString("acts[2].second")).isEqualTo("Xã Quỳnh Nhai");
        var theirs = THEIR_RECEPTION.sees(other);
        assertThat(theirs.getString("line.state")).isEqualTo("RECEIVED");
        assertThat(theirs.getString("line.unit")).isEqualTo(Story.QUYNH_NHAI);
        assertThat(theirs.getString("line.number")).isNotBlank();
        assertThat(theirs.getString("line.receivedAt")).isEqualTo("2026-11-25T02:00:00Z");
        assertThat(theirs.getString("screenDue")).isEqualTo("2026-11-27T10:00:00Z");
        assertThat(theirs.getString("text")).isEqualTo(ours.getString("text"));
        assertThat(theirs.getString("contact")).isEqualTo("0987 654 321");
        assertThat(theirs.getList("files")).hasSize(1);
        assertThat(THEIR_RECEPTION
                        .call()
                        .get(PATH + "/feedback/" + other + "/files/" + theirs.getString("files[0].id"))
                        .asByteArray())
                .isEqualTo(PDF);
        assertThat(theirs.getString("acts[0].second"))
                .isEqualTo("Xã Mường Sại, " + ours.getString("line.number") + ", " + RECEPTION.name);
        assertThat(theirs.getString("acts[0].text")).isEqualTo("Việc này do xã Quỳnh Nhai giải quyết");
        assertThat(theirs.getBoolean("intact")).isTrue();
        assertThat(THEIR_DIRECTOR
                        .call()
                        .queryParam("limit", 100)
                        .get(PATH + "/notices")
                        .jsonPath()
                        .getList("items.findAll { it.feedbackId == '" + other + "' }.kind"))
                .containsExactly("NEW");
        RECEPTION.call().get(PATH + "/feedback/" + other).then().statusCode(404);
        THEIR_RECEPTION.call().get(PATH + "/feedback/" + id).then().statusCode(404);

        given().get("/api/notification/feedback/" + code).then().body("state", equalTo("RECEIVED"));
        assertThat(given().get("/gop-y/" + code).asString().replaceAll("\\s+", " "))
                .contains(
                        "Thuộc thẩm quyền của cơ quan khác: Xã Quỳnh Nhai",
                        "Đã tiếp nhận: Xã Quỳnh Nhai",
                        "Việc này do xã Quỳnh Nhai giải quyết");
    }

    @Test
    void what_happens_there_is_asked_answered_and_rated_under_the_code_the_person_has() {
        String code = Hotline.sent("");
        RECEPTION.does(ids(code).get(0), "FORWARD", THERE);
        String other = ids(code).get(1);
        there(THEIR_RECEPTION, other, "SCREEN", "\"category\":\"LATENESS\",\"aboutCounter\":false,\"concerned\":[]");
        THEIR_RECEPTION.known();
        there(THEIR_DIRECTOR, other, "ASSIGN", "\"assignee\":\"" + THEIR_RECEPTION.subject + "\"");
        there(THEIR_RECEPTION, other, "ASK", "\"question\":\"Ông/Bà nộp ở đâu?\"");
        given().redirects()
                .follow(false)
                .header("X-Forwarded-For", Hotline.address())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", "Ở Quỳnh Nhai")
                .post("/gop-y/" + code + "/tra-loi")
                .then()
                .statusCode(303);
        there(THEIR_RECEPTION, other, "PROPOSE", "\"answer\":\"Đã trả hồ sơ tại Quỳnh Nhai\"");
        there(THEIR_DIRECTOR, other, "APPROVE", "");
        assertThat(given().get("/gop-y/" + code).asString()).contains("Đã trả hồ sơ tại Quỳnh Nhai", "Rất hài lòng");
        assertThat(THEIR_DIRECTOR.sees(other).getString("line.state")).isEqualTo("ANSWERED");
    }

    @Test
    void the_way_the_person_asked_for_goes_along_and_a_wish_said_before_or_after_counts_in_both() {
        String code = Hotline.sent(",\"contact\":\"vui@example.org\",\"toldBy\":\"EMAIL\"");
        RECEPTION.does(ids(code).get(0), "FORWARD", THERE);
        assertThat(told(code)).containsExactly("EMAIL", "EMAIL");
        QuarkusTransaction.requiringNew()
                .run(() -> wishes.set(UUID.fromString(ids(code).get(0)), ToldBy.PAGE));
        assertThat(told(code)).containsExactly("PAGE", "PAGE");
    }

    private List<String> told(String code) {
        return Sql.query(
                source, "select told_by from feedback where code = ? order by forwards", row -> row.getString(1), code);
    }

    @Test
    void the_same_act_twice_and_two_at_once_open_it_once() {
        String code = Hotline.sent("");
        String id = ids(code).get(0);
        String etag = RECEPTION.call().get(PATH + "/feedback/" + id).header("ETag");
        String key = UUID.randomUUID().toString();
        String body = "{\"action\":\"FORWARD\"," + THERE + "}";
        for (int i = 0; i < 2; i++) {
            RECEPTION
                    .call()
                    .header("Idempotency-Key", key)
                    .header("If-Match", etag)
                    .body(body)
                    .post(PATH + "/feedback/" + id + "/actions")
                    .then()
                    .statusCode(200);
        }
        RECEPTION.act(id, "FORWARD", THERE, etag).then().statusCode(412);
        RECEPTION.act(id, "FORWARD", THERE).then().statusCode(409);
        assertThat(ids(code)).hasSize(2);
        TestEvents.await("feedback.changed", r -> r.key().equals(ids(code).get(1)));
        assertThat(TestEvents.poll("feedback.changed").stream()
                        .filter(r -> r.key().equals(ids(code).get(1))))
                .hasSize(1);
    }

    @Test
    void whom_it_concerns_is_known_there_too() {
        String code = Hotline.sent(",\"contact\":\"vui@example.org\"");
        String id = ids(code).get(0);
        RECEPTION.does(
                id,
                "SCREEN",
                "\"category\":\"CONDUCT\",\"aboutCounter\":false,\"concerned\":[{\"name\":\"hoàng thị én\"}]");
        DIRECTOR.does(id, "FORWARD", THERE);
        var theirs = THEIR_RECEPTION.sees(ids(code).get(1));
        assertThat(theirs.getString("concernsYou")).isEqualTo("NAMED");
        assertThat(theirs.getString("contact")).isNull();
        assertThat(theirs.getList("allowedActions")).containsExactly("HAND_OVER");
    }

    @Test
    void a_body_outside_and_a_person_who_is_only_guided_open_nothing() {
        for (String where : List.of(OUTSIDE, "\"how\":\"GUIDED\",\"unit\":\"" + Story.QUYNH_NHAI + "\"," + NOTE)) {
            String code = Hotline.sent("");
            RECEPTION.does(ids(code).get(0), "FORWARD", where);
            assertThat(ids(code)).hasSize(1);
            assertThat(given().get("/gop-y/" + code).asString())
                    .contains(where.contains("GUIDED") ? "Xã Quỳnh Nhai" : "Sở Nội vụ");
        }
    }

    @Test
    void its_own_unit_one_that_had_it_one_far_away_or_unknown_two_bodies_and_none_are_refused() {
        String code = Hotline.sent("");
        String id = ids(code).get(0);
        for (String wrong : List.of(Story.MUONG_SAI, "75-25270-20250701", "14-03709-00000000", "14-99998-20250701")) {
            RECEPTION
                    .act(id, "FORWARD", THERE.replace(Story.QUYNH_NHAI, wrong))
                    .then()
                    .statusCode(400)
                    .body("violations[0].pointer", equalTo("/unit"));
        }
        for (String wrong : List.of(THERE + ",\"body\":\"x\"", "\"how\":\"FORWARDED\"," + NOTE)) {
            RECEPTION.act(id, "FORWARD", wrong).then().statusCode(400).body("violations[0].pointer", equalTo("/body"));
        }
        assertThat(ids(code)).hasSize(1);
    }

    @Test
    void what_the_other_unit_sends_back_opens_once_for_the_director_and_does_not_go_there_again() {
        String code = Hotline.sent(",\"contact\":\"0987 654 321\"");
        RECEPTION.does(ids(code).get(0), "FORWARD", THERE);
        String other = ids(code).get(1);
        THEIR_RECEPTION
                .act(other, "FORWARD", BACK.replace("FORWARDED", "GUIDED"), etag(other))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/unit"));
        there(THEIR_RECEPTION, other, "FORWARD", BACK);

        assertThat(ids(code)).hasSize(3);
        String back = ids(code).get(2);
        assertThat(notices(DIRECTOR, back)).containsExactly("RETURNED");
        assertThat(RECEPTION.sees(back).getString("concernsYou")).isEqualTo("DIRECTOR_SCREENS");
        assertThat(RECEPTION.sees(back).getString("contact")).isNull();
        RECEPTION
                .act(back, "REJECT", "\"reasonCode\":\"NO_MATTER\",\"note\":\"x\"")
                .then()
                .statusCode(409)
                .body("why", equalTo("DIRECTOR_SCREENS"));
        DIRECTOR.act(back, "FORWARD", THERE).then().statusCode(400).body("violations[0].pointer", equalTo("/unit"));
        DIRECTOR.does(back, "SCREEN", "\"category\":\"LATENESS\",\"aboutCounter\":false,\"concerned\":[]");
        DIRECTOR.act(back, "FORWARD", THERE).then().statusCode(400).body("violations[0].pointer", equalTo("/unit"));
        assertThat(RECEPTION.sees(back).getString("contact")).isEqualTo("0987 654 321");
        assertThat(ids(code)).hasSize(3);
    }

    @Test
    void whom_it_concerns_buries_nothing_at_another_body_and_the_director_is_told_of_what_leaves_unscreened() {
        String id = conduct();
        assertThat(RECEPTION.sees(id).getList("allowedActions")).containsExactly("HAND_OVER");
        assertThat(DIRECTOR.sees(id).getList("allowedActions")).contains("FORWARD");
        for (String where : List.of(THERE, THERE.replace("FORWARDED", "GUIDED"), OUTSIDE)) {
            RECEPTION
                    .act(id, "FORWARD", where)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/feedback-concerns-officer"))
                    .body("why", equalTo("AT_COUNTER"));
        }
        assertThat(notices(DIRECTOR, id)).doesNotContain("FORWARDED");
        DIRECTOR.does(id, "FORWARD", THERE);
        assertThat(notices(DIRECTOR, id)).contains("FORWARDED");

        String outside = ids(Hotline.sent("")).get(0);
        RECEPTION.does(outside, "FORWARD", OUTSIDE);
        assertThat(notices(DIRECTOR, outside)).contains("FORWARDED");

        String screened = ids(Hotline.sent("")).get(0);
        RECEPTION.does(screened, "SCREEN", "\"category\":\"LATENESS\",\"aboutCounter\":false,\"concerned\":[]");
        DIRECTOR.does(screened, "FORWARD", THERE);
        assertThat(notices(DIRECTOR, screened)).doesNotContain("FORWARDED");
    }

    @Test
    void a_director_whom_it_concerns_can_still_send_it_to_whom_it_does_not() {
        Hotline named = new Hotline("director", "Hoàng Thị Én", Story.QUYNH_NHAI);
        String code = Hotline.sent("");
        RECEPTION.does(
                ids(code).get(0),
                "SCREEN",
                "\"category\":\"CONDUCT\",\"aboutCounter\":false,\"concerned\":[{\"name\":\"Hoàng Thị Én\"}]");
        DIRECTOR.does(ids(code).get(0), "FORWARD", THERE);
        String other = ids(code).get(1);
        assertThat(named.sees(other).getList("allowedActions")).containsExactly("FORWARD", "HAND_OVER");
        there(named, other, "FORWARD", OUTSIDE);
    }

    private static String conduct() {
        return RECEPTION
                .call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\":\"EMAIL\",\"category\":\"CONDUCT\",\"text\":\"Gay gắt\",\"unit\":\""
                        + Story.MUONG_SAI + "\"}")
                .post(PATH + "/entries")
                .then()
                .statusCode(201)
                .extract()
                .path("feedbackId");
    }

    private static String etag(String theirs) {
        return THEIR_RECEPTION.call().get(PATH + "/feedback/" + theirs).header("ETag");
    }

    private static List<String> notices(Hotline who, String id) {
        return who.call()
                .queryParam("limit", 100)
                .get(PATH + "/notices")
                .jsonPath()
                .getList("items.findAll { it.feedbackId == '" + id + "' }.kind");
    }
}
