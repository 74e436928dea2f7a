package vn.motcua.notification.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@QuarkusTest
class FeedbackPagesTest {
    @Inject
    AgroalDataSource source;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static RequestSpecification form() {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-For", "10.9." + new Random().nextInt(256) + "." + new Random().nextInt(256))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("unit", Story.MUONG_SAI);
    }

    private static String submission(String html) {
        Matcher field =
                Pattern.compile("name=\"submission\" value=\"([^\"]+)\"").matcher(html);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    @Test
    void the_form_asks_how_the_person_wants_to_be_told_and_takes_no_way_that_the_contact_does_not_serve() {
        String empty = given().queryParam("unit", Story.MUONG_SAI)
                .get("/gop-y?lang=vi")
                .asString();
        assertThat(empty)
                .contains("Báo tin cho Ông/Bà bằng cách nào?", "Nhắn tin đến số điện thoại", "Gửi thư điện tử");

        Response unsaid = filled().formParam("contact", "0912345678")
                .formParam("told", "")
                .post("/gop-y?lang=vi");
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(unsaid.asString()).contains("Mời Ông/Bà chọn cách nhận tin", "value=\"0912345678\"");
        assertThat(filled().formParam("told", "SMS").post("/gop-y?lang=vi").asString())
                .contains("số điện thoại di động của Việt Nam", "value=\"SMS\" selected");
        assertThat(filled().formParam("contact", "0912345678")
                        .formParam("told", "EMAIL")
                        .post("/gop-y?lang=en")
                        .asString())
                .contains("For e-mail please write an address");
        assertThat(filled().formParam("told", "PIGEON").post("/gop-y?lang=vi").statusCode())
                .isEqualTo(400);

        Response taken = filled().formParam("contact", "0912 345 678")
                .formParam("told", "SMS")
                .post("/gop-y?lang=vi");
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(filled().formParam("told", "").post("/gop-y?lang=vi").statusCode())
                .as("an anonymous one chooses nothing")
                .isEqualTo(303);
    }

    private static RequestSpecification filled() {
        return form().formParam("category", "LATENESS").formParam("text", "Hẹn ba lần chưa trả");
    }

    @Test
    void a_commune_is_found_with_and_without_diacritics() {
        for (String words : new String[] {"Mường Sại", "muong sai", "  MUONG  SAI "}) {
            assertThat(given().queryParam("q", words).get("/gop-y").asString())
                    .contains("/gop-y?unit=" + Story.MUONG_SAI, "Xã Mường Sại", "Tỉnh Sơn La")
                    .doesNotContain("14-03709-00000000");
        }
        assertThat(given().queryParam("q", "100%").get("/gop-y").asString()).contains("Không tìm thấy");
    }

    @Test
    void the_form_takes_a_feedback_once_and_shows_its_code() {
        Response form = given().queryParam("unit", Story.MUONG_SAI).get("/gop-y");
        assertThat(form.header("Content-Security-Policy")).contains("form-action 'self'");
        String html = form.asString();
        assertThat(html)
                .contains("Góp ý, phản ánh", "Khen ngợi", "Xã Mường Sại")
                .doesNotContain("<script", "null");
        String submission = submission(html);

        String first = null;
        for (int i = 0; i < 2; i++) {
            Response sent = form().formParam("submission", submission)
                    .formParam("category", "PRAISE")
                    .formParam("text", "Cán bộ rất tận tình")
                    .post("/gop-y?lang=vi");
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(first == null || first.equals(sent.header("Location"))).isTrue();
            first = sent.header("Location");
        }
        String thanks = given().get(first).asString();
        assertThat(thanks).contains("Các bước đã thực hiện", "Đã tiếp nhận").doesNotContain("tận tình");
    }

    @Test
    void what_is_wrong_stands_above_and_what_was_typed_stays() {
        Response refused = form().formParam("submission", UUID.randomUUID())
                .formParam("category", "X")
                .formParam("text", "")
                .formParam("dossier", "<b>H52</b>")
                .post("/gop-y?lang=vi");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("Mời Ông/Bà chọn nội dung.", "role=\"alert\"", "&lt;b&gt;H52&lt;/b&gt;")
                .doesNotContain("<b>H52");
    }

    @Test
    void an_unknown_unit_leads_back_to_the_search() {
        Response page = given().contentType("application/x-www-form-urlencoded")
                .formParam("unit", "99-99999-99999999")
                .formParam("category", "OTHER")
                .formParam("text", "x")
                .post("/gop-y?lang=en");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString()).contains("About which commune or ward?");
    }

    @Test
    void a_text_no_database_can_hold_is_refused() {
        assertThat(form().formParam("submission", UUID.randomUUID())
                        .formParam("category", "OTHER")
                        .formParam("text", "a\0b")
                        .post("/gop-y")
                        .statusCode())
                .isEqualTo(400);
        assertThat(form().formParam("submission", UUID.randomUUID())
                        .formParam("category", "OTHER")
                        .formParam("text", "ế".repeat(4001))
                        .post("/gop-y")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_text_of_four_thousand_vietnamese_letters_is_taken() {
        assertThat(form().formParam("submission", UUID.randomUUID())
                        .formParam("category", "OTHER")
                        .formParam("text", "ế".repeat(4000))
                        .post("/gop-y")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_unknown_code_is_told_kindly() {
        Response page = given().get("/gop-y/ZZZZZZZZZZ?lang=en");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString()).contains("There is no feedback with this code.");
    }

    private static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static Response withFile(byte[] bytes, String name) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-For", "10.8." + new Random().nextInt(256) + "." + new Random().nextInt(256))
                .multiPart("unit", Story.MUONG_SAI)
                .multiPart("submission", UUID.randomUUID().toString())
                .multiPart("category", "OTHER")
                .multiPart("hall", "1")
                .multiPart("text", "Xem anh")
                .multiPart("files", name, bytes)
                .post("/gop-y?lang=vi");
    }

    @Test
    void a_picture_is_taken_by_its_content_sealed_and_read_by_the_officers_of_the_unit() {
        Response sent = withFile(PNG, "anh.exe");
        assertThat(sent.statusCode()).isEqualTo(303);
        String code = sent.header("Location").replaceAll(".*/gop-y/|\\?.*", "");
        String list = Sql.query(source, "select id from feedback where code = ?", row -> row.getString(1), code)
                .get(0);
        String path = "/api/notification/hotline/feedback/" + list;
        String file = Service.reception().get(path).jsonPath().getString("files[0].id");
        assertThat(Service.reception().get(path).jsonPath().getString("line.channel"))
                .isEqualTo("HALL");
        Response read = Service.reception().get(path + "/files/" + file);
        assertThat(read.asByteArray()).isEqualTo(PNG);
        assertThat(read.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(Service.as("reception", Story.QUYNH_NHAI)
                        .get(path + "/files/" + file)
                        .statusCode())
                .isEqualTo(404);

        Hotline.DIRECTOR.does(
                list,
                "SCREEN",
                "\"category\":\"OTHER\",\"aboutCounter\":false,\"concerned\":[{\"name\":\"Lò Thị Hoa\"}]");
        Hotline.SECOND_RECEPTION
                .call()
                .get(path + "/files/" + file)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/feedback-concerns-officer"))
                .body("why", equalTo("NAMED"));
        Hotline.RECEPTION.call().get(path + "/files/" + file).then().statusCode(200);
    }

    @Test
    void what_only_calls_itself_a_picture_is_refused_and_what_was_typed_stays() {
        Response refused =
                withFile("<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "anh.png");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("nhiều nhất 3 tệp", "Xem anh");
    }

    @Test
    void the_sheet_for_the_hall_leads_to_the_form_of_its_unit() {
        String sheet = given().queryParam("don-vi", Story.MUONG_SAI)
                .get("/gop-y/ma-qr")
                .asString();
        assertThat(sheet)
                .contains(
                        "<svg class=\"qr\"",
                        "aria-label=\"Mã QR dẫn tới",
                        "http://localhost:8080/gop-y?don-vi=" + Story.MUONG_SAI);
        assertThat(given().queryParam("don-vi", Story.MUONG_SAI).get("/gop-y").asString())
                .contains("name=\"hall\" value=\"1\"");
        assertThat(given().queryParam("don-vi", "99-99999-99999999")
                        .get("/gop-y/ma-qr")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_public_list_is_found_by_unit_and_says_so_when_it_is_empty() {
        assertThat(given().queryParam("q", "muong sai").get("/gop-y/da-tra-loi").asString())
                .contains("/gop-y/da-tra-loi?don-vi=" + Story.MUONG_SAI);
        assertThat(given().queryParam("don-vi", Story.QUYNH_NHAI)
                        .get("/gop-y/da-tra-loi")
                        .asString())
                .contains("Chưa có phản ánh, kiến nghị nào được công khai.");
        assertThat(given().queryParam("don-vi", Story.MUONG_SAI)
                        .queryParam("sau", "x")
                        .get("/gop-y/da-tra-loi")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nothing_is_replied_where_nothing_was_asked() {
        String code = Hotline.sent("");
        Response refused = given().header("X-Forwarded-For", Hotline.address())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", "Thêm")
                .post("/gop-y/" + code + "/tra-loi?lang=vi");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("chưa đến lượt");
        assertThat(given().header("X-Forwarded-For", Hotline.address())
                        .contentType("application/x-www-form-urlencoded")
                        .formParam("text", "Thêm")
                        .post("/gop-y/ZZZZZZZZZZ/tra-loi")
                        .statusCode())
                .isEqualTo(404);
    }
}
