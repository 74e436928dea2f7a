package vn.motcua.intake.original;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.content.SampleFiles;
import vn.motcua.intake.file.SamplePdf;
import vn.motcua.platform.sql.Sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

/** Each original to be copied has its scan, and the scan says how many pages are paid for (Circular 226/2016/TT-BTC Art.4). */
@QuarkusTest
class ScannedOriginalsResourceTest {
    private static final Map<String, Object> DIPLOMA = Map.of("kind", "Bằng tốt nghiệp", "pages", 1, "copies", 3);
    private static final Map<String, Object> BOOK = Map.of("kind", "Học bạ", "pages", 1, "copies", 1);
    private static final byte[] TWO_PAGES = SamplePdf.bytes("one", "two");
    private static final byte[] PICTURE = SampleFiles.image("png", 30, 20);
    private static final String VUI = TestTokens.citizen("vui-originals");

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void the_pages_come_from_the_scan_and_the_fee_follows() throws IOException {
        String id = open(List.of(DIPLOMA, BOOK));
        scan(id, original(id, 1), TWO_PAGES)
                .then()
                .statusCode(200)
                .body("original.pages", equalTo(2))
                .body("original.file.pages", equalTo(2))
                .body("original.file.name", equalTo("ban-quet.pdf"))
                .body("openVnd", equalTo(14_000));
        scan(id, original(id, 2), SampleFiles.tiff(12)).then().statusCode(200).body("openVnd", equalTo(26_000));
        JsonPath seen = Desk.dossier(HOA, id);
        assertThat(seen.getList("originals.kind")).containsExactly("Bằng tốt nghiệp", "Học bạ");
        assertThat(seen.getList("originals.pages")).containsExactly(2, 12);
        assertThat(seen.getList("quantities.originals.pages")).containsExactly(2, 12);
        assertThat(seen.getList("payments.findAll { it.state == 'OPEN' }.amountVnd"))
                .containsExactly(12_000, 14_000);
        scan(id, original(id, 2), PICTURE)
                .then()
                .statusCode(200)
                .body("original.pages", equalTo(1))
                .body("openVnd", equalTo(14_000));

        Desk.presentAll(id);
        JsonPath received = Desk.done(HOA, id, action("RECEIVE"));
        assertThat(received.getList("originals.pages")).containsExactly(2, 1);
        assertThat(received.getLong("fees.openVnd")).isEqualTo(14_000);
    }

    @Test
    void the_original_without_a_name_has_its_scan_too() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        assertThat(original(id, 1)).containsEntry("kind", null).containsEntry("pages", 3);
        scan(id, original(id, 1), TWO_PAGES).then().statusCode(200).body("openVnd", equalTo(8_000));
        JsonPath seen = Desk.dossier(HOA, id);
        assertThat(seen.getInt("quantities.pages")).isEqualTo(2);
        assertThat(seen.getList("quantities.originals")).isEmpty();
        assertThat(seen.getInt("originals[0].file.pages")).isEqualTo(2);
    }

    @Test
    void the_officer_may_count_otherwise_than_the_scan_and_both_are_shown() {
        String id = open(List.of(DIPLOMA));
        Map<String, Object> before = original(id, 1);
        upload(id, before, TWO_PAGES, true)
                .then()
                .statusCode(200)
                .body("original.pages", equalTo(1))
                .body("original.file.pages", equalTo(2));
        Map<String, Object> scanned = original(id, 1);
        count(id, scanned, 4, 2)
                .then()
                .statusCode(200)
                .body("original.pages", equalTo(4))
                .body("original.file.pages", equalTo(2))
                .body("openVnd", equalTo(12_000));
        count(id, scanned, 4, 2).then().statusCode(412).body("current.pages", equalTo(4));
        count(id, original(id, 1), 0, 2).then().statusCode(400);
        count(id, original(id, 1), 2_001, 2).then().statusCode(400);
        count(id, original(id, 1), 1, 501).then().statusCode(400);
    }

    @Test
    void a_scan_is_seen_small_and_whole_replaced_and_removed_before_receipt() throws IOException {
        String id = open(List.of(DIPLOMA));
        Desk.get(HOA, path(id, 1) + "/content").then().statusCode(404);
        scan(id, original(id, 1), TWO_PAGES).then().statusCode(200);
        assertThat(Desk.get(HOA, path(id, 1) + "/content")
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .header("Content-Disposition", "attachment")
                        .header("X-Content-Type-Options", "nosniff")
                        .extract()
                        .asByteArray())
                .isEqualTo(TWO_PAGES);
        byte[] small = Desk.get(HOA, path(id, 1) + "/thumbnail").asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(small)).getHeight()).isEqualTo(320);
        scan(id, original(id, 1), PICTURE).then().statusCode(200);
        assertThat(Desk.get(HOA, path(id, 1) + "/content").asByteArray()).isEqualTo(PICTURE);
        assertThat(kept(id)).isEqualTo(1);
        remove(id, "\"0\"").then().statusCode(412);
        remove(id, (String) original(id, 1).get("etag"))
                .then()
                .statusCode(200)
                .body("original.file", nullValue())
                .body("original.pages", equalTo(1));
        remove(id, (String) original(id, 1).get("etag")).then().statusCode(404);
        Desk.get(HOA, path(id, 1) + "/content").then().statusCode(404);
        assertThat(kept(id)).isZero();
    }

    @Test
    void one_file_of_two_originals_stays_until_neither_has_it() {
        String id = open(List.of(DIPLOMA, BOOK));
        scan(id, original(id, 1), TWO_PAGES).then().statusCode(200);
        scan(id, original(id, 2), TWO_PAGES).then().statusCode(200);
        remove(id, (String) original(id, 1).get("etag")).then().statusCode(200);
        assertThat(Desk.get(HOA, path(id, 2) + "/content").asByteArray()).isEqualTo(TWO_PAGES);
        assertThat(kept(id)).isEqualTo(1);
    }

    @Test
    void after_the_receipt_nothing_changes_and_those_who_see_the_dossier_get_the_scan_which_is_noted() {
        String id = open(List.of(DIPLOMA));
        scan(id, original(id, 1), TWO_PAGES).then().statusCode(200);
        Desk.presentAll(id);
        Desk.done(HOA, id, action("RECEIVE"));
        Map<String, Object> received = original(id, 1);
        scan(id, received, PICTURE).then().statusCode(409).body("type", equalTo("/problems/papers-closed"));
        count(id, received, 5, 5).then().statusCode(409);
        remove(id, (String) received.get("etag")).then().statusCode(409);
        assertThat(original(id, 1)).isEqualTo(received);
        String chair = TestTokens.builder()
                .subject("chair-" + UUID.randomUUID())
                .roles("approver")
                .units(Desk.MUONG_SAI)
                .token();
        assertThat(Desk.get(chair, path(id, 1) + "/content").asByteArray()).isEqualTo(TWO_PAGES);
        Desk.get(TestTokens.officer("auditor", Desk.MUONG_SAI), "/api/intake/readings?limit=1&dossier=" + id)
                .then()
                .body("items[0].what", equalTo("PAPER"))
                .body("items[0].role", equalTo("approver"));
        Desk.get(TestTokens.officer("reception", Desk.QUYNH_NHAI), path(id, 1) + "/content")
                .then()
                .statusCode(404);
        Desk.get(TestTokens.officer("cashier", Desk.MUONG_SAI), path(id, 1) + "/content")
                .then()
                .statusCode(403);
    }

    @Test
    void what_is_no_scan_is_refused_with_its_reason_and_changes_nothing() throws IOException {
        String id = open(List.of(DIPLOMA));
        scan(id, original(id, 1), TWO_PAGES).then().statusCode(200);
        Map<String, Object> before = original(id, 1);
        scan(id, before, SampleFiles.docx())
                .then()
                .statusCode(415)
                .body("accepted", hasItem("image/tiff"))
                .body("accepted.size()", equalTo(4));
        scan(id, before, "<script>alert(1)</script>".getBytes()).then().statusCode(415);
        scan(id, before, new byte[0]).then().statusCode(415);
        scan(id, before, Arrays.copyOf(TWO_PAGES, TWO_PAGES.length / 2))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/file-broken"));
        scan(id, before, SampleFiles.tiff(2_001))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/original-too-long"))
                .body("maxPages", equalTo(2_000));
        scan(id, before, Arrays.copyOf(SampleFiles.image("jpeg", 30, 20), 2_000_001))
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/dossier-files-too-large"));
        assertThat(original(id, 1)).isEqualTo(before);
        assertThat(kept(id)).isEqualTo(1);
    }

    @Test
    void only_reception_scans_on_the_revision_it_saw_and_only_originals_that_are_counted() {
        String id = open(List.of(DIPLOMA));
        Map<String, Object> before = original(id, 1);
        given().auth()
                .oauth2(HOA)
                .contentType("application/octet-stream")
                .body(PICTURE)
                .put(path(id, 1) + "/content")
                .then()
                .statusCode(428);
        scan(id, with(before, "etag", "\"7\""), PICTURE).then().statusCode(412).body("current.scanned", equalTo(false));
        scan(id, with(before, "number", 2), PICTURE).then().statusCode(404);
        scan(id, with(before, "number", 51), PICTURE).then().statusCode(400);
        String birth = Desk.open(HOA, Desk.BIRTH, "COUNTER").getString("id");
        assertThat(Desk.dossier(HOA, birth).getList("originals")).isEmpty();
        scan(birth, before, PICTURE).then().statusCode(404);
        String own = Desk.open(VUI, Desk.COPY, "ONLINE").getString("id");
        given().auth()
                .oauth2(VUI)
                .contentType("application/octet-stream")
                .header("If-Match", "\"0\"")
                .body(PICTURE)
                .put(path(own, 1) + "/content")
                .then()
                .statusCode(403);
    }

    @Test
    void a_correction_keeps_the_scan_of_an_original_it_calls_by_its_number_and_leaves_none_with_a_scan_out() {
        String id = open(List.of(DIPLOMA, BOOK));
        scan(id, original(id, 2), TWO_PAGES).then().statusCode(200);
        Map<String, Object> scanned = Map.of("number", 2, "kind", "Học bạ THPT", "pages", 2, "copies", 2);
        Desk.act(HOA, id, correct(List.of(BOOK)))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/quantities/originals"));
        Desk.act(HOA, id, correct(List.of(scanned, scanned))).then().statusCode(400);
        Desk.act(HOA, id, correct(List.of(scanned, with(scanned, "number", 9))))
                .then()
                .statusCode(400);
        JsonPath corrected = Desk.done(HOA, id, correct(List.of(scanned, DIPLOMA)));
        assertThat(corrected.getList("originals.number")).containsExactly(2, 1);
        assertThat(corrected.getList("originals.kind")).containsExactly("Học bạ THPT", "Bằng tốt nghiệp");
        assertThat(corrected.getInt("originals[0].file.pages")).isEqualTo(2);
        assertThat(corrected.getString("originals[1].file")).isNull();
        assertThat(Desk.get(HOA, path(id, 2) + "/content").asByteArray()).isEqualTo(TWO_PAGES);
        Map<String, Object> opening = Desk.opening(
                Desk.COPY,
                "COUNTER",
                Map.of("quantities", Map.of("pages", 0, "copies", 0, "originals", List.of(scanned))));
        Desk.post(HOA, "/api/intake/dossiers", null, opening)
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/quantities/originals"));
    }

    @Test
    void the_scans_of_a_draft_that_is_given_up_are_erased() {
        String id = open(List.of(DIPLOMA));
        scan(id, original(id, 1), TWO_PAGES).then().statusCode(200);
        Desk.done(HOA, id, action("ABANDON"));
        Desk.get(HOA, path(id, 1) + "/content").then().statusCode(404);
        assertThat(original(id, 1).get("file")).isNull();
        assertThat(kept(id)).isZero();
    }

    @Test
    void a_scan_that_was_taken_unscanned_tells_what_the_scanner_said_since() {
        String id = open(List.of(DIPLOMA));
        scan(id, original(id, 1), TWO_PAGES).then().statusCode(200);
        UUID dossier = UUID.fromString(id);
        Sql.update(
                source,
                "update dossier set originals = replace(originals, '\"OFF\"', '\"WAITING\"') where id = ?",
                dossier);
        Sql.update(source, "update stored_file set scan = 'INFECTED' where dossier_id = ?", dossier);
        assertThat(Desk.dossier(HOA, id).getString("originals[0].file.scan")).isEqualTo("INFECTED");
        Desk.get(HOA, path(id, 1) + "/content").then().statusCode(422).body("type", equalTo("/problems/file-infected"));
    }

    private int kept(String id) {
        return Sql.query(
                        source,
                        "select count(*) from stored_file where dossier_id = ? and kept",
                        row -> row.getInt(1),
                        UUID.fromString(id))
                .get(0);
    }

    private static String open(List<Map<String, Object>> originals) {
        Map<String, Object> quantities = Map.of("pages", 0, "copies", 0, "originals", originals);
        return Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("quantities", quantities)))
                .getString("id");
    }

    private static Map<String, Object> correct(List<Map<String, Object>> originals) {
        return Map.of(
                "action",
                "CORRECT",
                "reason",
                "Nhầm",
                "quantities",
                Map.of("pages", 0, "copies", 0, "originals", new ArrayList<>(originals)));
    }

    private static Map<String, Object> original(String id, int number) {
        return Desk.dossier(HOA, id).getMap("originals.find { it.number == " + number + " }");
    }

    private static Map<String, Object> with(Map<String, Object> original, String member, Object value) {
        Map<String, Object> changed = new HashMap<>(original);
        changed.put(member, value);
        return changed;
    }

    private static String path(String id, Object number) {
        return "/api/intake/dossiers/" + id + "/originals/" + number;
    }

    private static Response scan(String id, Map<String, Object> original, byte[] bytes) {
        return upload(id, original, bytes, false);
    }

    private static Response upload(String id, Map<String, Object> original, byte[] bytes, boolean keepsPages) {
        return given().auth()
                .oauth2(HOA)
                .contentType("application/octet-stream")
                .header("If-Match", original.get("etag"))
                .queryParam("name", "ban-quet.pdf")
                .queryParam("keepsPages", keepsPages)
                .body(bytes)
                .put(path(id, original.get("number")) + "/content");
    }

    private static Response count(String id, Map<String, Object> original, int pages, int copies) {
        return given().auth()
                .oauth2(HOA)
                .contentType("application/json")
                .header("If-Match", original.get("etag"))
                .body(Map.of("pages", pages, "copies", copies))
                .put(path(id, original.get("number")));
    }

    private static Response remove(String id, String etag) {
        return given().auth().oauth2(HOA).header("If-Match", etag).delete(path(id, 1) + "/content");
    }
}
