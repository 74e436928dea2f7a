package vn.motcua.intake.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A person's other dossiers, and those of the same matter. */
@QuarkusTest
class SamePersonResourceTest {
    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void a_dossier_of_the_same_matter_is_linked_on_both_sides_and_keeps_nobody_from_filing() {
        String number = number();
        String first = received(number, Desk.COPY, Desk.MUONG_SAI);
        String etag = Desk.get(HOA, "/api/intake/dossiers/" + first).header("ETag");
        String second = received(number.substring(0, 3) + " " + number.substring(3), Desk.COPY, Desk.MUONG_SAI);
        assertThat(Desk.get(HOA, "/api/intake/dossiers/" + first).header("ETag"))
                .isEqualTo(etag);
        assertThat(others(HOA, second).getList("items.id")).containsExactly(first);
        assertThat(others(HOA, second).getBoolean("items[0].sameMatter")).isTrue();
        assertThat(others(HOA, first).getBoolean("items[0].sameMatter")).isTrue();
        assertThat(others(HOA, first).getString("items[0].id")).isEqualTo(second);
        String reference = Desk.dossier(HOA, first).getString("reference");
        assertThat(Desk.get(HOA, "/api/intake/dossiers/" + second + "/history").asString())
                .contains("\"sameMatter\":[\"" + reference + "\"]");
        assertThat(links(first)).containsExactly(UUID.fromString(second));
        assertThat(links(second)).containsExactly(UUID.fromString(first));
    }

    @Test
    void another_procedure_or_an_ended_dossier_is_another_dossier_and_no_same_matter() {
        String number = number();
        String ended = received(number, Desk.COPY, Desk.MUONG_SAI);
        Desk.decided(ended);
        Desk.until(ended, view -> "DECIDED".equals(view.getString("stage")));
        String open =
                Desk.open(HOA, opening(number, Desk.BUSINESS, Desk.MUONG_SAI)).getString("id");
        JsonPath others = others(HOA, open);
        assertThat(others.getList("items.id")).containsExactly(ended);
        assertThat(others.getBoolean("items[0].sameMatter")).isFalse();
        String again = received(number, Desk.COPY, Desk.MUONG_SAI);
        assertThat(links(again)).isEmpty();
    }

    @Test
    void of_other_centres_and_for_other_duties_nothing_is_shown_but_that_there_is_one() {
        String number = number();
        String far = TestTokens.officer("reception", Desk.QUYNH_NHAI);
        String there =
                Desk.open(far, opening(number, Desk.COPY, Desk.QUYNH_NHAI)).getString("id");
        List<Map<String, Object>> papers = Desk.dossier(far, there).getList("papers");
        for (Map<String, Object> paper : papers) {
            given().auth()
                    .oauth2(far)
                    .contentType("application/json")
                    .header("If-Match", paper.get("etag"))
                    .body(Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL", "held", true))
                    .put("/api/intake/dossiers/" + there + "/papers/" + paper.get("component"))
                    .then()
                    .statusCode(200);
        }
        Desk.done(far, there, action("RECEIVE"));
        String here = received(number, Desk.COPY, Desk.MUONG_SAI);
        JsonPath seen = others(HOA, here);
        assertThat(seen.getBoolean("items[0].masked")).isTrue();
        assertThat(seen.getString("items[0].receivingUnit")).isEqualTo(Desk.QUYNH_NHAI);
        assertThat(seen.getString("items[0].id")).isNull();
        assertThat(seen.getString("items[0].procedureCode")).isNull();
        String second = received(number, Desk.COPY, Desk.MUONG_SAI);
        String next = Desk.get(
                        TestTokens.officer("auditor", Desk.MUONG_SAI),
                        "/api/intake/dossiers/" + second + "/same-person?limit=1")
                .jsonPath()
                .getString("next");
        String told = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.ISO_8859_1);
        assertThat(told).as("the cursor tells nothing of a masked line").doesNotContain(here, there);
        JsonPath inspected = others(TestTokens.officer("auditor", Desk.MUONG_SAI), second);
        assertThat(inspected.<Boolean>getList("items.masked")).containsOnly(true);
        Desk.get(far, "/api/intake/dossiers/" + here + "/same-person").then().statusCode(404);
        Desk.get(TestTokens.citizen("vui"), "/api/intake/dossiers/" + here + "/same-person")
                .then()
                .statusCode(403);
    }

    @Test
    void a_persons_dossiers_are_read_page_by_page_and_a_draft_of_somebody_else_is_not_among_them() {
        String number = number();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(0, received(number, Desk.COPY, Desk.MUONG_SAI));
        }
        Desk.open(HOA, opening(number, Desk.COPY, Desk.MUONG_SAI));
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = Desk.get(HOA, "/api/intake/dossiers/" + made.get(0) + "/same-person?limit=1&after=" + after)
                    .jsonPath();
            read.addAll(page.getList("items.id"));
            after = page.getString("next");
        } while (after != null);
        assertThat(read).containsExactlyElementsOf(made.subList(1, 4));
        Desk.get(HOA, "/api/intake/dossiers/" + made.get(0) + "/same-person?after=x")
                .then()
                .statusCode(400);
    }

    private static String received(String number, String procedure, String unit) {
        String id = Desk.open(HOA, opening(number, procedure, unit)).getString("id");
        Desk.presentAll(id);
        Desk.done(HOA, id, action("RECEIVE"));
        return id;
    }

    private static Map<String, Object> opening(String number, String procedure, String unit) {
        Map<String, Object> owner =
                Map.of("name", "Lò Văn Thử", "identifierKind", "CITIZEN_NUMBER", "identifier", number);
        return Desk.opening(
                procedure,
                "COUNTER",
                Map.of("owner", owner, "receivingUnit", unit, "competentUnit", unit, "returningUnit", unit));
    }

    private static String number() {
        return "014" + String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    private List<UUID> links(String id) {
        return Sql.query(
                source,
                "select other_id from dossier_link where dossier_id = ?",
                row -> row.getObject(1, UUID.class),
                UUID.fromString(id));
    }

    private static JsonPath others(String token, String id) {
        return Desk.get(token, "/api/intake/dossiers/" + id + "/same-person")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
