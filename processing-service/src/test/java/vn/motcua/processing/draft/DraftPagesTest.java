package vn.motcua.processing.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.draft.Offered.SPECIALIST;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.processing.Sample;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@QuarkusTest
class DraftPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final int FIRST_PAGE_BYTES = 30 * 1024;

    @Inject
    MovableClock clock;

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void the_person_reads_the_words_and_until_when_to_answer_without_a_script() throws Exception {
        Offered one = Offered.made();
        Response page = one.page("vi");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("form-action 'self'");
        assertThat(page.asString())
                .contains("lang=\"vi\"", "Giấy khai sinh", "Họ và tên: Lò Thị Ban Mai", "15:30 25/11/2026")
                .contains("Tôi đã kiểm tra, nội dung đúng", "H52.712.00-261123-0001")
                .doesNotContain("<script", "NOT_FOUND", "{t.");
        assertThat(page.asString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(FIRST_PAGE_BYTES);
        assertThat(one.page("en").asString()).contains("lang=\"en\"", "I have checked it, it is right");
        byte[] file = given().cookie(SubjectToken.COOKIE, one.cookie())
                .get("/xac-minh/ban-nhap/tep")
                .asByteArray();
        assertThat(PrintedPage.text(file)).contains("Lò Thị Ban Mai");
    }

    @Test
    void one_press_confirms_and_another_one_changes_nothing() {
        Offered one = Offered.made();
        String token = token(one);
        assertThat(send(one, one.cookie(), token, Map.of()).statusCode()).isEqualTo(303);
        assertThat(one.page("vi").asString())
                .contains("Ông/Bà đã xác nhận nội dung đúng")
                .doesNotContain("name=\"token\"");
        assertThat(one.sample
                        .awaitAct("DRAFT_CONFIRMED")
                        .data()
                        .at("/actor/role")
                        .asText())
                .isEqualTo("citizen");
        Map<String, String> late = Map.of("fault", "NAME_WRONG", "text", "Sai tên");
        assertThat(send(one, one.cookie(), token, late).statusCode()).isEqualTo(303);
        assertThat(one.state()).isEqualTo("CONFIRMED");
    }

    @Test
    void what_is_wrong_reaches_the_specialist_in_the_persons_words() {
        Offered one = Offered.made();
        Response missing = send(one, one.cookie(), token(one), Map.of("fault", "NAME_WRONG", "text", "  "));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.asString()).contains("Vui lòng viết rõ", "value=\"NAME_WRONG\" selected");
        assertThat(send(one, one.cookie(), token(one), Map.of("fault", "", "text", "a"))
                        .asString())
                .contains("Vui lòng chọn chỗ chưa đúng");
        Map<String, String> said = Map.of("fault", "NAME_WRONG", "text", "Tên là <b>Ban Mây</b>");
        assertThat(send(one, one.cookie(), token(one), said).statusCode()).isEqualTo(303);
        assertThat(one.page("vi").asString()).contains("đã báo có chỗ chưa đúng");
        assertThat(one.newest().get("objection").asText()).isEqualTo("Tên là <b>Ban Mây</b>");
        assertThat(one.newest().get("answeredBy").asText()).isEqualTo("PERSON");
        assertThat(one.sample.awaitAct("DRAFT_OBJECTED").data().toString()).doesNotContain("Ban Mây");
    }

    @Test
    void the_ends_of_lines_count_once_and_what_no_database_takes_is_left_out() {
        Offered one = Offered.made();
        assertThat(send(one, one.cookie(), token(one), Map.of("fault", "NAME_WRONG", "text", "\0 \r\n"))
                        .asString())
                .contains("Vui lòng viết rõ");
        String lines = "Tên\0 là Mây\r\n" + "x\r\n".repeat(900) + "hết";
        Map<String, String> said = Map.of("fault", "NAME_WRONG", "text", lines);
        assertThat(send(one, one.cookie(), token(one), said).statusCode()).isEqualTo(303);
        assertThat(one.newest().get("objection").asText())
                .startsWith("Tên là Mây\nx\nx\n")
                .endsWith("x\nhết")
                .doesNotContain("\r");
    }

    @Test
    void another_site_another_cookie_and_an_old_page_send_nothing() {
        Offered one = Offered.made();
        Offered other = Offered.made();
        String token = token(one);
        for (String wrong : new String[] {null, "", "1.x", "99999999999999999999.x", token(other), token + "x"}) {
            Response answer = send(one, one.cookie(), wrong, Map.of());
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.asString()).contains("Trang đã mở quá lâu");
        }
        assertThat(send(one, null, token, Map.of()).statusCode()).isEqualTo(403);
        assertThat(send(one, other.cookie(), token, Map.of()).statusCode()).isEqualTo(303);
        clock.setLegal("2026-11-23T15:46");
        Response old = send(one, one.cookie(), token, Map.of("fault", "DATE_WRONG", "text", "Ngày 02"));
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.asString()).contains("Ngày 02", "value=\"DATE_WRONG\" selected");
        assertThat(one.state()).isEqualTo("OFFERED");
        assertThat(other.state()).isEqualTo("OFFERED");
    }

    @Test
    void without_a_cookie_or_a_draft_the_page_says_what_to_do() {
        assertThat(given().get("/xac-minh/ban-nhap").asString()).contains("mã PIN", "/ho-so");
        assertThat(given().redirects()
                        .follow(false)
                        .get("/xac-minh/ban-nhap/tep")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given().cookie(SubjectToken.COOKIE, Offered.cookie(UUID.randomUUID()))
                        .get("/xac-minh/ban-nhap")
                        .asString())
                .contains("chưa có bản nháp nào");
    }

    @Test
    void silence_says_so_on_the_page() {
        Offered one = Offered.made();
        clock.setLegal("2026-11-25T15:31");
        one.sample.awaitAct("DRAFT_CONFIRMED");
        assertThat(one.page("vi").asString()).contains("Hết thời hạn mà không có trả lời");
        assertThat(one.sample.read(SPECIALIST).at("/draft/state").asText()).isEqualTo("CONFIRMED");
    }

    private static String token(Offered one) {
        Matcher token = TOKEN.matcher(one.page("vi").asString());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static Response send(Offered one, String cookie, String token, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("draft", one.newest().get("id").asText());
        if (token != null) {
            form.put("token", token);
        }
        var request = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form);
        return (cookie == null ? request : request.cookie(SubjectToken.COOKIE, cookie))
                .post("/xac-minh/ban-nhap?lang=vi");
    }
}
