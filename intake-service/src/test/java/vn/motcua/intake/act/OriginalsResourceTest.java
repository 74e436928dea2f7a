package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lane of certified copies: several originals in one dossier (Circular 01/2020/TT-BTP Art.4). */
@QuarkusTest
class OriginalsResourceTest {
    private static final Map<String, Object> DIPLOMA = Map.of("kind", "Bằng tốt nghiệp", "pages", 2, "copies", 3);
    private static final Map<String, Object> BOOK = Map.of("kind", "Học bạ", "pages", 12, "copies", 1);

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void each_original_is_a_line_of_the_dossier_of_what_is_owed_and_of_the_slip() {
        String id = open(List.of(DIPLOMA, BOOK)).getString("id");
        JsonPath seen = Desk.dossier(HOA, id);
        assertThat(seen.getList("quantities.originals")).containsExactly(DIPLOMA, BOOK);
        assertThat(seen.getList("payments.amountVnd")).containsExactly(12_000, 14_000);
        assertThat(seen.getLong("fees.openVnd")).isEqualTo(26_000);

        Desk.presentAll(id);
        Desk.done(HOA, id, Map.of("action", "RECEIVE"));
        String href = Desk.get(HOA, "/api/intake/dossiers/" + id + "/forms")
                .jsonPath()
                .getString("items.find { it.form == '01' }.href");
        assertThat(Desk.get(HOA, href).asString())
                .contains("Bằng tốt nghiệp (2 trang, 3 bản sao)", "Học bạ (12 trang, 1 bản sao)", "26.000");
    }

    @Test
    void a_correction_counts_anew_and_its_history_names_no_paper() {
        String id = open(List.of(DIPLOMA, BOOK)).getString("id");
        Map<String, Object> correct =
                Map.of("action", "CORRECT", "reason", "Nhầm số bản", "quantities", quantities(List.of(BOOK)));
        JsonPath corrected = Desk.done(HOA, id, correct);
        assertThat(corrected.getLong("fees.openVnd")).isEqualTo(14_000);
        assertThat(corrected.getList("quantities.originals")).containsExactly(BOOK);
        assertThat(Desk.get(HOA, "/api/intake/dossiers/" + id + "/history").asString())
                .doesNotContain("Học bạ");
    }

    @Test
    void originals_need_words_numbers_and_a_fee_that_counts_them() {
        refused(
                Desk.COPY,
                quantities(List.of(Map.of("kind", " ", "pages", 1, "copies", 1))),
                "/quantities/originals/0/kind");
        refused(
                Desk.COPY,
                quantities(List.of(Map.of("kind", "Học bạ", "pages", 0, "copies", 1))),
                "/quantities/originals/0/pages");
        refused(
                Desk.COPY,
                quantities(List.of(Map.of("kind", "Học bạ", "pages", 1, "copies", 501))),
                "/quantities/originals/0/copies");
        Map<String, Object> both = new HashMap<>(quantities(List.of(BOOK)));
        both.put("pages", 1);
        refused(Desk.COPY, both, "/quantities");
        refused(Desk.BIRTH, quantities(List.of(BOOK)), "/quantities");
        refused(Desk.COPY, quantities(java.util.Collections.nCopies(51, BOOK)), "/quantities/originals");
    }

    private static JsonPath open(List<Map<String, Object>> originals) {
        return Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("quantities", quantities(originals))));
    }

    private static Map<String, Object> quantities(List<Map<String, Object>> originals) {
        return Map.of("pages", 0, "copies", 0, "originals", originals);
    }

    private static void refused(String procedure, Map<String, Object> quantities, String pointer) {
        Desk.post(
                        HOA,
                        "/api/intake/dossiers",
                        null,
                        Desk.opening(procedure, "COUNTER", Map.of("quantities", quantities)))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo(pointer));
    }
}
