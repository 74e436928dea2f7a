package vn.motcua.catalog.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static vn.motcua.catalog.draft.Editing.APPROVER;
import static vn.motcua.catalog.draft.Editing.as;
import static vn.motcua.catalog.draft.Editing.content;
import static vn.motcua.catalog.draft.Editing.end;
import static vn.motcua.catalog.draft.Editing.publish;
import static vn.motcua.catalog.draft.Editing.publishNext;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;

import java.util.List;
import java.util.Map;

@QuarkusTest
class VersionPagesTest {
    private static final int BYTES_MAX = 30 * 1024;

    @Inject
    MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.setLegal("2026-11-24T09:00");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void the_page_says_which_version_it_is_who_announced_it_and_what_is_to_come() {
        publish("8.600001", "Thủ tục có hai phiên bản", 3, "2026-12-01");
        assertThat(html("/thu-tuc/8.600001"))
                .contains("Thủ tục đã được công bố và có hiệu lực từ ngày 01/12/2026.")
                .contains("Quyết định số 1234/QĐ-UBND ngày 02/11/2026")
                .doesNotContain("Nội dung thay đổi");
        publishNext("8.600001", "Thủ tục có hai phiên bản", 2, "2027-01-04");
        clock.setLegal("2026-12-10T09:00");
        assertThat(html("/thu-tuc/8.600001"))
                .contains("Phiên bản 1, có hiệu lực từ 01/12/2026")
                .contains("Từ ngày 04/01/2027 áp dụng phiên bản mới.", "/thu-tuc/8.600001/thay-doi")
                .contains("3 ngày làm việc")
                .contains("application/ld+json");
        clock.setLegal("2027-01-04T09:00");
        assertThat(html("/thu-tuc/8.600001"))
                .contains("Phiên bản 2, có hiệu lực từ 04/01/2027", "2 ngày làm việc", "Nội dung thay đổi");
    }

    @Test
    void an_ended_procedure_names_what_takes_its_place_and_starts_nothing() {
        publish("8.600002", "Thủ tục sẽ được thay thế", 3, "2026-12-01");
        end("8.600002", "2026-12-31", "2.000815");
        clock.setLegal("2026-12-20T09:00");
        assertThat(html("/thu-tuc/8.600002"))
                .contains("Thủ tục có hiệu lực đến hết ngày 31/12/2026", "href=\"/thu-tuc/2.000815\"");
        clock.setLegal("2027-01-01T09:00");
        String page = html("/thu-tuc/8.600002");
        assertThat(page)
                .contains("Thủ tục đã hết hiệu lực sau ngày 31/12/2026", "Thủ tục thay thế:")
                .contains("Chứng thực bản sao từ bản chính")
                .doesNotContain("application/ld+json")
                .doesNotContain("/nop-ho-so/moi/");
        assertThat(html("/thu-tuc/8.600002?lang=en"))
                .contains("This procedure ended on 31/12/2026.", "href=\"/thu-tuc/2.000815?lang=en\"");
    }

    @Test
    void what_changed_is_told_in_words_of_both_languages() {
        publish("8.600003", "Thủ tục đổi nội dung", 3, "2026-12-01");
        publishNext("8.600003", "Thủ tục đổi nội dung", 2, "2027-01-04");
        assertThat(html("/thu-tuc/8.600003/thay-doi"))
                .contains("Nội dung thay đổi")
                .contains("Phiên bản 2, có hiệu lực từ 04/01/2027, so với phiên bản 1, có hiệu lực từ 01/12/2026.")
                .contains("Thời hạn, số lượng", "trực tiếp")
                .contains("<del lang=\"vi\">3</del>", "<ins lang=\"vi\">2</ins>")
                .contains("Quyết định số 1234/QĐ-UBND ngày 02/11/2026.");
        assertThat(html("/thu-tuc/8.600003/thay-doi?lang=en"))
                .contains("What changed", "How long, number", "at the counter", "?lang=en&amp;to=2");
        assertThat(html("/thu-tuc/8.600003/thay-doi?to=1"))
                .contains("Đây là phiên bản đầu tiên, có hiệu lực từ 01/12/2026");
        assertThat(html("/thu-tuc/8.600003/thay-doi?to=nonsense")).contains("Phiên bản 2, có hiệu lực từ 04/01/2027");
        assertThat(html("/thu-tuc/2.000815/thay-doi")).contains("Đây là phiên bản đầu tiên");
        given().get("/thu-tuc/9.999999/thay-doi").then().statusCode(404);
    }

    @Test
    void what_editors_told_beyond_the_lists_is_on_the_page_and_among_the_changes() {
        publish("8.600005", "Thủ tục được bổ sung thông tin", 3, "2026-12-01");
        Map<String, Object> content = content("Thủ tục được bổ sung thông tin", 3);
        content.put("serviceLevel", "partial");
        content.put("channels", List.of("COUNTER", "ONLINE"));
        content.put(
                "components",
                List.of(Map.of(
                        "name",
                        "Tờ khai",
                        "originals",
                        1,
                        "copies",
                        0,
                        "certified",
                        2,
                        "templateFile",
                        "https://example.vn/to-khai.docx",
                        "replacedBy",
                        "Cơ sở dữ liệu quốc gia về dân cư")));
        content.put(
                "further",
                Map.of(
                        "subjects", List.of("Công dân Việt Nam"),
                        "conditions", List.of("Từ đủ 18 tuổi"),
                        "steps", List.of("Nộp hồ sơ", "Nhận kết quả"),
                        "presence", true,
                        "exemptions", List.of(Map.of("who", "Hộ nghèo", "ground", "Nghị quyết ví dụ")),
                        "onlineReason", "Phải ký trước mặt người chứng thực",
                        "coordination", List.of(Map.of("who", "Công an xã", "amount", 2, "unit", "WORKING_DAY"))));
        publishNext("8.600005", content, "2027-01-04");
        clock.setLegal("2027-01-04T09:00");
        assertThat(html("/thu-tuc/8.600005"))
                .contains("Công dân Việt Nam", "Ông/Bà phải có mặt trực tiếp.", "Từ đủ 18 tuổi")
                .contains("Trình tự thực hiện", "<li>Nộp hồ sơ</li><li>Nhận kết quả</li>")
                .contains("1 bản chính, 2 bản sao có chứng thực")
                .contains("href=\"https://example.vn/to-khai.docx\"")
                .contains("không phải nộp nếu đã có dữ liệu: Cơ sở dữ liệu quốc gia về dân cư")
                .contains("Lý do chỉ trực tuyến một phần: Phải ký trước mặt người chứng thực")
                .contains("Miễn, giảm cho", "Hộ nghèo</span> <span class=\"small\">(căn cứ: Nghị quyết ví dụ)")
                .contains("Công an xã</span> (thời hạn phối hợp: 2 ngày làm việc)");
        assertThat(html("/thu-tuc/8.600005?lang=en"))
                .contains("You must come in person.", "How it goes", "its share of the time limit: 2 working day(s)");
        assertThat(html("/thu-tuc/8.600005/thay-doi"))
                .contains(
                        "Đối tượng thực hiện",
                        "Trình tự thực hiện",
                        "Cơ quan phối hợp",
                        "Biểu mẫu",
                        "bản sao có chứng thực");
        as(APPROVER)
                .get("/api/catalog/procedures/8.600005/versions/2")
                .then()
                .statusCode(200)
                .body("further.steps", contains("Nộp hồ sơ", "Nhận kết quả"));
    }

    @Test
    void the_pages_of_versions_are_small_and_run_nothing() {
        publish("8.600004", "Thủ tục trang nhỏ", 3, "2026-12-01");
        publishNext("8.600004", "Thủ tục trang nhỏ", 2, "2027-01-04");
        for (String path : List.of("/thu-tuc/8.600004", "/thu-tuc/8.600004/thay-doi")) {
            String page = html(path);
            assertThat(page.length()).isLessThan(BYTES_MAX);
            assertThat(page.replace("<script type=\"application/ld+json\">", ""))
                    .doesNotContain("<script");
        }
    }

    private static String html(String path) {
        Response page = given().header("Accept-Language", "vi").get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        return page.asString();
    }
}
