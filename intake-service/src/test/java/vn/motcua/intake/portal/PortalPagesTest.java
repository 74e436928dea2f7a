package vn.motcua.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.file.SamplePdf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filing online as a person without JavaScript does it, and what is refused to others. */
@QuarkusTest
@QuarkusTestResource(LoginProvider.class)
class PortalPagesTest {
    private static final byte[] PDF = SamplePdf.bytes("a page");
    private static final String WHO = "/nop-ho-so/moi/2.000815?truong-hop=-1&lang=vi";
    private static final Map<String, String> VUI = Map.of(
            "unit", Desk.MUONG_SAI,
            "name", "Quàng Thị Vui",
            "identifier", "014 199 001 123",
            "address", "Bản Ít, xã Mường Sại",
            "phone", "",
            "phoneOwner", "SELF",
            "pages", "3",
            "copies", "2",
            "returnMode", "COUNTER");

    @Inject
    SampleCatalogue catalogue;

    private final String sub = "person-" + UUID.randomUUID();

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    // log-in

    @Test
    void nobody_files_without_logging_in() {
        Response asked = new Browser().get("/nop-ho-so/moi/2.000815?lang=vi");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.header("Location"))
                .startsWith(TestTokens.ISSUER + "/protocol/openid-connect/auth")
                .contains("client_id=portal", "code_challenge_method=S256", "ui_locales=vi")
                .contains("redirect_uri=");
    }

    @Test
    void whoever_logs_in_comes_back_to_the_page_they_wanted() {
        Browser browser = new Browser();
        Response asked = browser.get("/nop-ho-so/moi/2.000815?lang=en");
        String state = Browser.query(asked.header("Location"), "state");
        Response back = browser.open("/nop-ho-so/dang-nhap?code=" + code() + "&state=" + state);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.asString()).contains("<html lang=\"en\">", "Who files");
    }

    @Test
    void a_log_in_that_another_browser_began_is_refused() {
        Response asked = new Browser().get("/nop-ho-so?lang=vi");
        String state = Browser.query(asked.header("Location"), "state");
        Response back = new Browser().get("/nop-ho-so/dang-nhap?code=" + code() + "&state=" + state);
        assertThat(back.statusCode()).isNotEqualTo(200);
        assertThat(back.detailedCookies().asList())
                .noneMatch(cookie -> cookie.getName().startsWith("q_session"));
    }

    @Test
    void the_session_cookie_is_closed_to_scripts_and_to_other_pages() {
        Browser browser = new Browser();
        Response asked = browser.get("/nop-ho-so?lang=vi");
        String state = Browser.query(asked.header("Location"), "state");
        Response back = browser.get("/nop-ho-so/dang-nhap?code=" + code() + "&state=" + state);
        var session = back.detailedCookies().asList().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .toList();
        assertThat(session).hasSize(1);
        assertThat(session.get(0).isHttpOnly()).isTrue();
        assertThat(session.get(0).getPath()).isEqualTo("/nop-ho-so");
        assertThat(session.get(0).getSameSite()).isEqualToIgnoringCase("lax");
    }

    @Test
    void an_officer_who_logs_in_is_told_that_these_pages_are_for_people() {
        Browser officer = new Browser().login("hoa.reception.300");
        Response page = officer.open("/nop-ho-so?lang=vi");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.asString()).contains("dành cho người nộp hồ sơ", "/nop-ho-so/thoat");
    }

    @Test
    void a_session_that_ended_or_was_changed_asks_to_log_in_again() {
        Browser expired = new Browser().login(sub + ".citizen.2");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(expired.get("/nop-ho-so?lang=vi").statusCode())
                                .isEqualTo(302));
        Browser changed = person();
        changed.tamper("q_session");
        assertThat(changed.get("/nop-ho-so?lang=vi").statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_sent_after_the_session_ended_changes_nothing_and_leads_back_to_its_page() {
        Browser browser = person();
        String id = opened(browser);
        String papers = browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString();
        browser.forget("q_session");
        Response sent = browser.upload(papers, upload(id), "a.pdf", PDF);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.header("Location")).contains("/protocol/openid-connect/auth");
        browser.login(code());
        Response back = browser.open(upload(id));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.asString()).contains("Đã có 0 trên 1 giấy tờ");
    }

    @Test
    void logging_out_ends_the_session_here_and_at_the_provider() {
        Browser browser = person();
        Response left = browser.get("/nop-ho-so/thoat?lang=vi");
        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(left.header("Location"))
                .contains("/protocol/openid-connect/logout", "id_token_hint=", "post_logout_redirect_uri=");
        assertThat(browser.has("q_session")).isFalse();
        assertThat(browser.get("/nop-ho-so/da-thoat?lang=vi").asString()).contains("Ông/Bà đã đăng xuất");
        assertThat(browser.has("motcua_tracking")).isFalse();
    }

    // the whole way

    @Test
    void a_person_files_online_from_the_first_form_to_the_answer() {
        Browser browser = person();
        String who = browser.open("/nop-ho-so/moi/2.000815?lang=vi").asString();
        assertThat(who).contains("Phần 1 trên 3", "value=\"Quàng Thị Vui\"", "Số trang của bản chính", "Xã Mường Sại");
        Response codes = browser.submit(who, WHO, VUI);
        assertThat(codes.statusCode()).isEqualTo(200);
        String page = codes.asString();
        String pin = found("<dt>Mã PIN</dt><dd><strong>(\\d{6})<", page);
        String reference = found("<dt>Mã tra cứu</dt><dd><strong>([0-9A-Z]{10})<", page);
        String id = found("action=\"/nop-ho-so/([0-9a-f-]{36})/ma", page);
        String papers = browser.submit(page, "/nop-ho-so/" + id + "/ma?lang=vi", Map.of())
                .asString();
        assertThat(papers).contains("Đã có 0 trên 1 giấy tờ", "chưa có").doesNotContain(pin);
        assertThat(browser.open("/nop-ho-so/" + id + "/ma?lang=vi").asString()).doesNotContain(pin);

        String attached = followed(browser, browser.upload(papers, upload(id), "giay-khai-sinh.pdf", PDF));
        assertThat(attached).contains("Đã có 1 trên 1 giấy tờ", "đã tải lên", "giay-khai-sinh.pdf");

        String check = browser.open("/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi").asString();
        assertThat(check)
                .contains("Kiểm tra trước khi nộp", "014199001123", "10.000 đồng", "3 trang, 2 bản")
                .contains("trong 8 giờ làm việc");
        Response handedIn = browser.submit(check, "/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi", Map.of());
        assertThat(handedIn.asString())
                .contains("Ông/Bà đã nộp hồ sơ thành công", reference, "Hồ sơ đang ở đâu?", "Bỏ hồ sơ này");
        assertThat(Desk.dossier(Desk.HOA, id).getString("stage")).isEqualTo("SUBMITTED");
        assertThat(browser.has("motcua_tracking")).isTrue();
        assertThat(browser.get("/ho-so?lang=vi").asString()).contains(reference);
        assertThat(browser.open("/nop-ho-so?lang=vi").asString())
                .contains(reference, "Hồ sơ đã nộp")
                .containsPattern("</strong>, từ \\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}");
    }

    @Test
    void the_cases_of_a_procedure_are_asked_first_and_decide_the_papers() {
        Browser browser = person();
        String cases = browser.open("/nop-ho-so/moi/1.004222?lang=vi").asString();
        assertThat(cases).contains("Hồ sơ của Ông/Bà thuộc trường hợp nào?", "name=\"truong-hop\" value=\"0\"");
        String who =
                browser.open("/nop-ho-so/moi/1.004222?truong-hop=0&lang=vi").asString();
        assertThat(who).doesNotContain("name=\"pages\"");
        String codes = browser.submit(who, "/nop-ho-so/moi/1.004222?truong-hop=0&lang=vi", VUI)
                .asString();
        String id = found("action=\"/nop-ho-so/([0-9a-f-]{36})/ma", codes);
        JsonPath dossier = Desk.dossier(TestTokens.citizen(sub), id);
        assertThat(dossier.getString("caseName")).isNotBlank();
        assertThat(dossier.getList("papers").size()).isLessThan(15);
    }

    @Test
    void whoever_does_not_know_their_case_goes_on_with_all_papers() {
        Browser browser = person();
        assertThat(browser.open("/nop-ho-so/moi/1.004222?lang=vi").asString()).contains("value=\"tat-ca\" checked");
        assertThat(browser.open("/nop-ho-so/moi/1.004222?lang=vi&truong-hop=tat-ca")
                        .asString())
                .contains("Phần 1 trên 3", "action=\"/nop-ho-so/moi/1.004222?truong-hop=-1&amp;lang=vi\"");
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept() {
        Browser browser = person();
        String who = browser.open("/nop-ho-so/moi/2.000815?lang=vi").asString();
        Response refused = browser.send(who, WHO, with(VUI, Map.of("name", " ", "phone", "không có", "copies", "hai")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("id=\"name-wrong\"", "id=\"phone-wrong\"", "aria-describedby=\"phone-wrong phone-hint\"")
                .contains("id=\"copies-wrong\"", "value=\"không có\"", "value=\"hai\"", "value=\"014 199 001 123\"")
                .contains("Số điện thoại chưa đúng");
        Response unit = browser.send(who, WHO, with(VUI, Map.of("unit", "14-99998-20250701")));
        assertThat(unit.statusCode()).isEqualTo(400);
        assertThat(unit.asString()).contains("id=\"unit-wrong\"");
    }

    @Test
    void typed_text_is_shown_as_text_and_nothing_odd_is_a_failure() {
        Browser browser = person();
        String who = browser.open("/nop-ho-so/moi/2.000815?lang=vi").asString();
        Response refused =
                browser.send(who, WHO, with(VUI, Map.of("name", "", "address", "\"><script>alert(1)</script>")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).doesNotContain("<script");
        Response long_ = browser.send(who, WHO, with(VUI, Map.of("address", "ế".repeat(301), "name", "a\0")));
        assertThat(long_.statusCode()).isEqualTo(400);
        assertThat(browser.open("/nop-ho-so/moi/9.999999?lang=vi").statusCode()).isEqualTo(404);
        assertThat(browser.open("/nop-ho-so/moi/2.000815?truong-hop=99999999999&lang=vi")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.open("/nop-ho-so?after=x&lang=vi").statusCode()).isEqualTo(400);
        assertThat(browser.open("/nop-ho-so/" + UUID.randomUUID() + "/viec/RECEIVE?lang=vi")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.open("/nop-ho-so/nonsense?lang=vi").statusCode())
                .as("no such address")
                .isEqualTo(400);
    }

    @Test
    void the_opening_form_sent_twice_opens_one_dossier_and_shows_the_same_pin() {
        Browser browser = person();
        String who = browser.open("/nop-ho-so/moi/2.000815?lang=vi").asString();
        String first = browser.submit(who, WHO, VUI).asString();
        String second = browser.submit(who, WHO, VUI).asString();
        assertThat(second).isEqualTo(first);
        assertThat(own(browser)).hasSize(1);
    }

    @Test
    void whoever_has_an_open_one_on_the_procedure_is_told_before_another_is_begun_and_not_kept_from_it() {
        Browser browser = person();
        String address = "/nop-ho-so/moi/2.000815?lang=vi";
        assertThat(browser.open(address).asString()).doesNotContain("vẫn nộp hồ sơ mới được");
        String id = opened(browser);
        assertThat(browser.open(address).asString()).contains("vẫn nộp hồ sơ mới được", "/nop-ho-so/" + id);
        assertThat(opened(browser)).isNotEqualTo(id);
    }

    @Test
    void handing_in_twice_hands_in_once() {
        Browser browser = person();
        String id = opened(browser);
        String check = browser.open("/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi").asString();
        String action = "/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi";
        assertThat(browser.send(check, action, Map.of()).statusCode()).isEqualTo(303);
        JsonPath once = Desk.dossier(Desk.HOA, id);
        Response again = browser.submit(check, action, Map.of());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).contains("tình trạng mới nhất");
        assertThat(Desk.dossier(Desk.HOA, id).getInt("revision")).isEqualTo(once.getInt("revision"));
    }

    @Test
    void a_draft_is_gone_on_with_corrected_and_given_up() {
        Browser browser = person();
        String id = opened(browser);
        String papers = browser.open("/nop-ho-so/" + id + "?lang=vi").asString();
        assertThat(papers).contains("Phần 2 trên 3", "Bản nháp được giữ đến ngày");
        String again = browser.open("/nop-ho-so/" + id + "/sua?lang=vi").asString();
        assertThat(again).contains("value=\"014199001123\"", "Bản Ít");
        String sua = "/nop-ho-so/" + id + "/sua?lang=vi";
        assertThat(browser.send(again, sua, with(VUI, Map.of("name", ""))).statusCode())
                .isEqualTo(400);
        assertThat(browser.send(again, sua, with(VUI, Map.of("name", "Quàng Thị Vui Em", "copies", "3")))
                        .statusCode())
                .isEqualTo(303);
        JsonPath corrected = Desk.dossier(TestTokens.citizen(sub), id);
        assertThat(corrected.getString("people.owner.name")).isEqualTo("Quàng Thị Vui Em");
        assertThat(corrected.getInt("fees.openVnd")).isEqualTo(15_000);
        String confirm =
                browser.open("/nop-ho-so/" + id + "/viec/ABANDON?lang=vi").asString();
        assertThat(confirm).contains("không hoàn lại được");
        String gone = browser.submit(confirm, "/nop-ho-so/" + id + "/viec/ABANDON?lang=vi", Map.of())
                .asString();
        assertThat(gone).contains("Đã bỏ hồ sơ", "Hồ sơ không được nộp").doesNotContain("/viec/");
    }

    // papers

    @Test
    void a_file_of_another_kind_or_too_large_or_none_is_refused_beside_its_paper() {
        Browser browser = person();
        String id = opened(browser);
        String papers = browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString();
        Response kind = browser.upload(papers, upload(id), "a.docx", "MZ no paper".getBytes(StandardCharsets.US_ASCII));
        assertThat(kind.statusCode()).isEqualTo(415);
        assertThat(kind.asString()).contains("không phải ảnh", "id=\"wrong-2.000815-01\"", "aria-invalid=\"true\"");
        var size = browser.uploadOf(25 * 1024 * 1024 + 1, papers, upload(id), PDF);
        assertThat(size.statusCode()).isEqualTo(413);
        assertThat(size.body()).contains("Tệp lớn hơn 25 MB");
        Response none = browser.upload(papers, upload(id), "", new byte[0]);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.asString()).contains("Chưa chọn tệp");
        assertThat(browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString())
                .contains("Đã có 0 trên 1");
    }

    @Test
    void a_paper_is_replaced_looked_at_and_taken_back() {
        Browser browser = person();
        String id = opened(browser);
        String papers = browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString();
        String there = followed(browser, browser.upload(papers, upload(id), "a.pdf", PDF));
        assertThat(there).contains("Thay bằng tệp khác", "Gỡ bỏ");
        Response file = browser.get("/nop-ho-so/" + id + "/giay-to/2.000815-01/tep");
        assertThat(file.asByteArray()).isEqualTo(PDF);
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("sandbox");
        Response stale = browser.upload(papers, upload(id), "b.pdf", PDF);
        assertThat(followed(browser, stale)).contains("a.pdf").doesNotContain("b.pdf");
        String gone = browser.submit(there, "/nop-ho-so/" + id + "/giay-to/2.000815-01/go-bo?lang=vi", Map.of())
                .asString();
        assertThat(gone).contains("Đã có 0 trên 1 giấy tờ").doesNotContain("a.pdf");
    }

    @Test
    void data_the_authorities_have_replace_a_paper_and_say_where() {
        Browser browser = person();
        String id = opened(browser);
        String papers = browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString();
        String action = "/nop-ho-so/" + id + "/giay-to/2.000815-01/da-co?lang=vi";
        Response nowhere = browser.send(papers, action, Map.of("source", " "));
        assertThat(nowhere.statusCode()).isEqualTo(400);
        String said = browser.submit(papers, action, Map.of("source", "Cơ sở dữ liệu quốc gia về dân cư"))
                .asString();
        assertThat(said).contains("Đã có 1 trên 1", "cơ quan nhà nước đã có", "Cơ sở dữ liệu quốc gia về dân cư");
    }

    // after handing in

    @Test
    void what_is_asked_once_is_brought_online() {
        Browser browser = person();
        String id = handedIn(browser);
        Desk.done(
                Desk.HOA,
                id,
                Map.of(
                        "action", "ASK_SUPPLEMENT",
                        "reasonCode", "PAPERS_INCOMPLETE",
                        "reason", "Ảnh mờ",
                        "items",
                                List.of(Map.of(
                                        "component",
                                        "2.000815-01",
                                        "reasonCode",
                                        "PAPER_UNREADABLE",
                                        "note",
                                        "Chụp lại trang 2"))));
        String asked = browser.open("/nop-ho-so/" + id + "?lang=vi").asString();
        assertThat(asked).contains("Nộp giấy tờ bổ sung", "bản đã nộp mờ");
        String papers = browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString();
        assertThat(papers).contains("Giấy tờ cần bổ sung", "Chụp lại trang 2");
        String supply = "/nop-ho-so/" + id + "/viec/SUPPLY?lang=vi";
        String confirm = browser.open(supply).asString();
        Response nothing = browser.send(confirm, supply, Map.of());
        assertThat(nothing.statusCode()).isEqualTo(409);
        assertThat(nothing.asString()).contains("ít nhất một giấy tờ");
        followed(browser, browser.upload(papers, upload(id), "lai.pdf", PDF));
        String done = browser.submit(browser.open(supply).asString(), supply, Map.of())
                .asString();
        assertThat(done).contains("Đã nộp giấy tờ bổ sung");
        assertThat(Desk.dossier(Desk.HOA, id).getString("stage")).isEqualTo("SUBMITTED");
    }

    @Test
    void a_person_asks_to_withdraw_and_thinks_better_of_it() {
        Browser browser = person();
        String id = handedIn(browser);
        Desk.presentAll(id);
        Desk.done(Desk.MAI, id, Desk.cash(10_000));
        Desk.done(Desk.HOA, id, Desk.action("RECEIVE"));
        String page = browser.open("/nop-ho-so/" + id + "?lang=vi").asString();
        assertThat(page).contains("H52.712.00-", "Yêu cầu rút hồ sơ").doesNotContain("Bỏ hồ sơ này");
        String ask = "/nop-ho-so/" + id + "/viec/ASK_WITHDRAWAL?lang=vi";
        String confirm = browser.open(ask).asString();
        assertThat(browser.send(confirm, ask, Map.of("reason", "x".repeat(2001)))
                        .statusCode())
                .isEqualTo(400);
        String asked = browser.submit(confirm, ask, Map.of("reason", "Tôi không cần nữa"))
                .asString();
        assertThat(asked).contains("Đã gửi yêu cầu rút hồ sơ", "Thôi không rút hồ sơ");
        String cancel = "/nop-ho-so/" + id + "/viec/CANCEL?lang=vi";
        String on = browser.submit(browser.open(cancel).asString(), cancel, Map.of())
                .asString();
        assertThat(on).contains("Hồ sơ được giải quyết tiếp");
    }

    @Test
    void an_upload_that_breaks_off_or_is_no_form_is_refused_and_changes_nothing() {
        Browser browser = person();
        String id = opened(browser);
        String papers = browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString();
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF";
        for (String body : List.of(" ", "--x", "--x\r\nno header\r\n\r\n", file, file + "\r\n--x")) {
            Response refused = browser.upload(upload(id), body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/malformed-body");
        }
        assertThat(browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString())
                .contains("Đã có 0 trên 1");
        assertThat(papers).contains("Đã có 0 trên 1");
    }

    // of others

    @Test
    void the_draft_of_another_person_does_not_exist() {
        Browser browser = person();
        String id = opened(browser);
        String papers = browser.open("/nop-ho-so/" + id + "/giay-to?lang=vi").asString();
        String check = browser.open("/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi").asString();
        Browser other = new Browser().login("other-" + sub + ".citizen.300");
        for (String path :
                List.of("", "/ma", "/giay-to", "/sua", "/viec/SUBMIT", "/viec/ABANDON", "/giay-to/2.000815-01/tep")) {
            Response page = other.open("/nop-ho-so/" + id + path + "?lang=vi");
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.asString()).as(path).doesNotContain("Quàng Thị Vui\"", "014199001123");
        }
        other.open("/nop-ho-so?lang=vi");
        String token = token(other);
        assertThat(other.send(check, "/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi", token(token))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.request()
                        .multiPart("file", "a.pdf", PDF)
                        .multiPart("bieu-mau", token)
                        .multiPart("etag", "\"1\"")
                        .post(upload(id))
                        .statusCode())
                .isEqualTo(404);
        assertThat(papers).contains("Đã có 0 trên 1");
        assertThat(own(other)).isEmpty();
    }

    // the token of the form

    @Test
    void a_form_without_its_token_or_with_a_foreign_one_changes_nothing_and_says_what_to_do() {
        Browser browser = person();
        String id = opened(browser);
        String check = browser.open("/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi").asString();
        String action = "/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi";
        for (String token : List.of("", "AAAAAAAAAAAAAAAAAAAAAA")) {
            Response refused = browser.send(check, action, token(token));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.contentType()).startsWith("text/html");
            assertThat(refused.asString()).contains("Biểu mẫu đã mở quá lâu");
        }
        Response missing = browser.request()
                .contentType("application/x-www-form-urlencoded")
                .body("etag=%221%22")
                .post(action);
        assertThat(missing.statusCode()).isEqualTo(400);
        Response spelt = browser.request()
                .header("Content-Type", "Application/X-WWW-Form-URLEncoded")
                .body("etag=%221%22")
                .post(action);
        assertThat(spelt.statusCode()).isGreaterThanOrEqualTo(400);
        Response file = browser.request()
                .multiPart("file", "a.pdf", PDF)
                .multiPart("etag", "\"1\"")
                .post(upload(id));
        assertThat(file.statusCode()).isEqualTo(400);
        assertThat(Desk.dossier(TestTokens.citizen(sub), id).getString("stage")).isEqualTo("PREPARING");
        Response tracking = new Browser()
                .request()
                .formParam("ma", "0123456789")
                .formParam("pin", "123456")
                .post("/ho-so");
        assertThat(tracking.statusCode()).isEqualTo(400);
    }

    @Test
    void a_bearer_token_opens_no_page_and_a_session_opens_no_api() {
        Browser browser = person();
        String id = opened(browser);
        assertThat(browser.get("/api/intake/dossiers/" + id).statusCode()).isEqualTo(401);
        Response bearer =
                new Browser().request().auth().oauth2(TestTokens.citizen(sub)).get("/nop-ho-so/" + id + "/giay-to");
        assertThat(bearer.statusCode()).isIn(302, 401);
    }

    // every page

    @Test
    void every_page_is_small_well_formed_labelled_and_works_without_a_script() {
        Browser browser = person();
        String id = opened(browser);
        List<String> pages = List.of(
                "/nop-ho-so",
                "/nop-ho-so/moi/1.004222",
                "/nop-ho-so/moi/2.000815",
                "/nop-ho-so/" + id + "/ma",
                "/nop-ho-so/" + id + "/giay-to",
                "/nop-ho-so/" + id + "/sua",
                "/nop-ho-so/" + id + "/viec/SUBMIT",
                "/nop-ho-so/" + id + "/viec/ABANDON",
                "/nop-ho-so/da-thoat",
                "/ho-so");
        for (String page : pages) {
            for (String lang : List.of("vi", "en")) {
                Response answer = browser.open(page + "?lang=" + lang);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                HtmlCheck.of(page + " " + lang, answer.asString());
                assertThat(answer.header("Cache-Control")).as(page).contains("no-store");
                assertThat(answer.header("Content-Security-Policy")).as(page).contains("default-src 'none'");
            }
        }
        browser.submit(
                browser.open("/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi").asString(),
                "/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi",
                Map.of());
        HtmlCheck.of("dossier", browser.open("/nop-ho-so/" + id + "?lang=vi").asString());
    }

    // helpers

    private Browser person() {
        return new Browser().login(code());
    }

    private String code() {
        return sub + ".citizen.300";
    }

    private static String opened(Browser browser) {
        String who = browser.open("/nop-ho-so/moi/2.000815?lang=vi").asString();
        return found(
                "action=\"/nop-ho-so/([0-9a-f-]{36})/ma",
                browser.submit(who, WHO, VUI).asString());
    }

    private static String handedIn(Browser browser) {
        String id = opened(browser);
        String check = browser.open("/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi").asString();
        browser.submit(check, "/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi", Map.of());
        return id;
    }

    private static List<String> own(Browser browser) {
        return Pattern.compile("href=\"/nop-ho-so/([0-9a-f-]{36})")
                .matcher(browser.open("/nop-ho-so?lang=vi").asString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String followed(Browser browser, Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser.open(answer.header("Location")).asString();
    }

    private static String upload(String id) {
        return "/nop-ho-so/" + id + "/giay-to/2.000815-01/tai-len?lang=vi";
    }

    private static String token(Browser browser) {
        return found(
                "name=\"bieu-mau\" value=\"([^\"]+)\"",
                browser.open("/ho-so?lang=vi&ma=0123456789").asString());
    }

    private static Map<String, String> token(String value) {
        return Map.of("bieu-mau", value);
    }

    private static Map<String, String> with(Map<String, String> typed, Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(typed);
        all.putAll(more);
        return all;
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
        return found.group(1);
    }
}
