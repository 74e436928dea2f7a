package vn.motcua.catalog.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

@QuarkusTest
class ChecklistPagesTest {
    private static final Pattern CASE = Pattern.compile("name=\"case\" value=\"([0-9a-f]{8})\"");

    @Test
    void a_procedure_with_cases_asks_for_them_in_the_words_of_its_list() {
        assertThat(html("/thu-tuc/1.013225/huong-dan"))
                .contains("Ông/Bà thuộc trường hợp nào sau đây?", "Đối với công trình nhà ở riêng lẻ")
                .doesNotContain("id=\"list\"", "Không thuộc trường hợp nào");
        assertThat(html("/thu-tuc/1.013225")).contains("href=\"/thu-tuc/1.013225/huong-dan\"");
    }

    @Test
    void the_answers_give_the_papers_of_the_case_and_a_code_to_take_along() {
        Matcher first = CASE.matcher(html("/thu-tuc/1.013225/huong-dan"));
        assertThat(first.find()).isTrue();
        String page = html("/thu-tuc/1.013225/huong-dan?channel=COUNTER&case=" + first.group(1));
        assertThat(page)
                .contains("Danh sách của Ông/Bà", "<svg class=\"qr\"", "checked", "/huong-dan?case=" + first.group(1))
                .doesNotContain("Vui lòng chọn trường hợp trước");
        assertThat(html("/thu-tuc/1.013225/huong-dan?channel=COUNTER")).contains("Vui lòng chọn trường hợp trước");
    }

    @Test
    void a_certified_copy_is_reckoned_and_dated_by_the_hours_of_the_centre() {
        String page = html("/thu-tuc/2.000815/huong-dan?pages=3&copies=2&channel=COUNTER&unit=xã Mường Sại, Sơn La");
        assertThat(page)
                .contains("10.000 đồng", "hẹn trả kết quả lúc", "Tính theo giờ làm việc của Xã Mường Sại")
                .contains("unit=14-03712-20250701");
        assertThat(html("/thu-tuc/2.000815/huong-dan?pages=3&copies=2&channel=COUNTER&lang=en"))
                .contains("10,000 đ", "the result is due at", "usual office hours");
    }

    @Test
    void what_is_not_established_is_never_free_and_never_dated() {
        assertThat(html("/thu-tuc/1.001612/huong-dan?channel=COUNTER&case=self"))
                .contains("Do Hội đồng nhân dân tỉnh quy định", "Chưa xác định được thời hạn")
                .doesNotContain(">Miễn phí", "hẹn trả kết quả lúc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case=x&case=0badc0de",
                "pages=-3&copies=x",
                "channel=PHONE",
                "unit=%3Cscript%3Ex",
                "unit=tan+phu",
                "lang=xx"
            })
    void bad_input_never_stops_a_person(String query) {
        Response answer = given().urlEncodingEnabled(false).get("/thu-tuc/2.000815/huong-dan?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain("<script");
    }

    @Test
    void the_procedure_page_tells_each_way_of_filing_apart() {
        assertThat(html("/thu-tuc/1.004222"))
                .contains(
                        "Theo cách nộp",
                        "20.000 đồng/trường hợp; nộp khi nộp hồ sơ; hoàn trả nếu hồ sơ không được chấp nhận")
                .contains("10.000 đồng/trường hợp", "href=\"/gop-y\"");
        assertThat(html("/thu-tuc/2.000815"))
                .contains("Danh mục quốc gia không nêu cách nộp này", "Trong ngày; hồ sơ nhận sau 15:00");
    }

    @Test
    void what_is_not_there_is_a_page_that_helps() {
        given().header("Accept", "text/html")
                .get("/thu-tuc/9.999999/huong-dan")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.013225", "1.011441", "2.000575", "1.004222"})
    void the_page_stays_small_and_runs_no_script(String code) throws java.io.IOException {
        StringBuilder query = new StringBuilder("?channel=COUNTER&pages=3&copies=2&unit=14-03712-20250701");
        Matcher cases = CASE.matcher(html("/thu-tuc/" + code + "/huong-dan"));
        while (cases.find()) {
            query.append("&case=").append(cases.group(1));
        }
        String page = html("/thu-tuc/" + code + "/huong-dan" + query);
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream zip = new java.util.zip.GZIPOutputStream(bytes)) {
            zip.write(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(bytes.size()).isLessThanOrEqualTo(30 * 1024);
        assertThat(page).doesNotContain("<script", "<img", " onclick=", " style=");
    }

    private static String html(String path) {
        Response answer = given().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        return answer.asString();
    }
}
