package vn.motcua.intake.act;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.act.Versions.NOTHING;
import static vn.motcua.intake.act.Versions.carryOver;
import static vn.motcua.intake.act.Versions.costing;
import static vn.motcua.intake.act.Versions.first;
import static vn.motcua.intake.act.Versions.fixed;
import static vn.motcua.intake.act.Versions.second;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.content.SampleFiles;
import vn.motcua.platform.sql.Sql;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Originals are counted under one version of a procedure and not under another, or otherwise. */
@QuarkusTest
class CarriedOriginalsResourceTest {
    private static final byte[] PICTURE = SampleFiles.image("png", 30, 20);
    private static final Map<String, Object> DIPLOMA = Map.of("kind", "Bằng tốt nghiệp", "pages", 2, "copies", 3);
    private static final Map<String, Object> BOOK = Map.of("kind", "Học bạ", "pages", 12, "copies", 1);

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue samples;

    @Inject
    Versions versions;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void monday() {
        samples.loaded();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void originals_that_the_new_version_does_not_count_are_left_out_with_their_scans_and_the_history_says_so() {
        String code = "1.997007";
        ObjectNode first = counting(first(code, "Bản chính"));
        String id = versions.draft(first, named(DIPLOMA, BOOK));
        scan(id, 2).then().statusCode(200);
        assertThat(kept(id)).isOne();
        versions.follows(first, costing(second(code, "Bản chính"), fixed(10_000, "RETURN")));
        carryOver(HOA, id)
                .then()
                .statusCode(200)
                .body("originals", empty())
                .body("quantities.originals", empty())
                .body("fees.openVnd", equalTo(10_000));
        assertThat(kept(id)).isZero();
        Map<String, Object> noted = noted(id);
        assertThat(noted).containsEntry("originalsLeft", 2).containsEntry("papersKept", 1);
        assertThat(noted.toString()).doesNotContain("Học bạ");
        Desk.presentAll(id);
        Desk.done(HOA, id, Desk.action("RECEIVE"));
    }

    @Test
    void the_scan_of_the_original_without_a_name_goes_too_and_its_numbers_stay() {
        String code = "1.997008";
        ObjectNode first = counting(first(code, "Bản chính"));
        String id = versions.draft(first, Map.of("pages", 1, "copies", 2));
        scan(id, 1).then().statusCode(200);
        versions.follows(first, costing(second(code, "Bản chính"), fixed(10_000, "RETURN")));
        carryOver(HOA, id)
                .then()
                .statusCode(200)
                .body("originals", empty())
                .body("quantities.pages", equalTo(1))
                .body("quantities.copies", equalTo(2));
        assertThat(kept(id)).isZero();
        assertThat(noted(id)).containsEntry("originalsLeft", 1);
    }

    @Test
    void originals_that_are_counted_as_before_stay_with_their_scans() {
        String code = "1.997009";
        ObjectNode first = counting(first(code, "Bản chính"));
        String id = versions.draft(first, named(DIPLOMA, BOOK));
        scan(id, 1).then().statusCode(200);
        List<Map<String, Object>> before = Desk.dossier(HOA, id).getList("originals");
        versions.follows(first, counting(second(code, "Bản chính")));
        carryOver(HOA, id).then().statusCode(200);
        assertThat(Desk.dossier(HOA, id).getList("originals")).isEqualTo(before);
        assertThat(kept(id)).isOne();
        assertThat(noted(id)).doesNotContainKey("originalsLeft");
    }

    @Test
    void a_fee_that_counts_pages_of_no_originals_asks_for_the_quantities_first_and_nothing_is_lost_by_asking() {
        String code = "1.997010";
        ObjectNode first = counting(first(code, "Bản chính"));
        String id = versions.draft(first, named(DIPLOMA, BOOK));
        scan(id, 1).then().statusCode(200);
        versions.follows(first, counting(second(code, "Bản chính", "Tờ khai")));
        carryOver(HOA, id).then().statusCode(400).body("violations[0].pointer", equalTo("/quantities"));
        assertThat(Desk.dossier(HOA, id).getList("originals")).hasSize(2);
        assertThat(kept(id)).isOne();
        Desk.done(
                HOA,
                id,
                Map.of(
                        "action", "CORRECT",
                        "reason", "Tính theo một bản chính",
                        "quantities", Map.of("pages", 4, "copies", 1)));
        carryOver(HOA, id).then().statusCode(200).body("quantities.pages", equalTo(4));
        assertThat(kept(id)).isZero();
    }

    @Test
    void what_only_the_new_version_counts_is_told_by_a_correction_before_the_draft_is_carried_over() {
        String code = "1.997011";
        ObjectNode first = first(code, "Bản chính");
        String id = versions.draft(first, NOTHING);
        versions.follows(first, counting(second(code, "Bản chính")));
        carryOver(HOA, id).then().statusCode(400).body("violations[0].pointer", equalTo("/quantities"));
        Desk.done(
                HOA,
                id,
                Map.of(
                        "action", "CORRECT",
                        "reason", "Tính phí theo phiên bản mới",
                        "quantities", Map.of("pages", 3, "copies", 2)));
        carryOver(HOA, id)
                .then()
                .statusCode(200)
                .body("originals.pages", contains(3))
                .body("fees.openVnd", equalTo(12_000));
    }

    /** With the fee of certified copies: by the page and the copy of each original, where it is about one paper. */
    private static ObjectNode counting(ObjectNode version) {
        return costing(
                version,
                Map.of(
                        "kind", "FEE",
                        "rule", "TIERED_PER_PAGE",
                        "amountVnd", 2_000,
                        "fromUnit", 1,
                        "per", "copy",
                        "dueAt", "RETURN"));
    }

    private static Map<String, Object> named(Object... originals) {
        return Map.of("pages", 0, "copies", 0, "originals", List.of(originals));
    }

    private static Response scan(String id, int number) {
        Object etag = Desk.dossier(HOA, id).get("originals.find { it.number == " + number + " }.etag");
        return given().auth()
                .oauth2(HOA)
                .contentType("application/octet-stream")
                .header("If-Match", etag)
                .queryParam("name", "ban-quet.png")
                .body(PICTURE)
                .put("/api/intake/dossiers/" + id + "/originals/" + number + "/content");
    }

    private int kept(String id) {
        return Sql.query(
                        source,
                        "select count(*) from stored_file where dossier_id = ? and kept",
                        row -> row.getInt(1),
                        UUID.fromString(id))
                .get(0);
    }

    /** What the history tells of the carry-over. */
    private static Map<String, Object> noted(String id) {
        return Desk.get(HOA, "/api/intake/dossiers/" + id + "/history")
                .jsonPath()
                .getMap("items.find { it.action == 'CARRIED_OVER' }.details");
    }
}
