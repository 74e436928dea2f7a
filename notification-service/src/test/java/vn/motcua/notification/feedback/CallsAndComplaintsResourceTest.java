package vn.motcua.notification.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.feedback.Hotline.DIRECTOR;
import static vn.motcua.notification.feedback.Hotline.PATH;
import static vn.motcua.notification.feedback.Hotline.RECEPTION;
import static vn.motcua.notification.feedback.Hotline.SPECIALIST;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.platform.sql.Sql;

import java.util.List;
import java.util.UUID;

/** Calls that count once confirmed, complaints on their own track, limits in working days. */
@QuarkusTest
class CallsAndComplaintsResourceTest {
    @Inject
    AgroalDataSource source;

    @Inject
    MovableClock clock;

    @BeforeEach
    void names() {
        Service.ready();
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    private static Response enter(String channel) {
        return RECEPTION
                .call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\":\"" + channel
                        + "\",\"category\":\"FEES\",\"text\":\"Thu phí cao\",\"contact\":\"0987654321\",\"unit\":\""
                        + Story.MUONG_SAI + "\"}")
                .post(PATH + "/entries");
    }

    private String id(String code) {
        return Sql.query(source, "select id from feedback where code = ?", row -> row.getString(1), code)
                .get(0);
    }

    private List<String> notices(Hotline who, String id) {
        return who.call()
                .queryParam("limit", 100)
                .get(PATH + "/notices")
                .jsonPath()
                .getList("items.findAll { it.feedbackId == '" + id + "' }.kind");
    }

    private int events(String id) {
        return Sql.query(source, "select sequence from feedback where id = ?::uuid", row -> row.getInt(1), id)
                .get(0);
    }

    @Test
    void a_call_counts_once_it_is_read_back_and_confirmed() {
        Response entered = enter("CALL");
        entered.then().statusCode(201).body("state", equalTo("NOTED"));
        String id = entered.jsonPath().getString("feedbackId");
        String code = entered.jsonPath().getString("code");
        assertThat(entered.jsonPath().getString("number")).isNull();
        assertThat(events(id)).isZero();
        assertThat(RECEPTION.sees(id).getList("allowedActions")).containsExactly("AMEND", "CONFIRM", "DROP", "ATTACH");
        assertThat(DIRECTOR.sees(id).getList("allowedActions")).containsExactly("DROP");
        assertThat(given().get("/gop-y/" + code).asString()).contains("chờ Ông/Bà xác nhận");

        RECEPTION.does(id, "AMEND", "\"category\":\"FEES\",\"text\":\"Thu 50.000 đồng thay vì 5.000 đồng\"");
        RECEPTION.does(id, "CONFIRM", "\"how\":\"READ_BACK\"");

        assertThat(RECEPTION.sees(id).getString("text")).startsWith("Thu 50.000");
        assertThat(RECEPTION.sees(id).getList("acts.text")).contains("Thu phí cao");
        assertThat(RECEPTION.sees(id).getString("line.number")).matches("\\d+/\\d{4}");
        assertThat(events(id)).isEqualTo(1);
        assertThat(notices(RECEPTION, id)).containsExactly("NEW");
    }

    @Test
    void a_call_nobody_confirms_is_dropped_and_never_counted() {
        String id = enter("CALL").jsonPath().getString("feedbackId");
        RECEPTION.does(id, "DROP", "");
        assertThat(events(id)).isZero();
        RECEPTION.act(id, "CONFIRM", "\"how\":\"READ_BACK\"").then().statusCode(409);
    }

    @Test
    void the_code_of_a_call_lies_in_no_answer_that_is_kept_for_a_repeat_and_the_repeat_still_gives_it() {
        String key = UUID.randomUUID().toString();
        String code = code(key);
        assertThat(code).isNotBlank().isEqualTo(code(key));
        assertThat(Sql.query(source, "select body from idempotency where key = ?", row -> row.getString(1), key))
                .hasSize(1)
                .noneMatch(kept -> kept.contains(code));
        // as such answers were kept before
        Sql.update(source, "update idempotency set body = '{\"code\":\"FORMER\"}' where key = ?", key);
        assertThat(code(key)).isEqualTo("FORMER");
    }

    private static String code(String key) {
        return RECEPTION
                .call()
                .header("Idempotency-Key", key)
                .body("{\"channel\":\"EMAIL\",\"category\":\"FEES\",\"text\":\"Thu phí cao\",\"unit\":\""
                        + Story.MUONG_SAI + "\"}")
                .post(PATH + "/entries")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    @Test
    void an_e_mail_counts_at_once_and_only_reception_of_the_unit_enters_one() {
        enter("EMAIL").then().statusCode(201).body("state", equalTo("RECEIVED"));
        String body =
                "{\"channel\":\"EMAIL\",\"category\":\"FEES\",\"text\":\"x\",\"unit\":\"" + Story.QUYNH_NHAI + "\"}";
        RECEPTION
                .call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(PATH + "/entries")
                .then()
                .statusCode(403);
        DIRECTOR.call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(PATH + "/entries")
                .then()
                .statusCode(403);
    }

    @Test
    void complaints_leave_with_records_numbered_without_gaps_and_are_not_processed() throws Exception {
        String[] numbers = new String[2];
        for (int i = 0; i < 2; i++) {
            String code = Hotline.sent(",\"contact\":\"Quàng Thị Vui, bản Nong\"");
            String id = id(code);
            // a refused act between two takes no number
            RECEPTION
                    .act(id, "HAND_OVER", "\"kind\":\"COMPLAINT\",\"receiver\":\"x\"", "\"77\"")
                    .then()
                    .statusCode(412);
            RECEPTION.does(id, "HAND_OVER", "\"kind\":\"COMPLAINT\",\"receiver\":\"Ban Tiếp công dân xã\"");
            numbers[i] = RECEPTION.sees(id).getString("handOver.number");
            assertThat(given().get("/gop-y/" + code).asString())
                    .contains("Đã chuyển nơi tiếp công dân", "khiếu nại", "Ban Tiếp công dân xã");
            RECEPTION
                    .act(id, "SCREEN", "\"category\":\"OTHER\",\"aboutCounter\":false")
                    .then()
                    .statusCode(409)
                    .body("allowed", org.hamcrest.Matchers.empty());
            byte[] pdf = RECEPTION
                    .call()
                    .get(PATH + "/hand-overs/" + RECEPTION.sees(id).getString("handOver.id") + "/record.pdf")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(PrintedPage.text(pdf)).contains(numbers[i], "Quàng Thị Vui", "Quàng Thị Dung");
            Service.as("reception", Story.QUYNH_NHAI)
                    .get(PATH + "/hand-overs/" + RECEPTION.sees(id).getString("handOver.id") + "/record.pdf")
                    .then()
                    .statusCode(404);
        }
        assertThat(number(numbers[1])).isEqualTo(number(numbers[0]) + 1);
        assertThat(numbers[0]).endsWith("/BBBG-TTPVHCC");
        assertThat(RECEPTION.call().get(PATH + "/hand-overs").jsonPath().getList("items.number"))
                .contains(numbers[0], numbers[1]);
    }

    @Test
    void whom_a_denunciation_concerns_reads_neither_its_record_nor_its_contact() {
        Hotline denounced = Hotline.SECOND_RECEPTION;
        String id = id(Hotline.sent(",\"contact\":\"Quàng Thị Vui, bản Nong\""));
        RECEPTION.does(
                id,
                "SCREEN",
                "\"category\":\"OTHER\",\"aboutCounter\":false,\"concerned\":[{\"name\":\"" + denounced.name + "\"}]");
        RECEPTION.does(id, "HAND_OVER", "\"kind\":\"DENUNCIATION\",\"receiver\":\"Thanh tra tỉnh\"");
        String record = PATH + "/hand-overs/" + RECEPTION.sees(id).getString("handOver.id") + "/record.pdf";

        denounced
                .call()
                .get(record)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-concerns-officer"))
                .body("why", equalTo("NAMED"));
        assertThat(denounced.sees(id).getString("contact")).isNull();
        DIRECTOR.call().get(record).then().statusCode(200);
    }

    private static int number(String of) {
        return Integer.parseInt(of.substring(0, of.indexOf('/')));
    }

    @Test
    void limits_run_in_working_days_stand_still_for_the_person_and_are_told_once() {
        clock.setLegal("2026-11-26T10:00"); // a Thursday
        String id = id(Hotline.sent(""));
        assertThat(RECEPTION.sees(id).getString("screenDue")).isEqualTo("2026-11-30T10:00:00Z");
        assertThat(RECEPTION.sees(id).getString("resolveDue")).isEqualTo("2026-12-17T10:00:00Z");
        Hotline.assigned(id);
        SPECIALIST.does(id, "ASK", "\"question\":\"Khi nào?\"");
        assertThat(RECEPTION.sees(id).getBoolean("line.paused")).isTrue();
        clock.setLegal("2026-12-01T09:00");
        SPECIALIST.does(id, "REPLY", "\"text\":\"Thứ hai\"");
        assertThat(RECEPTION.sees(id).getString("resolveDue")).isEqualTo("2026-12-22T10:00:00Z");

        clock.setLegal("2026-12-21T17:01");
        told(SPECIALIST, id, "DUE_SOON");
        assertThat(notices(RECEPTION, id)).doesNotContain("DUE_SOON");
        clock.setLegal("2026-12-22T17:02");
        told(SPECIALIST, id, "OVERDUE");
        told(DIRECTOR, id, "OVERDUE");
        assertThat(DIRECTOR.call()
                        .queryParam("which", "OVERDUE")
                        .queryParam("limit", 100)
                        .get(PATH + "/feedback")
                        .jsonPath()
                        .getList("items.feedbackId"))
                .contains(id);

        SPECIALIST.does(id, "PROPOSE", "\"answer\":\"Đã xử lý\"");
        DIRECTOR.does(id, "APPROVE", "");
        assertThat(DIRECTOR.sees(id).getInt("answerDays")).isEqualTo(15);
        assertThat(DIRECTOR.sees(id).getString("publishDue")).isEqualTo("2026-12-25T10:00:00Z");
        assertThat(notices(SPECIALIST, id)).containsOnlyOnce("OVERDUE").containsOnlyOnce("DUE_SOON");
    }

    @Test
    void days_are_counted_from_the_working_day_on_which_the_limit_begins() {
        clock.setLegal("2026-11-26T17:30"); // a Thursday, after the close: counts for Friday
        String id = id(Hotline.sent(""));
        clock.setLegal("2026-11-27T09:00");
        Hotline.assigned(id);
        clock.setLegal("2026-11-27T17:30"); // for Monday
        SPECIALIST.does(id, "ASK", "\"question\":\"Khi nào?\"");
        clock.setLegal("2026-12-01T09:00");
        SPECIALIST.does(id, "REPLY", "\"text\":\"Thứ hai\"");
        assertThat(Sql.query(source, "select waited_days from feedback where id = ?::uuid", row -> row.getInt(1), id))
                .as("Tuesday")
                .containsExactly(1);
        clock.setLegal("2026-12-02T09:00");
        SPECIALIST.does(id, "PROPOSE", "\"answer\":\"Đã xử lý\"");
        DIRECTOR.does(id, "APPROVE", "");
        assertThat(DIRECTOR.sees(id).getInt("answerDays"))
                .as("Monday and Wednesday")
                .isEqualTo(2);
    }

    private void told(Hotline who, String id, String kind) {
        await().atMost(Service.SOON).until(() -> notices(who, id).contains(kind));
    }

    @Test
    void a_unit_is_stricter_with_itself_and_never_more_lenient() {
        String path = PATH + "/limits/" + Story.MUONG_SAI;
        String etag = DIRECTOR.call().get(path).header("ETag");
        String strict =
                "{\"screenDays\":1,\"askDays\":2,\"resolveDays\":5,\"publishDays\":1,\"source\":\"Bắc Ninh 80/2025\"}";
        DIRECTOR.call()
                .header("If-Match", etag)
                .body(strict.replace("\"resolveDays\":5", "\"resolveDays\":16"))
                .put(path)
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/resolveDays"));
        RECEPTION.call().header("If-Match", etag).body(strict).put(path).then().statusCode(403);
        DIRECTOR.call().body(strict).put(path).then().statusCode(428);
        DIRECTOR.call()
                .header("If-Match", etag)
                .body(strict)
                .put(path)
                .then()
                .statusCode(200)
                .body("own", equalTo(true));
        DIRECTOR.call().header("If-Match", etag).body(strict).put(path).then().statusCode(412);
        try {
            clock.setLegal("2026-11-26T17:30"); // after the close: counts from Friday
            assertThat(RECEPTION.sees(id(Hotline.sent(""))).getString("resolveDue"))
                    .isEqualTo("2026-12-04T10:00:00Z");
        } finally {
            Sql.update(source, "delete from feedback_limit where unit = ?", Story.MUONG_SAI);
        }
    }
}
