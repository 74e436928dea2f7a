package vn.motcua.catalog.procedure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.devstack.StackResource;

import java.io.ByteArrayInputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import javax.imageio.ImageIO;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ProcedureResourceTest {
    private static final String PATH = "/api/catalog/procedures";

    @ParameterizedTest
    @ValueSource(strings = {"khai sinh", "Khai Sinh", "dang ky khai sinh", "Đăng ký khai sinh", "ĐĂNG KÝ KHAI SINH"})
    void birth_registration_comes_first_with_diacritics_and_without(String words) {
        given().queryParam("q", words)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo("1.001193"))
                .body("items[0].name.vi", equalTo("Thủ tục đăng ký khai sinh"))
                .body("items.size()", greaterThan(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chứng thực bản sao", "chung thuc ban sao", "sao bản thực chứng", "CHUNG THUC  BAN-SAO"})
    void certifying_copies_is_found_by_its_words_in_any_order(String words) {
        given().queryParam("q", words).get(PATH).then().statusCode(200).body("items.code", hasItem("2.000815"));
    }

    @Test
    void decomposed_input_finds_the_same_as_composed() {
        String words = "chứng thực chữ ký";
        List<String> composed = codes(words);
        List<String> decomposed = codes(Normalizer.normalize(words, Normalizer.Form.NFD));
        assertThat(composed).isNotEmpty().contains("2.000884").isEqualTo(decomposed);
    }

    @Test
    void a_code_finds_its_procedure_first() {
        assertThat(codes("2.000815").get(0)).isEqualTo("2.000815");
    }

    @Test
    void a_typing_error_still_finds_something() {
        assertThat(codes("dang ki khai sin")).contains("1.001193");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy qwert", "%", "_", "\\", "'; drop table unit; --", "%%%", "🦆"})
    void what_fits_nothing_finds_nothing_and_does_no_harm(String words) {
        given().queryParam("q", words)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @Test
    void the_whole_list_is_read_page_by_page_without_gap_or_repeat() {
        assertThat(all("")).hasSize(544).doesNotHaveDuplicates();
        List<String> found = all("đăng ký");
        assertThat(found).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(new HashSet<>(found)).contains("1.001193");
    }

    @Test
    void a_field_narrows_the_list() {
        given().queryParam("field", "Chứng thực")
                .queryParam("limit", 100)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.code", hasItems("2.000815", "2.000884"))
                .body("items.field.unique()", equalTo(List.of("Chứng thực")));
    }

    @Test
    void a_unit_that_receives_offers_them_and_a_former_or_unknown_one_does_not() {
        given().queryParam("unit", "14-03712-20250701").get(PATH).then().body("items", hasSize(20));
        given().queryParam("unit", "14-03709-00000000").get(PATH).then().body("items", hasSize(0));
        given().queryParam("unit", "99-99999-20250701").get(PATH).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,101", "limit,-1", "after,not-a-cursor", "after,YWJj"})
    void a_bad_page_is_a_problem_that_says_so(String parameter, String value) {
        given().queryParam(parameter, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1", "NaN", "2.12345"})
    void a_forged_score_in_a_cursor_is_refused(String score) {
        String forged = vn.motcua.platform.paging.Cursor.encode(score, "1.001193", "s");
        given().queryParam("after", forged)
                .queryParam("q", "khai sinh")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void a_cursor_of_one_list_is_refused_by_another() {
        String next = given().get(PATH).path("next");
        given().queryParam("after", next)
                .queryParam("q", "khai sinh")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void too_long_words_and_control_characters_are_refused() {
        given().queryParam("q", "a".repeat(201)).get(PATH).then().statusCode(400);
        given().urlEncodingEnabled(false).get(PATH + "?q=a%00b").then().statusCode(400);
    }

    @Test
    void one_procedure_tells_limit_fee_papers_and_its_page() {
        given().get(PATH + "/2.000815")
                .then()
                .statusCode(200)
                .body("code", equalTo("2.000815"))
                .body("version", equalTo(1))
                .body("effectiveFrom", equalTo("2025-07-01"))
                .body("effectiveTo", nullValue())
                .body("limits[0].unit", equalTo("SAME_DAY"))
                .body("limits[0].cutOff", equalTo("15:00"))
                .body("fees.amountVnd", equalTo(List.of(2000, 1000)))
                .body("components[0].id", equalTo("2.000815-01"))
                .body("page", equalTo("http://localhost:8080/thu-tuc/2.000815"));
    }

    @Test
    void before_its_first_day_a_procedure_is_not_there() {
        given().queryParam("on", "2025-06-30").get(PATH + "/2.000815").then().statusCode(404);
        given().queryParam("on", "2025-07-01").get(PATH + "/2.000815").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "24/11/2026", "0001-01-01"})
    void what_is_no_day_is_refused(String day) {
        given().queryParam("on", day)
                .get(PATH + "/2.000815")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/on"));
    }

    @Test
    void an_unknown_code_is_not_found_in_the_language_of_the_caller() {
        given().header("Accept-Language", "vi")
                .get(PATH + "/9.999999")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/procedure-not-found"))
                .body("title", equalTo("Không tìm thấy thủ tục"))
                .body("detail", startsWith("Không có thủ tục mang mã 9.999999"));
        given().header("Accept-Language", "en")
                .get(PATH + "/9.999999")
                .then()
                .body("title", equalTo("No such procedure"));
        given().get(PATH + "/9.999999/qr.svg").then().statusCode(404);
    }

    @Test
    void an_unchanged_answer_is_not_sent_again() {
        Response first = given().get(PATH + "/1.001193");
        assertThat(first.header("Cache-Control")).startsWith("public, max-age=");
        given().header("If-None-Match", first.header("ETag"))
                .get(PATH + "/1.001193")
                .then()
                .statusCode(304);
        given().header("If-None-Match", "W/\"other\"")
                .get(PATH + "/1.001193")
                .then()
                .statusCode(200);
        String list = given().get(PATH).header("ETag");
        given().header("If-None-Match", list).get(PATH).then().statusCode(304);
        given().header("If-None-Match", list)
                .queryParam("q", "khai sinh")
                .get(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void the_qr_code_leads_to_the_page_of_the_procedure() throws Exception {
        byte[] png = given().get(PATH + "/1.001193/qr.png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        var image = ImageIO.read(new ByteArrayInputStream(png));
        String text = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
        assertThat(text).isEqualTo("http://localhost:8080/thu-tuc/1.001193");
        given().get(PATH + "/1.001193/qr.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Cache-Control", equalTo("public, max-age=86400"));
    }

    @Test
    void nothing_personal_and_no_stack_is_in_an_error() {
        String body = given().queryParam("limit", "zero").get(PATH).asString();
        assertThat(body).doesNotContain("Exception").doesNotContain("vn.motcua");
    }

    @Test
    void other_methods_are_refused() {
        given().delete(PATH + "/2.000815").then().statusCode(not(equalTo(200)));
    }

    private static List<String> codes(String words) {
        return given().queryParam("q", words)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }

    private static List<String> all(String words) {
        List<String> found = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("q", words).queryParam("limit", 100);
            Response page = (next == null ? request : request.queryParam("after", next)).get(PATH);
            assertThat(page.statusCode()).isEqualTo(200);
            found.addAll(page.path("items.code"));
            next = page.path("next");
        } while (next != null);
        return found;
    }
}
