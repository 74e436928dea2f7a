package vn.motcua.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.platform.sql.Sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
class FormPrintsResourceTest {
    private static final Path SEEN = Path.of("target/forms");

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    DataSource database;

    @BeforeEach
    void loaded() throws IOException {
        Files.createDirectories(SEEN);
        catalogue.loaded();
        clock.setLegal("2026-11-23T15:01");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_receipt_as_pdf_is_archivable_says_what_the_page_says_and_its_code_leads_to_tracking() throws Exception {
        String id = Desk.receivedCopy();
        byte[] pdf = pdf(id, "01");
        assertThat(Archivable.faults(pdf)).isEmpty();
        PrintedPage first = PrintedPage.of(pdf);
        assertThat(first.pages()).isEqualTo(1);
        assertThat(first.text())
                .contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "ỦY BAN NHÂN DÂN XÃ MƯỜNG SẠI")
                .contains("Quàng Thị Vui", "014199001123", "15:01 23/11/2026", "17:00 25/11/2026")
                .contains("Lò Thị Hoa");
        String reference =
                Desk.get(Desk.HOA, "/api/intake/dossiers/" + id).jsonPath().getString("reference");
        assertThat(first.code()).endsWith("/ho-so?ma=" + reference);
    }

    @Test
    void a_form_with_english_lines_and_a_long_list_goes_on_to_further_pages() throws Exception {
        String id = Desk.open(Desk.HOA, Desk.opening(Desk.BIRTH, "COUNTER", Map.of("language", "en")))
                .getString("id");
        Desk.done(
                Desk.HOA,
                id,
                Map.of(
                        "action",
                        "ASK_SUPPLEMENT",
                        "reasonCode",
                        "PAPERS_INCOMPLETE",
                        "reason",
                        "Chưa có giấy chứng sinh, đề nghị Ông/Bà liên hệ trạm y tế để được cấp. ".repeat(20),
                        "items",
                        List.of(Map.of("component", "1.001193-08", "reasonCode", "PAPER_MISSING"))));
        byte[] pdf = pdf(id, "02");
        assertThat(Archivable.faults(pdf)).isEmpty();
        PrintedPage printed = PrintedPage.of(pdf);
        assertThat(printed.pages()).isGreaterThan(1);
        assertThat(printed.text())
                .contains("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Request to supplement and complete a dossier")
                .contains("còn thiếu giấy tờ này");
    }

    @Test
    void asked_for_again_it_is_the_same_bytes_and_nobody_can_change_what_is_kept() {
        String id = Desk.receivedCopy();
        byte[] first = pdf(id, "01");
        assertThat(pdf(id, "01")).isEqualTo(first);
        UUID form = UUID.fromString(forms(id).jsonPath().getString("items[0].id"));
        assertThatThrownBy(() -> Sql.update(database, "delete from issued_form_pdf where form_id = ?", form))
                .hasMessageContaining("never changes");
        byte[] stored = Sql.query(
                        database, "select pdf from issued_form_pdf where form_id = ?", row -> row.getBytes(1), form)
                .get(0);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
    }

    @Test
    void a_pdf_is_for_those_who_may_see_the_dossier() {
        String id = Desk.receivedCopy();
        String href = forms(id).jsonPath().getString("items[0].pdf");
        Desk.get(TestTokens.officer("reception", Desk.QUYNH_NHAI), href).then().statusCode(404);
        Desk.get(TestTokens.citizen("somebody"), href).then().statusCode(404);
        Desk.get(Desk.HOA, href.replace(id, Desk.receivedCopy())).then().statusCode(404);
        Desk.get(Desk.HOA, "/api/intake/dossiers/" + id + "/forms/" + UUID.randomUUID() + ".pdf")
                .then()
                .statusCode(404);
        io.restassured.RestAssured.given().get(href).then().statusCode(401);
    }

    private static byte[] pdf(String id, String form) {
        Response list = forms(id);
        assertThat(list.jsonPath().getString("items[0].form")).isEqualTo(form);
        Response answer = Desk.get(Desk.HOA, list.jsonPath().getString("items[0].pdf"));
        answer.then().statusCode(200).contentType("application/pdf").header("Cache-Control", "no-store, private");
        byte[] pdf = answer.asByteArray();
        try {
            Files.write(SEEN.resolve(form + ".pdf"), pdf);
            Files.writeString(
                    SEEN.resolve(form + ".html"),
                    Desk.get(Desk.HOA, list.jsonPath().getString("items[0].href"))
                            .asString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return pdf;
    }

    private static Response forms(String id) {
        Response forms = Desk.get(Desk.HOA, "/api/intake/dossiers/" + id + "/forms");
        forms.then().statusCode(200);
        return forms;
    }
}
