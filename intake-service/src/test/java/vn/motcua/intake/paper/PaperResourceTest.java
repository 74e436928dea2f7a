package vn.motcua.intake.paper;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.content.SampleFiles;
import vn.motcua.intake.file.SamplePdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

@QuarkusTest
class PaperResourceTest {
    private static final byte[] PDF = SamplePdf.bytes("a page");
    private static final String VUI = TestTokens.citizen("vui-papers");

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void a_paper_has_its_own_revision_and_moves_that_of_the_dossier() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Map<String, Object> paper = paper(HOA, id, 0);
        Map<String, Object> body = Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL", "quantity", 2, "held", true);
        given().auth()
                .oauth2(HOA)
                .contentType("application/json")
                .body(body)
                .put(path(id, paper))
                .then()
                .statusCode(428);
        Response entered = Desk.paper(id, paper, body);
        entered.then()
                .statusCode(200)
                .body("state", equalTo("PRESENTED"))
                .body("open", equalTo(false))
                .body("dossierEtag", equalTo("\"2\""));
        assertThat(entered.header("ETag")).isEqualTo("\"2\"");
        Desk.paper(id, paper, body).then().statusCode(412);
        assertThat(Desk.dossier(HOA, id).getBoolean("originalsHeld")).isTrue();
    }

    @Test
    void a_paper_entered_by_mistake_is_missing_again_while_the_dossier_is_prepared() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Map<String, Object> body = Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL", "held", true);
        Desk.paper(id, paper(HOA, id, 0), body).then().statusCode(200);
        upload(HOA, id, paper(HOA, id, 0), PDF).then().statusCode(200).body("state", equalTo("PRESENTED"));
        assertThat(Desk.dossier(HOA, id).getBoolean("originalsHeld")).isTrue();
        Map<String, Object> before = paper(HOA, id, 0);
        Desk.paper(id, before, Map.of("state", "MISSING"))
                .then()
                .statusCode(200)
                .body("state", equalTo("MISSING"))
                .body("open", equalTo(true))
                .body("presentedAs", equalTo(null))
                .body("sha256", equalTo(null));
        Desk.paper(id, before, Map.of("state", "MISSING")).then().statusCode(412);
        JsonPath after = Desk.dossier(HOA, id);
        assertThat(after.getBoolean("originalsHeld")).isFalse();
        assertThat(after.getBoolean("papers[0].open")).isTrue();
        Desk.act(HOA, id, action("RECEIVE"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/papers-incomplete"));
        Desk.get(HOA, path(id, before) + "/content").then().statusCode(404);
    }

    @Test
    void a_filed_paper_stays_and_says_why() {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        upload(VUI, id, paper(VUI, id, 3), PDF).then().statusCode(200);
        Desk.done(VUI, id, action("SUBMIT"));
        Desk.paper(id, paper(HOA, id, 3), Map.of("state", "MISSING"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/paper-stays"))
                .body("stage", equalTo("SUBMITTED"));
        assertThat(paper(HOA, id, 3).get("state")).isEqualTo("ATTACHED");
        String received = Desk.receivedCopy();
        Desk.paper(received, paper(HOA, received, 0), Map.of("state", "MISSING"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/papers-closed"));
    }

    @Test
    void a_file_is_attached_by_the_person_and_read_by_the_officers_of_the_unit() {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        Map<String, Object> paper = paper(VUI, id, 3);
        upload(VUI, id, paper, PDF).then().statusCode(200).body("state", equalTo("ATTACHED"));
        byte[] own = given().auth()
                .oauth2(VUI)
                .get(path(id, paper) + "/content")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(own).isEqualTo(PDF);
        Desk.get(HOA, path(id, paper) + "/content").then().statusCode(404);
        Desk.done(VUI, id, action("SUBMIT"));
        Desk.get(HOA, path(id, paper) + "/content").then().statusCode(200);
        Desk.get(TestTokens.citizen("other"), path(id, paper) + "/content")
                .then()
                .statusCode(404);
    }

    @Test
    void what_is_no_document_is_not_taken() {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        Map<String, Object> paper = paper(VUI, id, 0);
        upload(VUI, id, paper, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415);
        Desk.get(VUI, path(id, paper) + "/content").then().statusCode(404);
        assertThat(paper(VUI, id, 0).get("state")).isEqualTo("MISSING");
    }

    @Test
    void a_file_that_is_not_fit_is_refused_with_its_reason_and_changes_nothing() {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        upload(VUI, id, paper(VUI, id, 0), PDF).then().statusCode(200);
        Map<String, Object> before = paper(VUI, id, 0);
        byte[] cut = Arrays.copyOf(PDF, PDF.length / 2);
        upload(VUI, id, before, cut)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/file-broken"))
                .body("title", equalTo("Tệp bị hỏng hoặc không đầy đủ"));
        byte[] wide = SampleFiles.image("png", 30, 20);
        ByteBuffer.wrap(wide).putInt(16, 10_000_000);
        upload(VUI, id, before, wide)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/image-too-large"))
                .body("maxPixels", equalTo(100_000_000));
        assertThat(paper(VUI, id, 0)).isEqualTo(before);
        assertThat(Desk.get(VUI, path(id, before) + "/content").asByteArray()).isEqualTo(PDF);
    }

    @Test
    void a_paper_shows_its_first_page_small_with_pages_and_size() throws IOException {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        upload(VUI, id, paper(VUI, id, 0), SamplePdf.bytes("one", "two")).then().statusCode(200);
        Map<String, Object> paper = paper(VUI, id, 0);
        assertThat(paper.get("file"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("pages", 2)
                .containsEntry("scan", "OFF")
                .containsEntry("drawable", true);
        for (int i = 0; i < 2; i++) {
            Response picture = Desk.get(VUI, path(id, paper) + "/thumbnail");
            picture.then().statusCode(200).header("Cache-Control", "no-store, private");
            byte[] jpeg = picture.asByteArray();
            assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getHeight()).isEqualTo(320);
        }
        Desk.get(HOA, path(id, paper) + "/thumbnail").then().statusCode(404);
        upload(VUI, id, paper, SampleFiles.docx()).then().statusCode(200);
        assertThat(paper(VUI, id, 0).get("file"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("drawable", false);
        Desk.get(VUI, path(id, paper) + "/thumbnail").then().statusCode(404);
    }

    @Test
    void the_files_of_a_draft_that_is_given_up_are_erased_and_those_of_a_filed_dossier_are_not() {
        String draft = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        upload(VUI, draft, paper(VUI, draft, 0), PDF).then().statusCode(200);
        Map<String, Object> paper = paper(VUI, draft, 0);
        Desk.done(VUI, draft, action("ABANDON"));
        Desk.get(VUI, path(draft, paper) + "/content").then().statusCode(404);
        assertThat(paper(VUI, draft, 0).get("file")).isNull();
        String filed = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        upload(VUI, filed, paper(VUI, filed, 0), PDF).then().statusCode(200);
        Desk.done(VUI, filed, action("SUBMIT"));
        Desk.done(VUI, filed, action("ABANDON"));
        Desk.get(VUI, path(filed, paper) + "/content").then().statusCode(200);
    }

    @Test
    void the_files_of_a_dossier_have_a_limit_together() {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        byte[] picture = SampleFiles.image("jpeg", 30, 20);
        byte[] large = Arrays.copyOf(picture, 1_200_000);
        byte[] other = Arrays.copyOf(picture, 1_200_001);
        upload(VUI, id, paper(VUI, id, 0), large).then().statusCode(200);
        upload(VUI, id, paper(VUI, id, 0), large).then().statusCode(200);
        upload(VUI, id, paper(VUI, id, 1), other)
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/dossier-files-too-large"))
                .body("maxBytes", equalTo(2_000_000));
        assertThat(paper(VUI, id, 1).get("state")).isEqualTo("MISSING");
        upload(VUI, id, paper(VUI, id, 1), picture).then().statusCode(200);
    }

    @Test
    void the_state_of_the_scanner_is_seen() {
        Desk.get(HOA, "/api/intake/files/scanning").then().statusCode(200).body("scanner", equalTo("OFF"));
        Desk.get(VUI, "/api/intake/files/scanning").then().statusCode(403);
    }

    @Test
    void people_attach_and_officers_enter() {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        Map<String, Object> paper = paper(VUI, id, 0);
        given().auth()
                .oauth2(VUI)
                .contentType("application/json")
                .header("If-Match", paper.get("etag"))
                .body(Map.of("state", "PRESENTED"))
                .put(path(id, paper))
                .then()
                .statusCode(403);
        Desk.done(VUI, id, action("SUBMIT"));
        Desk.paper(id, paper, Map.of("state", "REUSED", "reason", "Cơ sở dữ liệu quốc gia về dân cư"))
                .then()
                .statusCode(200);
        Desk.paper(id, paper(HOA, id, 1), Map.of("state", "ATTACHED")).then().statusCode(400);
        Map<String, Object> unknown = Map.of("component", "1.001193-99", "etag", "\"1\"");
        Desk.paper(id, unknown, Map.of("state", "PRESENTED")).then().statusCode(404);
    }

    @Test
    void after_the_receipt_only_what_the_supplement_asks_may_be_brought() {
        String id = Desk.receivedCopy();
        Desk.paper(id, paper(HOA, id, 0), Map.of("state", "PRESENTED"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/papers-closed"));
        Desk.answer(
                Desk.fromCase(
                        id,
                        "ASK_SUPPLEMENT",
                        "{\"items\":[{\"component\":\"2.000815-01\",\"reasonCode\":\"PAPER_UNCLEAR\"}],\"reasonCode\":\"PAPER_UNCLEAR\"}"));
        JsonPath asked = Desk.dossier(HOA, id);
        assertThat(asked.getString("stage")).isEqualTo("AWAITING_SUPPLEMENT");
        assertThat(asked.getBoolean("papers[0].open")).isTrue();
        Desk.paper(id, paper(HOA, id, 0), Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL"))
                .then()
                .statusCode(200);
        assertThat(Desk.done(HOA, id, action("SUPPLY")).getString("stage")).isEqualTo("IN_PROCESS");
    }

    @Test
    void a_person_supplies_what_they_attached_and_nothing_else() {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        Desk.done(VUI, id, action("SUBMIT"));
        String component = (String) paper(VUI, id, 3).get("component");
        Desk.done(
                HOA,
                id,
                Map.of(
                        "action",
                        "ASK_SUPPLEMENT",
                        "reasonCode",
                        "PAPER_MISSING",
                        "reason",
                        "Thiếu giấy chứng sinh",
                        "items",
                        List.of(Map.of("component", component, "reasonCode", "PAPER_MISSING"))));
        Desk.act(VUI, id, action("SUPPLY")).then().statusCode(409).body("type", equalTo("/problems/nothing-supplied"));
        upload(VUI, id, paper(VUI, id, 3), PDF).then().statusCode(200);
        assertThat(Desk.done(VUI, id, action("SUPPLY")).getString("stage")).isEqualTo("SUBMITTED");
    }

    private static Map<String, Object> paper(String token, String id, int index) {
        return Desk.dossier(token, id).getMap("papers[" + index + "]");
    }

    private static String path(String id, Map<String, Object> paper) {
        return "/api/intake/dossiers/" + id + "/papers/" + paper.get("component");
    }

    private static Response upload(String token, String id, Map<String, Object> paper, byte[] bytes) {
        return given().auth()
                .oauth2(token)
                .contentType("application/octet-stream")
                .header("If-Match", paper.get("etag"))
                .queryParam("name", "giay-chung-sinh.pdf")
                .body(bytes)
                .put(path(id, paper) + "/content");
    }
}
