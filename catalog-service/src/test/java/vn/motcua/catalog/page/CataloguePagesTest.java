package vn.motcua.catalog.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

@QuarkusTest
class CataloguePagesTest {
    private static final int BYTES_MAX = 30 * 1024;
    private static final Pattern LOADS = Pattern.compile("(?:src|<link[^>]*href)=\"([^\"]+)\"");

    @Test
    void the_procedure_page_answers_five_questions_in_vietnamese() {
        String page = html("/thu-tuc/2.000815");
        assertThat(page)
                .contains("<html lang=\"vi\">")
                .contains("Chứng thực bản sao từ bản chính")
                .contains("Ai nộp", "Giấy tờ", "Phí, lệ phí", "Thời hạn", "Nơi nộp")
                .contains(
                        "2.000 đồng/trang từ trang 1 đến trang 2; 1.000 đồng/trang từ trang thứ 3; tối đa 200.000 đồng/bản")
                .contains("Trong ngày; hồ sơ nhận sau 15:00 thì trả kết quả vào ngày làm việc tiếp theo")
                .contains("/api/catalog/procedures/2.000815/qr.svg")
                .contains("Phiên bản 1, có hiệu lực từ 01/07/2025");
    }

    @Test
    void it_speaks_english_when_asked_by_link_or_by_the_browser() {
        String byLink = html("/thu-tuc/1.001193?lang=en");
        assertThat(byLink)
                .contains("<html lang=\"en\">", "Free of charge", "How long")
                .contains("Thủ tục đăng ký khai sinh");
        String byBrowser = given().header("Accept-Language", "en-GB,en;q=0.9")
                .get("/thu-tuc/1.001193")
                .asString();
        assertThat(byBrowser).contains("<html lang=\"en\">");
        String vietnameseLink = given().header("Accept-Language", "en")
                .get("/thu-tuc/1.001193?lang=vi")
                .asString();
        assertThat(vietnameseLink).contains("Miễn phí");
    }

    @Test
    void without_a_limit_the_page_promises_no_date_and_without_a_fee_it_does_not_say_free() {
        String page = html("/thu-tuc/1.001612");
        assertThat(page)
                .contains("Chưa xác định được thời hạn")
                .contains("Do Hội đồng nhân dân tỉnh quy định")
                .doesNotContain(">Miễn phí<");
    }

    @Test
    void what_differs_by_channel_is_told_per_channel() {
        assertThat(html("/thu-tuc/1.004222"))
                .contains("nộp trực tiếp: 20.000 đồng/trường hợp")
                .contains("nộp trực tuyến trên Cổng Dịch vụ công quốc gia: 10.000 đồng/trường hợp");
    }

    @Test
    void every_page_fits_into_30_kb_and_4_requests_and_runs_no_script() {
        List<String> codes = IntStream.range(0, 6)
                .mapToObj(i -> List.of("2.000815", "1.001193", "1.013229", "1.013225", "1.011441", "1.004222")
                        .get(i))
                .toList();
        for (String code : codes) {
            withinBudget("/thu-tuc/" + code);
        }
        withinBudget("/");
        withinBudget("/?q=dang+ky");
        withinBudget("/?topic=residence-and-identity");
        withinBudget("/don-vi");
        withinBudget("/don-vi?q=tan+phu");
        withinBudget("/don-vi/14-03712-20250701");
        withinBudget("/don-vi/91-30538-20250701");
    }

    @Test
    void the_home_page_searches() {
        assertThat(html("/")).contains("Ông/Bà cần làm thủ tục gì?", "544", "name=\"q\"", "Hộ tịch");
        assertThat(html("/?q=dang ky khai sinh"))
                .contains(
                        "href=\"/thu-tuc/1.001193\"",
                        "Thủ tục <mark>đăng ký khai sinh</mark>",
                        "value=\"dang ky khai sinh\"");
        assertThat(html("/?field=Chứng thực")).contains("href=\"/thu-tuc/2.000815\"");
        assertThat(html("/?q=xyzzy qwert&lang=en")).contains("No procedure fits");
        assertThat(html("/?q=birth registration&lang=en")).contains("href=\"/thu-tuc/1.001193?lang=en\"");
    }

    @Test
    void what_was_asked_for_is_marked_and_the_result_can_be_narrowed_and_widened_by_links() {
        String page = html("/?q=dang ky khai sinh");
        assertThat(page)
                .contains("<mark>đăng ký khai sinh</mark>", "Thu hẹp kết quả", "Có con nhỏ", "topic=having-a-child");
        String narrowed = html("/?q=dang ky khai sinh&topic=having-a-child&level=Cấp xã");
        assertThat(narrowed).contains("bỏ chọn", "href=\"/?q=dang+ky+khai+sinh&amp;level=C%E1%BA%A5p+x%C3%A3\"");
        assertThat(html("/?topic=death")).contains("href=\"/thu-tuc/1.000656\"").doesNotContain("1.001193");
        assertThat(html("/?topic=none-such&online=NEVER&level=x")).contains("Không tìm thấy");
        assertThat(html("/")).contains("Người thân qua đời", "href=\"/don-vi\"");
        assertThat(html("/?lang=en")).contains("A relative has died", "href=\"/don-vi?lang=en\"");
    }

    @Test
    void a_typing_error_is_answered_with_what_was_meant() {
        assertThat(html("/?q=dang ki khai sin"))
                .contains(
                        "Có phải Ông/Bà muốn tìm", "<strong>đăng ký khai sinh</strong>", "href=\"/thu-tuc/1.001193\"");
    }

    @Test
    void what_became_of_a_commune_is_told_in_sentences() {
        assertThat(html("/don-vi")).contains("Xã tôi nay là đâu?", "name=\"q\"");
        assertThat(html("/don-vi?q=Bản Nong, xã Nặm Ét, huyện Quỳnh Nhai"))
                .contains("Đó là:", "href=\"/don-vi/14-03712-20250701\"", "Xã Mường Sại, Tỉnh Sơn La")
                .contains(
                        "Xã Nặm Ét, Huyện Quỳnh Nhai, Tỉnh Sơn La đã nhập toàn bộ vào Xã Mường Sại từ ngày 01/07/2025.")
                .contains("Nghị quyết 190/2025/QH15", "“bản nong”");
        assertThat(html("/don-vi?q=Phường Ngọc Hà, quận Ba Đình&lang=en"))
                .contains("It was divided", "A part of Phường Ngọc Hà", "/don-vi/01-00004-20250701?lang=en");
        assertThat(html("/don-vi?q=tan phu"))
                .contains("Có nhiều đơn vị mang tên này", "Một phần của Xã Tân Phú, Huyện Tân Châu")
                .doesNotContain("đã được chia tách");
        assertThat(html("/don-vi?q=xyzzy&on=nonsense")).contains("Không có đơn vị nào mang tên “xyzzy”");
        assertThat(html("/don-vi?q=<script>x</script>")).doesNotContain("<script>");
        assertThat(html("/don-vi/14-03709-00000000")).contains("href=\"/don-vi\"");
    }

    @Test
    void more_results_follow_by_a_link() {
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(html("/?q=dang ky"));
        assertThat(next.find()).isTrue();
        Response second =
                given().urlEncodingEnabled(false).get("/" + next.group(1).replace("&amp;", "&"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).contains("/thu-tuc/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?after=nonsense", "/?q=khai+sinh&after=nonsense", "/?lang=xx", "/?q=%25"})
    void bad_input_never_stops_a_person(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(200);
    }

    @Test
    void typed_text_is_shown_as_text() {
        assertThat(html("/?q=<script>alert(1)</script>"))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thu-tuc/9.999999", "/don-vi/14-99999-20250701"})
    void what_is_not_there_is_a_page_that_helps(String path) {
        Response answer = given().header("Accept", "text/html").get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("Không tìm thấy").contains("href=\"/\"");
    }

    @Test
    void the_unit_page_tells_names_origin_and_that_papers_stay_valid() {
        assertThat(html("/don-vi/14-03712-20250701"))
                .contains("Xã Mường Sại", "Tỉnh Sơn La", "07:30–11:30 · 13:30–17:00", "Xã Nặm Ét", "H52.712.00")
                .contains("mã minh họa", "Nghị quyết 190/2025/QH15");
        assertThat(html("/don-vi/14-03709-00000000")).contains("Từ 01/07/2025 thuộc", "/don-vi/14-03712-20250701");
        assertThat(html("/don-vi/01-00016-00000000")).contains("mỗi đơn vị sau nhận một phần");
        assertThat(html("/don-vi/75-26368-20250701")).contains("Xã Long Thành", "Phường Long Thành", "đến 29/04/2026");
    }

    @Test
    void an_english_page_names_a_procedure_in_english_and_says_that_no_authority_issued_that_name() {
        assertThat(html("/thu-tuc/1.000894?lang=en"))
                .contains("<strong>Marriage registration</strong>", "(unofficial translation)");
        assertThat(html("/thu-tuc/1.000894/huong-dan?lang=en"))
                .contains("Marriage registration", "(unofficial translation)");
        assertThat(html("/?q=marriage registration&lang=en"))
                .contains("href=\"/thu-tuc/1.000894?lang=en\"", "<span lang=\"en\">Marriage registration</span>")
                .contains("no authority issued");
        assertThat(html("/?lang=en")).contains("<span lang=\"en\">Civil status</span>", "no authority issued");
        for (String path : List.of("/", "/?q=đăng ký kết hôn", "/thu-tuc/1.000894", "/thu-tuc/1.000894/huong-dan")) {
            assertThat(html(path)).doesNotContain("Marriage registration", "không chính thức", "không do cơ quan");
        }
    }

    @Test
    void a_decision_that_the_national_list_names_is_told_without_a_date() {
        assertThat(html("/thu-tuc/1.000894"))
                .contains("Quyết định số 163/QĐ-BTP, theo danh mục quốc gia; ngày ban hành chưa xác định");
    }

    @Test
    void pages_lead_to_what_hangs_in_the_hall_and_to_the_open_data() {
        assertThat(html("/?field=Chứng thực"))
                .contains("/api/catalog/fields/chung-thuc/board.pdf?language=vi", "/fields/chung-thuc/qr.png");
        assertThat(html("/?q=chứng thực")).doesNotContain("board.pdf");
        assertThat(html("/")).contains("/api/catalog/open-data/procedures.csv", "procedures.jsonld");
        given().get("/api/catalog/fields/chung-thuc/board.pdf?language=vi")
                .then()
                .statusCode(200);
    }

    @Test
    void a_centre_has_its_code_and_says_what_is_not_known_of_it() {
        assertThat(html("/don-vi/14-03703-20250701"))
                .contains("/api/catalog/units/14-03703-20250701/qr.svg", "/don-vi/14-03703-20250701</span>")
                .contains("Số điện thoại của trung tâm chưa được cập nhật", "href=\"/gop-y\"");
        assertThat(html("/don-vi/14-03709-00000000")).doesNotContain("qr.svg", "chưa được cập nhật");
    }

    @Test
    void an_unchanged_page_is_not_sent_again_and_each_language_has_its_own_tag() {
        Response page = given().get("/thu-tuc/2.000815");
        assertThat(page.header("Vary")).containsIgnoringCase("Accept-Language");
        given().header("If-None-Match", page.header("ETag"))
                .get("/thu-tuc/2.000815")
                .then()
                .statusCode(304);
        given().header("If-None-Match", page.header("ETag"))
                .get("/thu-tuc/2.000815?lang=en")
                .then()
                .statusCode(200);
    }

    private static String html(String path) {
        Response answer = given().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        return answer.asString();
    }

    private static void withinBudget(String path) {
        String html = html(path);
        String sent = given().config(io.restassured.RestAssured.config()
                        .decoderConfig(io.restassured.config.DecoderConfig.decoderConfig()
                                .noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get(path)
                .header("Content-Encoding");
        assertThat(sent).isEqualTo("gzip");
        assertThat(zipped(html)).as(path).isLessThanOrEqualTo(BYTES_MAX);
        assertThat(html.replace("<script type=\"application/ld+json\">", ""))
                .doesNotContain("<script")
                .doesNotContain(" onclick=");
        Matcher loads = LOADS.matcher(html);
        int requests = 1;
        while (loads.find()) {
            requests++;
        }
        assertThat(requests).as(path).isLessThanOrEqualTo(4);
    }

    private static int zipped(String html) {
        try (java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
                java.util.zip.GZIPOutputStream zip = new java.util.zip.GZIPOutputStream(bytes)) {
            zip.write(html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.finish();
            return bytes.size();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
