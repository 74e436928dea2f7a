package vn.motcua.intake.paper;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.file.SamplePdf;

import java.util.List;
import java.util.Map;

/** People's papers that reception has looked at. */
@QuarkusTest
class WhatOfficersEnteredResourceTest {
    private static final String VUI = TestTokens.citizen("vui-and-reception");
    private static final Map<String, Object> ORIGINAL =
            Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL", "quantity", 2, "held", true);
    private static final Map<String, Object> THERE = Map.of("state", "REUSED", "reason", "Cơ sở dữ liệu dân cư");

    @Inject
    SampleCatalogue catalogue;

    private String id;

    @BeforeEach
    void filed() {
        catalogue.loaded();
        id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        Desk.done(VUI, id, action("SUBMIT"));
    }

    @Test
    void an_original_that_the_office_holds_is_not_written_over_by_the_person() {
        Desk.paper(id, paper(0), ORIGINAL).then().statusCode(200);
        refused(enter(paper(0), THERE));
        refused(enter(paper(0), Map.of("state", "MISSING", "reason", "x")));
        refused(upload(paper(0), "a scan"));
        refused(given().auth()
                .oauth2(VUI)
                .contentType("application/json")
                .header("If-Match", paper(0).get("etag"))
                .body(Map.of("dossierId", id, "component", "x", "consent", true))
                .put(path(paper(0)) + "/reused"));
        assertThat(paper(0))
                .containsEntry("presentedAs", "ORIGINAL")
                .containsEntry("quantity", 2)
                .containsEntry("held", true);
        assertThat(Desk.dossier(HOA, id).getBoolean("originalsHeld")).isTrue();
    }

    @Test
    void what_an_officer_found_not_applicable_or_with_the_authorities_stays() {
        Desk.paper(id, paper(0), Map.of("state", "NOT_APPLICABLE", "reason", "Sinh tại bệnh viện"))
                .then()
                .statusCode(200);
        Desk.paper(id, paper(1), THERE).then().statusCode(200);
        for (int i = 0; i < 2; i++) {
            refused(enter(paper(i), Map.of("state", "REUSED", "reason", "ở nhà")));
            refused(upload(paper(i), "a scan"));
        }
        assertThat(paper(0)).containsEntry("reason", "Sinh tại bệnh viện");
        assertThat(paper(1)).containsEntry("reason", "Cơ sở dữ liệu dân cư");
    }

    @Test
    void what_the_person_attached_or_said_they_may_change_and_so_may_reception() {
        upload(paper(0), "a scan").then().statusCode(200);
        upload(paper(0), "a better scan").then().statusCode(200);
        enter(paper(0), THERE).then().statusCode(200);
        enter(paper(0), Map.of("state", "REUSED", "reason", "elsewhere")).then().statusCode(200);
        Desk.paper(id, paper(0), ORIGINAL).then().statusCode(200);
        Desk.paper(id, paper(0), Map.of("state", "NOT_APPLICABLE", "reason", "x"))
                .then()
                .statusCode(200);
        assertThat(Desk.dossier(HOA, id).getBoolean("originalsHeld")).isFalse();
    }

    @Test
    void a_scan_of_what_was_presented_and_is_asked_for_leaves_the_original_where_it_is() {
        Desk.paper(id, paper(0), ORIGINAL).then().statusCode(200);
        Desk.paper(id, paper(1), Map.of("state", "NOT_APPLICABLE", "reason", "x"))
                .then()
                .statusCode(200);
        ask(0, 1);
        refused(enter(paper(0), THERE));
        upload(paper(0), "a wrong scan").then().statusCode(200).body("open", equalTo(false));
        upload(paper(0), "the right scan")
                .then()
                .statusCode(200)
                .body("state", equalTo("PRESENTED"))
                .body("presentedAs", equalTo("ORIGINAL"))
                .body("quantity", equalTo(2))
                .body("held", equalTo(true));
        enter(paper(1), THERE).then().statusCode(200).body("state", equalTo("REUSED"));
        assertThat(Desk.dossier(HOA, id).getBoolean("originalsHeld")).isTrue();
        assertThat(Desk.done(VUI, id, action("SUPPLY")).getString("stage")).isEqualTo("SUBMITTED");
        refused(enter(paper(0), THERE));
        refused(upload(paper(0), "too late"));
    }

    private void ask(int... positions) {
        List<Map<String, Object>> items = java.util.Arrays.stream(positions)
                .mapToObj(each -> Map.of("component", paper(each).get("component"), "reasonCode", "PAPER_UNCLEAR"))
                .toList();
        Desk.done(
                HOA,
                id,
                Map.of(
                        "action",
                        "ASK_SUPPLEMENT",
                        "reasonCode",
                        "PAPER_UNCLEAR",
                        "reason",
                        "Bản chụp không rõ",
                        "items",
                        items));
    }

    private static void refused(Response response) {
        response.then().statusCode(409).body("type", equalTo("/problems/paper-entered-by-officer"));
    }

    private Map<String, Object> paper(int position) {
        return Desk.dossier(VUI, id).getMap("papers[" + position + "]");
    }

    private String path(Map<String, Object> paper) {
        return "/api/intake/dossiers/" + id + "/papers/" + paper.get("component");
    }

    private Response enter(Map<String, Object> paper, Map<String, Object> body) {
        return given().auth()
                .oauth2(VUI)
                .contentType("application/json")
                .header("If-Match", paper.get("etag"))
                .body(body)
                .put(path(paper));
    }

    private Response upload(Map<String, Object> paper, String text) {
        return given().auth()
                .oauth2(VUI)
                .contentType("application/octet-stream")
                .header("If-Match", paper.get("etag"))
                .body(SamplePdf.bytes(text))
                .put(path(paper) + "/content");
    }
}
