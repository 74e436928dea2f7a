package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.e2e.PersonBrowser.Page;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A person files online as a browser without JavaScript does it: from the home page through Keycloak's log-in to the draft, the papers,
 * the hand-over to the centre, and on to the result, all through the gateway.
 */
class FileOnlineIT extends SuiteFixture {
    private static final String MARITAL_STATUS = "1.004873";

    private static Desk desk;

    @BeforeAll
    static void anOrdinaryDay() {
        desk = new Desk(suite());
    }

    @Test
    void a_person_comes_from_the_home_page_to_the_result() {
        PersonBrowser vui = new PersonBrowser(suite().publicUrl());
        Page found = vui.open("/?q=xac+nhan+tinh+trang+hon+nhan&lang=vi");
        assertThat(found.html()).contains("/thu-tuc/" + MARITAL_STATUS);
        Page procedure = vui.open("/thu-tuc/" + MARITAL_STATUS + "?lang=vi");
        Page login = vui.open(procedure.find("href=\"(/nop-ho-so/moi/[^\"]+)\""));
        assertThat(login.address().getPath()).startsWith("/auth/realms/mot-cua/");
        assertThat(vui.visited()).allMatch(address -> address.startsWith(suite().publicUrl()));

        Page first =
                vui.send(login, "login-actions/authenticate", Map.of("username", "vui.citizen", "password", "demo"));
        assertThat(first.status()).as(first.html()).isEqualTo(200);
        assertThat(first.address().getPath()).isEqualTo("/nop-ho-so/moi/" + MARITAL_STATUS);
        Page who = first.html().contains("name=\"truong-hop\"")
                ? vui.open("/nop-ho-so/moi/" + MARITAL_STATUS + "?truong-hop=tat-ca&lang=vi")
                : first;
        assertThat(who.html()).contains("value=\"Quàng Thị Vui\"", "Xã Mường Sại", "Xã Quỳnh Nhai");

        Page codes = vui.send(who, "/nop-ho-so/moi/", typed());
        String reference = codes.find("<dt>Mã tra cứu</dt><dd><strong>([0-9A-Z]{10})<");
        String pin = codes.find("<dt>Mã PIN</dt><dd><strong>(\\d{6})<");
        String id = codes.find("action=\"/nop-ho-so/([0-9a-f-]{36})/ma");
        Page papers = vui.send(codes, "/ma", Map.of());
        String component = papers.find("action=\"/nop-ho-so/[^\"]*/giay-to/([^/\"]+)/tai-len");
        Page attached = vui.upload(papers, component + "/tai-len", "to-khai.pdf", World.PDF);
        assertThat(attached.html()).contains("to-khai.pdf", "đã tải lên");

        Page check = vui.open("/nop-ho-so/" + id + "/viec/SUBMIT?lang=vi");
        Page handedIn = vui.send(check, "/viec/SUBMIT", Map.of());
        assertThat(handedIn.html()).contains("Ông/Bà đã nộp hồ sơ thành công", reference);
        assertThat(desk.dossier(id).getString("stage")).isEqualTo("SUBMITTED");

        decided(id);
        Page decided = vui.open("/nop-ho-so/" + id + "?lang=vi");
        assertThat(decided.html()).contains("Hồ sơ đã có kết quả");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(vui.open("/hop-thu?lang=vi").html()).contains("H52.712.00-"));
        Page result = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> vui.open(decided.find("href=\"(/hop-thu/ket-qua)\"")),
                        page -> page.status() == 200 && page.html().startsWith("%PDF"));
        assertThat(result.html()).startsWith("%PDF");
        assertThat(desk.track(reference, pin)).isNotBlank();

        Page left = vui.open("/nop-ho-so/thoat?lang=vi");
        assertThat(left.html()).contains("Ông/Bà đã đăng xuất");
        assertThat(vui.has("q_session")).isFalse();
        assertThat(vui.open("/nop-ho-so?lang=vi").address().getPath()).startsWith("/auth/realms/mot-cua/");
    }

    @Test
    void a_wrong_password_opens_nothing_and_an_officer_is_no_person_served() {
        PersonBrowser stranger = new PersonBrowser(suite().publicUrl());
        Page login = stranger.open("/nop-ho-so?lang=vi");
        Page refused =
                stranger.send(login, "login-actions/authenticate", Map.of("username", "vui.citizen", "password", "x"));
        assertThat(refused.address().getPath()).startsWith("/auth/realms/mot-cua/");
        assertThat(stranger.has("q_session")).isFalse();

        PersonBrowser officer = new PersonBrowser(suite().publicUrl());
        Page asked = officer.open("/nop-ho-so?lang=vi");
        Page forbidden = officer.send(
                asked, "login-actions/authenticate", Map.of("username", "hoa.reception", "password", "demo"));
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.html()).contains("dành cho người nộp hồ sơ");
    }

    private static Map<String, String> typed() {
        return new HashMap<>(Map.of(
                "unit", Desk.MUONG_SAI,
                "name", "Quàng Thị Vui",
                "identifier", "014190001234",
                "phone", "0912345645",
                "phoneOwner", "SELF",
                "returnMode", "COUNTER"));
    }

    /** Received, examined and signed by the officers, over the API as in the journey. */
    private static void decided(String id) {
        desk.presentAll(id);
        JsonPath submitted = desk.dossier(id);
        if (submitted.getLong("fees.filingOpenVnd") > 0) {
            desk.act(
                    "thu.cashier",
                    id,
                    Map.of("action", "PAY", "amountVnd", submitted.getLong("fees.openVnd"), "method", "CASH"));
        }
        desk.act("hoa.reception", id, Map.of("action", "RECEIVE"));
        desk.awaitDossier(id, found -> found.getString("stage").equals("IN_PROCESS"));
        JsonPath open = desk.awaitCase(
                "tu.specialist", id, found -> found.getString("state").equals("OPEN"));
        String caseId = open.getString("id");
        long fence = desk.claim("tu.specialist", caseId);
        desk.propose("tu.specialist", caseId, fence);
        desk.onCase("chu.chair", caseId, Map.of("action", "DECIDE"));
        desk.awaitDossier(id, found -> found.getString("stage").equals("DECIDED"));
    }
}
