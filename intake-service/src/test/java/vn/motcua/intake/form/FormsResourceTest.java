package vn.motcua.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
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
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
class FormsResourceTest {
    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    Forms forms;

    @Inject
    DataSource database;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-23T15:01");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void the_receipt_says_everything_the_law_asks_for_and_leads_to_tracking() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.COPY, "COUNTER");
        String id = dossier.getString("id");
        Desk.presentAll(id);
        String code = Desk.done(Desk.HOA, id, Desk.action("RECEIVE")).getString("code");
        JsonPath list = list(id);
        assertThat(list.getList("items")).hasSize(1);
        assertThat(list.getString("items[0].kind")).isEqualTo("RECEIPT");
        assertThat(list.getString("items[0].form")).isEqualTo("01");
        assertThat(list.getString("items[0].number")).matches("\\d{2,}/TTPVHCC");
        String page = page(list.getString("items[0].href")).asString();
        assertThat(page)
                .contains("Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
                .contains(
                        "Ủy ban nhân dân xã Mường Sại",
                        "tại Trung tâm Phục vụ hành chính công xã Mường Sại",
                        "Mường Sại, ngày 23 tháng 11 năm 2026")
                .contains(code, dossier.getString("reference"))
                .contains("Quàng Thị Vui", "014199001123", "0912345645")
                .contains("(2.000815)", "trong ngày", "15:01 23/11/2026", "17:00 25/11/2026")
                .contains("10.000 đồng, chưa nộp")
                .contains("Lò Thị Hoa")
                .contains("<svg class=\"qr\"")
                .contains("http://localhost:8080/ho-so?ma=" + dossier.getString("reference"));
    }

    @Test
    void a_reprint_is_the_same_document_and_its_hash_proves_it() throws NoSuchAlgorithmException {
        String id = Desk.receivedCopy();
        JsonPath list = list(id);
        Response first = page(list.getString("items[0].href"));
        byte[] bytes = first.asByteArray();
        assertThat(page(list.getString("items[0].href")).asByteArray()).isEqualTo(bytes);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(list.getString("items[0].sha256"));
        String page = first.asString();
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(first.getHeader("Content-Security-Policy")).contains("sha256-" + hash);
        assertThat(first.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void an_issued_form_cannot_be_changed_or_deleted_and_names_nobody_in_the_clear() {
        UUID id = UUID.fromString(Desk.receivedCopy());
        assertThatThrownBy(() -> Sql.update(database, "update issued_form set number = 'x' where dossier_id = ?", id))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> Sql.update(database, "delete from issued_form where dossier_id = ?", id))
                .hasMessageContaining("never changes");
        byte[] stored = Sql.query(
                        database, "select page from issued_form where dossier_id = ?", row -> row.getBytes(1), id)
                .get(0);
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("014199001123", "html");
    }

    @Test
    void a_supplement_request_lists_what_is_missing_and_why() {
        JsonPath dossier = Desk.open(Desk.HOA, Desk.opening(Desk.BIRTH, "COUNTER", Map.of("language", "en")));
        String id = dossier.getString("id");
        Desk.done(
                Desk.HOA,
                id,
                Map.of(
                        "action", "ASK_SUPPLEMENT",
                        "reasonCode", "PAPERS_INCOMPLETE",
                        "reason", "Chưa có giấy chứng sinh",
                        "items", List.of(Map.of("component", "1.001193-08", "reasonCode", "PAPER_MISSING"))));
        JsonPath list = list(id);
        assertThat(list.getString("items[0].number")).matches("\\d{2,}/PBS-TTPVHCC");
        assertThat(page(list.getString("items[0].href")).asString())
                .contains("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ")
                .contains("còn thiếu giấy tờ này", "this paper is still missing")
                .contains("Chưa có giấy chứng sinh")
                .contains("Request to supplement and complete a dossier");
    }

    @Test
    void a_refusal_gives_its_reason() {
        String id = Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id");
        Desk.done(
                Desk.HOA,
                id,
                Map.of("action", "REFUSE", "reasonCode", "OUT_OF_COMPETENCE", "reason", "Bản chính đã bị tẩy xóa"));
        JsonPath list = list(id);
        assertThat(list.getString("items[0].form")).isEqualTo("03");
        assertThat(page(list.getString("items[0].href")).asString())
                .contains("Phiếu từ chối tiếp nhận", "Bản chính đã bị tẩy xóa");
    }

    @Test
    void numbers_run_per_kind_and_unit() {
        int before = running(list(Desk.receivedCopy()).getString("items[0].number"));
        int after = running(list(Desk.receivedCopy()).getString("items[0].number"));
        assertThat(after).isEqualTo(before + 1);
    }

    @Test
    void a_year_begins_with_01() {
        FormContent content = content("14-03703-20250701", "2031-01-02T08:00:00Z", new FormContent.Reason("X_Y", null));
        IssuedForm form = QuarkusTransaction.requiringNew().call(() -> forms.issue(FormKind.STOP_NOTICE, content));
        assertThat(form.number()).isEqualTo("01/TBD-TTPVHCC");
    }

    @Test
    void a_form_that_lacks_what_it_must_say_is_not_issued() {
        FormContent empty = content(Desk.MUONG_SAI, "2031-01-02T08:00:00Z", null);
        for (FormKind kind : List.of(
                FormKind.RECEIPT,
                FormKind.REFUSAL,
                FormKind.SUPPLEMENT_REQUEST,
                FormKind.APOLOGY,
                FormKind.CONTROL_SLIP)) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> forms.issue(kind, empty)))
                    .as(kind.name())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> forms.issue(FormKind.STOP_NOTICE, empty)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void forms_are_for_those_who_may_see_the_dossier() {
        String id = Desk.receivedCopy();
        String href = list(id).getString("items[0].href");
        String elsewhere = TestTokens.officer("reception", Desk.QUYNH_NHAI);
        Desk.get(elsewhere, "/api/intake/dossiers/" + id + "/forms").then().statusCode(404);
        Desk.get(elsewhere, href).then().statusCode(404);
        Desk.get(TestTokens.citizen("somebody"), href).then().statusCode(404);
        String other = Desk.receivedCopy();
        Desk.get(Desk.HOA, href.replace(id, other)).then().statusCode(404);
        Desk.get(Desk.HOA, "/api/intake/dossiers/" + id + "/forms/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        io.restassured.RestAssured.given().get(href).then().statusCode(401);
    }

    private static FormContent content(String unit, String at, FormContent.Reason reason) {
        return new FormContent(
                new FormContent.About(UUID.randomUUID(), "0123456789", null, Desk.COPY, 1, unit, unit, "COUNTER", "vi"),
                new FormContent.Party("A", null, null, null, null),
                null,
                List.of(),
                null,
                null,
                reason,
                null,
                new FormContent.Signer("s", "B", "C"),
                java.time.Instant.parse(at));
    }

    private static int running(String number) {
        return Integer.parseInt(number.substring(0, number.indexOf('/')));
    }

    private static JsonPath list(String id) {
        return Desk.get(Desk.HOA, "/api/intake/dossiers/" + id + "/forms")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response page(String href) {
        Response response = Desk.get(Desk.HOA, href);
        response.then().statusCode(200).contentType("text/html");
        return response;
    }
}
