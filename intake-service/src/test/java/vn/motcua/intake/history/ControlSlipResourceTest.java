package vn.motcua.intake.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;

import io.quarkus.test.junit.QuarkusTest;
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

import java.nio.file.Files;
import java.nio.file.Path;

/** Form 06 as the history tells it. */
@QuarkusTest
class ControlSlipResourceTest {
    private static final Path SEEN = Path.of("target/forms");

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-20T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void each_hand_over_is_a_line_with_who_when_and_how_it_stood_against_its_date() throws Exception {
        String id = Desk.receivedCopy();
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        Desk.fromCase(id, "PROPOSED", "{}");
        Desk.decided(id);
        Desk.until(id, view -> "DECIDED".equals(view.getString("stage")));
        Desk.done(Desk.MAI, id, Desk.cash(Desk.dossier(HOA, id).getLong("fees.openVnd")));
        Desk.handedOver(id);
        Desk.until(id, view -> "RETURNED".equals(view.getString("stage")));
        String page = page(id);
        assertThat(page)
                .contains("Phiếu kiểm soát quá trình giải quyết hồ sơ")
                .contains("Người nộp hồ sơ → Trung tâm Phục vụ hành chính công, Xã Mường Sại")
                .contains("Trung tâm Phục vụ hành chính công, Xã Mường Sại → Văn phòng HĐND và UBND, Xã Mường Sại")
                .contains("Lãnh đạo ký duyệt, Xã Mường Sại → Trung tâm Phục vụ hành chính công, Xã Mường Sại")
                .contains("Trung tâm Phục vụ hành chính công, Xã Mường Sại → Người nộp hồ sơ")
                .contains("Quàng Văn Thành", "trước hạn", "tính đến 09:00 20/11/2026")
                .doesNotContain("Quàng Thị Vui");
        byte[] pdf = Desk.get(HOA, "/api/intake/dossiers/" + id + "/control-slip.pdf")
                .asByteArray();
        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve("06.pdf"), pdf);
        assertThat(Archivable.faults(pdf)).isEmpty();
        assertThat(PrintedPage.text(pdf).replaceAll("\\s+", " "))
                .contains("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ");
    }

    @Test
    void it_is_read_out_anew_each_time_and_never_kept() {
        String id = Desk.receivedCopy();
        String before = page(id);
        clock.setLegal("2026-11-20T10:00");
        assertThat(page(id)).isNotEqualTo(before).contains("tính đến 10:00 20/11/2026");
        Desk.get(HOA, "/api/intake/dossiers/" + id + "/forms")
                .then()
                .body("items.form", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem("06")));
    }

    @Test
    void before_the_receipt_there_is_none_and_who_may_not_see_the_dossier_sees_no_slip() {
        String draft = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Desk.get(HOA, "/api/intake/dossiers/" + draft + "/control-slip").then().statusCode(404);
        String id = Desk.receivedCopy();
        for (String path : new String[] {"/control-slip", "/control-slip.pdf"}) {
            Desk.get(TestTokens.officer("reception", Desk.QUYNH_NHAI), "/api/intake/dossiers/" + id + path)
                    .then()
                    .statusCode(404);
            Desk.get(TestTokens.citizen("vui"), "/api/intake/dossiers/" + id + path)
                    .then()
                    .statusCode(403);
            given().get("/api/intake/dossiers/" + id + path).then().statusCode(401);
        }
    }

    private static String page(String id) {
        return Desk.get(HOA, "/api/intake/dossiers/" + id + "/control-slip")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store, private")
                .extract()
                .asString();
    }
}
