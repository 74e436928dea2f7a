package vn.motcua.intake.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.identity.SubjectToken;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@QuarkusTest
class TrackingPagesTest {
    /** The token of the form, as the page gives it out in its cookie and its hidden field. */
    private static final String FORM = "AAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void the_page_asks_in_the_readers_language_and_keeps_the_scanned_reference() {
        given().header("Accept-Language", "vi")
                .get("/ho-so?ma=0123456789")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", containsString("no-store"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Theo dõi hồ sơ"))
                .body(containsString("value=\"0123456789\""))
                .body(not(containsString("<script")));
        given().get("/ho-so?lang=en").then().statusCode(200).body(containsString("Follow your dossier"));
    }

    @Test
    void the_right_pin_leads_to_the_five_dots_and_the_four_answers() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        Desk.presentAll(dossier.getString("id"));
        Desk.done(Desk.HOA, dossier.getString("id"), Desk.action("RECEIVE"));
        Response opened = open(dossier.getString("reference"), dossier.getString("pin"));
        opened.then().statusCode(303);
        assertThat(opened.getHeader("Location")).endsWith("/ho-so?lang=vi");
        String page = given().cookie(SubjectToken.COOKIE, opened.getCookie(SubjectToken.COOKIE))
                .get("/ho-so?lang=vi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("class=\"now\" aria-current=\"step\">Giải quyết")
                .contains("Hồ sơ đang ở đâu?", "Ai đang giữ hồ sơ", "Tôi cần làm gì?", "Khi nào có kết quả")
                .contains("Chứng thực bản sao")
                .doesNotContain("Quàng Thị Vui", "014199001123");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(30_000);
    }

    @Test
    void a_draft_of_the_result_is_what_the_person_has_to_do_until_it_is_answered() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.BIRTH, "COUNTER");
        String id = dossier.getString("id");
        Desk.presentAll(id);
        Desk.done(Desk.HOA, id, Desk.action("RECEIVE"));
        String cookie =
                open(dossier.getString("reference"), dossier.getString("pin")).getCookie(SubjectToken.COOKIE);
        String draft = "{\"draftId\":\"%s\",\"until\":\"2026-11-26T02:40:00Z\"}".formatted(UUID.randomUUID());
        Desk.fromCase(id, "DRAFT_OFFERED", draft);
        await().atMost(Duration.ofSeconds(60)).until(() -> page(cookie), shown -> shown.contains("/xac-minh/ban-nhap"));
        assertThat(page(cookie)).contains("trả lời chậm nhất 09:40 26/11/2026");
        Desk.fromCase(id, "FROZEN", "{}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> page(cookie), shown -> shown.contains("Thời hạn trả lời bản nháp đang tạm dừng"));
        assertThat(page(cookie)).doesNotContain("09:40 26/11/2026", "coi như đồng ý");
        Desk.fromCase(id, "THAWED", "{}");
        Desk.fromCase(id, "DRAFT_REDATED", draft.replace("26T02:40", "27T09:00"));
        await().atMost(Duration.ofSeconds(60)).until(() -> page(cookie), shown -> shown.contains("16:00 27/11/2026"));
        Desk.fromCase(id, "DRAFT_CONFIRMED", draft);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> page(cookie), shown -> !shown.contains("/xac-minh/ban-nhap"));
    }

    private static String page(String cookie) {
        return given().cookie(SubjectToken.COOKIE, cookie)
                .get("/ho-so?lang=vi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void a_person_sees_who_looked_by_unit_and_duty_and_not_by_name() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        Desk.presentAll(dossier.getString("id"));
        Desk.done(Desk.HOA, dossier.getString("id"), Desk.action("RECEIVE"));
        Desk.dossier(vn.motcua.devstack.TestTokens.officer("approver", Desk.MUONG_SAI), dossier.getString("id"));
        String cookie =
                open(dossier.getString("reference"), dossier.getString("pin")).getCookie(SubjectToken.COOKIE);
        given().cookie(SubjectToken.COOKIE, cookie)
                .get("/ho-so?lang=vi")
                .then()
                .body(containsString("/ho-so/luot-xem"));
        given().cookie(SubjectToken.COOKIE, cookie)
                .get("/ho-so/luot-xem?lang=vi")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("Công chức một cửa, Xã Mường Sại"))
                .body(containsString("Lãnh đạo ký duyệt, Xã Mường Sại"))
                .body(containsString("để quyết định; 1 lần"))
                .body(not(containsString("Lò Thị Hoa")))
                .body(not(containsString("<script")));
        given().cookie(SubjectToken.COOKIE, cookie)
                .get("/ho-so/luot-xem?lang=en")
                .then()
                .body(containsString("Who looked at my data"));
        given().redirects().follow(false).get("/ho-so/luot-xem").then().statusCode(303);
    }

    @Test
    void the_slips_a_person_was_given_open_as_pdf_with_their_own_cookie_and_no_other() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        Desk.presentAll(dossier.getString("id"));
        Desk.done(Desk.HOA, dossier.getString("id"), Desk.action("RECEIVE"));
        String cookie =
                open(dossier.getString("reference"), dossier.getString("pin")).getCookie(SubjectToken.COOKIE);
        String page = given().cookie(SubjectToken.COOKIE, cookie)
                .get("/ho-so?lang=vi")
                .then()
                .statusCode(200)
                .body(containsString("Giấy tiếp nhận hồ sơ và hẹn trả kết quả"))
                .extract()
                .asString();
        Matcher link = Pattern.compile("/ho-so/phieu/[0-9a-f-]{36}\\.pdf").matcher(page);
        assertThat(link.find()).isTrue();
        byte[] pdf = given().cookie(SubjectToken.COOKIE, cookie)
                .get(link.group())
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        JsonPath other = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String otherCookie =
                open(other.getString("reference"), other.getString("pin")).getCookie(SubjectToken.COOKIE);
        given().cookie(SubjectToken.COOKIE, otherCookie)
                .get(link.group())
                .then()
                .statusCode(404);
        given().redirects().follow(false).get(link.group()).then().statusCode(303);
        given().cookie(SubjectToken.COOKIE, cookie)
                .get("/ho-so/phieu/no-id.pdf")
                .then()
                .statusCode(404);
    }

    @Test
    void another_scanned_reference_asks_again_although_a_dossier_is_open() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String cookie =
                open(dossier.getString("reference"), dossier.getString("pin")).getCookie(SubjectToken.COOKIE);
        given().cookie(SubjectToken.COOKIE, cookie)
                .get("/ho-so?ma=ZZZZZZZZZZ")
                .then()
                .statusCode(200)
                .body(containsString("name=\"pin\""));
        given().cookie(SubjectToken.COOKIE, cookie)
                .get("/ho-so?ma=" + dossier.getString("reference"))
                .then()
                .statusCode(200)
                .body(not(containsString("name=\"pin\"")));
    }

    @Test
    void a_wrong_pin_says_what_to_do_and_keeps_what_was_typed() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String wrong = TrackingResourceTest.other(dossier.getString("pin"));
        open(dossier.getString("reference"), wrong)
                .then()
                .statusCode(403)
                .body(containsString("role=\"alert\""))
                .body(containsString(dossier.getString("reference")))
                .body(not(containsString("value=\"" + wrong)));
    }

    @Test
    void what_is_typed_is_shown_as_text_and_nothing_odd_is_a_failure() {
        open("\"><script>alert(1)</script>", "1").then().statusCode(403).body(not(containsString("<script")));
        given().contentType("application/json").body("{}").post("/ho-so").then().statusCode(415);
        open("", "").then().statusCode(403);
    }

    private static Response open(String handle, String pin) {
        return given().redirects()
                .follow(false)
                .formParam("ma", handle)
                .formParam("pin", pin)
                .formParam("lang", "vi")
                .formParam("bieu-mau", FORM)
                .cookie("motcua_form", FORM)
                .post("/ho-so");
    }
}
