package vn.motcua.intake.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.identity.SubjectToken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@QuarkusTest
class TrackingResourceTest {
    private static final String TRACKING = "/api/intake/tracking";

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-23T10:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void the_reference_and_the_pin_open_the_dossier_for_reading() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        Response opened = ask("reference", dossier.getString("reference").toLowerCase(), dossier.getString("pin"));
        opened.then().statusCode(200).body("expiresInSeconds", equalTo(900));
        assertThat(opened.getHeader("Set-Cookie"))
                .startsWith(SubjectToken.COOKIE + "=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=900")
                .doesNotContain("Secure");
        current(opened, "vi")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("step", equalTo(2))
                .body("where", equalTo("Hồ sơ đang được chuẩn bị và chưa nộp."))
                .body("code", nullValue())
                .body("toDo", containsString("nộp hồ sơ"));
    }

    @Test
    void a_received_dossier_says_who_has_it_when_it_is_due_and_why() {
        clock.setLegal("2026-11-23T15:01");
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        Desk.presentAll(dossier.getString("id"));
        String code = Desk.done(Desk.HOA, dossier.getString("id"), Desk.action("RECEIVE"))
                .getString("code");
        Response opened = ask("code", code, dossier.getString("pin"));
        JsonPath en = current(opened, "en").then().statusCode(200).extract().jsonPath();
        assertThat(en.getInt("step")).isEqualTo(4);
        assertThat(en.getString("who")).contains("Xã Mường Sại", "15:01 23/11/2026");
        assertThat(en.getString("when")).isEqualTo("Due at 17:00 25/11/2026.");
        assertThat(en.<String>getList("why"))
                .contains(
                        "Received at 15:01 23/11/2026; the time limit is the same day.",
                        "Received after 15:00, so it counts from the next working day.",
                        "Not counted: 24/11 Ngày Văn hóa Việt Nam.");
        assertThat(en.getString("toDo"))
                .isEqualTo("Nothing for now. You pay 10,000 đ when the result is there, not before.");
        JsonPath vi = current(opened, "vi").then().statusCode(200).extract().jsonPath();
        assertThat(vi.getString("when")).isEqualTo("Hẹn trả lúc 17:00 25/11/2026.");
        assertThat(vi.getString("toDo"))
                .isEqualTo("Hiện tại Ông/Bà chưa cần làm gì. Khoản 10.000 đồng chỉ nộp khi có kết quả.");
    }

    @Test
    void a_fee_due_with_the_result_is_asked_for_when_the_result_is_there_and_where_it_is_collected() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String id = dossier.getString("id");
        Desk.presentAll(id);
        Desk.done(Desk.HOA, id, Desk.action("RECEIVE"));
        Desk.answer(Desk.decided(id));
        Response opened = ask("reference", dossier.getString("reference"), dossier.getString("pin"));
        current(opened, "en")
                .then()
                .body("toDo", containsString("Collect the result"))
                .body("toDo", containsString("pay 10,000 đ there"));
        Desk.done(Desk.MAI, id, Desk.cash(10_000));
        current(opened, "en")
                .then()
                .body("toDo", containsString("Collect the result"))
                .body("toDo", not(containsString("10,000")));
    }

    @Test
    void a_fee_due_with_the_dossier_is_to_be_paid_now() {
        String vui = TestTokens.citizen("vui-fees");
        JsonPath dossier = Desk.open(vui, Desk.RESIDENCE, "ONLINE");
        Desk.done(vui, dossier.getString("id"), Desk.action("SUBMIT"));
        current(ask("reference", dossier.getString("reference"), dossier.getString("pin")), "en")
                .then()
                .body("toDo", matchesPattern("Pay [0-9,]+ đ at the centre now\\."));
    }

    @Test
    void a_payment_the_case_asked_for_lets_the_work_go_on() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.BIRTH, "COUNTER");
        String id = dossier.getString("id");
        Desk.presentAll(id);
        Desk.done(Desk.HOA, id, Desk.action("RECEIVE"));
        Desk.answer(Desk.fromCase(id, "ASK_PAYMENT", "{\"amountVnd\":120000,\"reasonCode\":\"LAND_DUTY\"}"));
        current(ask("reference", dossier.getString("reference"), dossier.getString("pin")), "en")
                .then()
                .body("toDo", equalTo("Pay 120,000 đ at the centre; then your dossier is worked on again."));
        Desk.done(Desk.MAI, id, Desk.cash(120_000));
        current(ask("reference", dossier.getString("reference"), dossier.getString("pin")), "en")
                .then()
                .body("toDo", equalTo("Nothing for now."));
    }

    @Test
    void a_supplement_request_names_each_paper_and_why() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.BIRTH, "COUNTER");
        Desk.done(
                Desk.HOA,
                dossier.getString("id"),
                Map.of(
                        "action",
                        "ASK_SUPPLEMENT",
                        "reasonCode",
                        "PAPERS_INCOMPLETE",
                        "reason",
                        "Thiếu giấy chứng sinh",
                        "items",
                        List.of(Map.of("component", "1.001193-08", "reasonCode", "PAPER_MISSING"))));
        JsonPath vi = current(ask("reference", dossier.getString("reference"), dossier.getString("pin")), "vi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(vi.getString("where")).isEqualTo("Hồ sơ đang chờ bổ sung giấy tờ.");
        assertThat(vi.getString("who")).isEqualTo("Ông/Bà, từ 10:00 23/11/2026.");
        assertThat(vi.getString("toSupply[0].component")).isEqualTo("1.001193-08");
        assertThat(vi.getString("toSupply[0].reason")).isEqualTo("còn thiếu giấy tờ này");
        assertThat(vi.getString("when")).isEqualTo("Ngày hẹn trả được ghi khi hồ sơ được tiếp nhận.");
    }

    @Test
    void nothing_about_people_is_shown() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String body = current(ask("reference", dossier.getString("reference"), dossier.getString("pin")), "vi")
                .asString();
        assertThat(body).doesNotContain("Quàng Thị Vui", "014199001123", "0912345645", "pbkdf2");
    }

    @Test
    void a_wrong_pin_and_an_unknown_dossier_are_refused_alike() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        JsonPath wrong =
                refused(ask("reference", dossier.getString("reference"), other(dossier.getString("pin"))), 403);
        JsonPath unknown = refused(ask("reference", "ZZZZZZZZZZ", "123456"), 403);
        assertThat(wrong.getString("type")).isEqualTo("/problems/wrong-pin").isEqualTo(unknown.getString("type"));
        assertThat(wrong.getString("detail")).isEqualTo(unknown.getString("detail"));
    }

    @Test
    void wrong_pins_are_slowed_then_locked_and_the_right_one_waits_too() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String reference = dossier.getString("reference");
        String pin = dossier.getString("pin");
        for (int i = 0; i < 3; i++) {
            refused(ask("reference", reference, other(pin)), 403);
        }
        Response early = ask("reference", reference, pin);
        refused(early, 429);
        assertThat(early.getHeader("Retry-After")).isEqualTo("6");
        clock.advance(Duration.ofSeconds(6));
        refused(ask("reference", reference, other(pin)), 403);
        clock.advance(Duration.ofSeconds(31));
        refused(ask("reference", reference, other(pin)), 403);
        assertThat(Integer.parseInt(ask("reference", reference, pin).getHeader("Retry-After")))
                .isEqualTo(901);
        clock.advance(Duration.ofMinutes(16));
        ask("reference", reference, pin).then().statusCode(200);
        refused(ask("reference", reference, other(pin)), 403);
        ask("reference", reference, pin).then().statusCode(200);
    }

    @Test
    void the_first_try_is_never_too_early_whatever_the_nanosecond() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        clock.set(clock.instant().plusNanos(999));
        for (int i = 0; i < 2; i++) {
            refused(ask("reference", dossier.getString("reference"), other(dossier.getString("pin"))), 403);
        }
        ask("reference", dossier.getString("reference"), dossier.getString("pin"))
                .then()
                .statusCode(200);
    }

    @Test
    void many_tries_at_once_give_no_more_of_them() throws InterruptedException, ExecutionException {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(
                            () -> ask("reference", dossier.getString("reference"), other(dossier.getString("pin")))
                                    .statusCode()))
                    .toList();
            int refused = 0;
            for (Future<Integer> each : answers) {
                refused += each.get() == 403 ? 1 : 0;
            }
            assertThat(refused).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_new_pin_ends_the_old_one_and_the_lock() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String reference = dossier.getString("reference");
        String old = dossier.getString("pin");
        for (int i = 0; i < 3; i++) {
            refused(ask("reference", reference, other(old)), 403);
        }
        String id = dossier.getString("id");
        String etag = Desk.get(Desk.HOA, "/api/intake/dossiers/" + id).header("ETag");
        String renewed = Desk.post(Desk.HOA, "/api/intake/dossiers/" + id + "/pin", etag, Map.of())
                .then()
                .statusCode(200)
                .extract()
                .path("pin");
        if (!renewed.equals(old)) {
            refused(ask("reference", reference, old), 403);
        }
        ask("reference", reference, renewed).then().statusCode(200);
    }

    @Test
    void without_a_cookie_or_with_a_foreign_one_nothing_is_shown() {
        refused(given().get(TRACKING + "/current"), 401);
        refused(given().cookie(SubjectToken.COOKIE, "eyJ.eyJ.x").get(TRACKING + "/current"), 401);
    }

    @Test
    void the_cookie_opens_no_other_part_of_the_api() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String cookie = ask("reference", dossier.getString("reference"), dossier.getString("pin"))
                .getCookie(SubjectToken.COOKIE);
        given().cookie(SubjectToken.COOKIE, cookie)
                .get("/api/intake/dossiers/" + dossier.getString("id"))
                .then()
                .statusCode(401);
    }

    @Test
    void an_incomplete_or_odd_question_is_a_bad_request_and_never_a_failure() {
        given().contentType(ContentType.JSON)
                .body(Map.of("pin", "123456"))
                .post(TRACKING)
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("reference", "X"))
                .post(TRACKING)
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("reference", "X", "pin", "1", "more", "x"))
                .post(TRACKING)
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON).body("{").post(TRACKING).then().statusCode(400);
        refused(ask("reference", "A\0B", "1"), 400);
        refused(ask("reference", "'; drop table dossier; --", "1"), 403);
    }

    @Test
    void behind_https_the_cookie_is_secure() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String cookie = given().header("X-Forwarded-Proto", "https")
                .contentType(ContentType.JSON)
                .body(Map.of("reference", dossier.getString("reference"), "pin", dossier.getString("pin")))
                .post(TRACKING)
                .getHeader("Set-Cookie");
        assertThat(cookie).contains("Secure");
    }

    @Test
    void an_officer_token_is_neither_needed_nor_looked_at() {
        given().auth()
                .oauth2(TestTokens.officer("reception", Desk.QUYNH_NHAI))
                .get(TRACKING + "/current")
                .then()
                .statusCode(401);
    }

    static Response ask(String member, String handle, String pin) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(member, handle, "pin", pin))
                .post(TRACKING);
    }

    static String other(String pin) {
        return pin.equals("000000") ? "000001" : "000000";
    }

    private static Response current(Response opened, String language) {
        return given().cookie(SubjectToken.COOKIE, opened.getCookie(SubjectToken.COOKIE))
                .header("Accept-Language", language)
                .get(TRACKING + "/current");
    }

    private static JsonPath refused(Response response, int status) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
    }
}
