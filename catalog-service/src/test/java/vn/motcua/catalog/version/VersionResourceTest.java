package vn.motcua.catalog.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.motcua.catalog.draft.Editing.APPROVER;
import static vn.motcua.catalog.draft.Editing.DRAFTS;
import static vn.motcua.catalog.draft.Editing.EDITOR;
import static vn.motcua.catalog.draft.Editing.UNIT;
import static vn.motcua.catalog.draft.Editing.WHY;
import static vn.motcua.catalog.draft.Editing.act;
import static vn.motcua.catalog.draft.Editing.as;
import static vn.motcua.catalog.draft.Editing.content;
import static vn.motcua.catalog.draft.Editing.posting;
import static vn.motcua.catalog.draft.Editing.publish;
import static vn.motcua.catalog.draft.Editing.publishNext;
import static vn.motcua.catalog.draft.Editing.write;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.imports.Importing;
import vn.motcua.catalog.imports.OneProcedure;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@QuarkusTest
class VersionResourceTest {
    private static final String PROCEDURES = "/api/catalog/procedures/";

    @Inject
    MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.setLegal("2026-11-24T09:00");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void versions_tell_where_they_stand_as_the_days_go_by() {
        String code = "8.300001";
        publish(code, "Thủ tục theo ngày", 3, "2026-12-01");
        publishNext(code, "Thủ tục theo ngày", 2, "2027-01-04");
        states(code, "PUBLISHED_FOR_LATER", "PUBLISHED_FOR_LATER");
        clock.setLegal("2026-12-01T00:00");
        states(code, "IN_FORCE", "PUBLISHED_FOR_LATER");
        clock.setLegal("2027-01-03T23:59");
        states(code, "IN_FORCE", "PUBLISHED_FOR_LATER");
        clock.setLegal("2027-01-04T00:00");
        states(code, "ENDED", "IN_FORCE");
        given().get(PROCEDURES + code + "/versions/1")
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"))
                .body("limits[0].amount", equalTo(3));
        given().get(PROCEDURES + code + "/versions/3")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/version-not-found"));
        given().get(PROCEDURES + code + "/versions/one").then().statusCode(404);
    }

    @Test
    void versions_are_read_by_page_and_count_open_dossiers_for_officers_of_the_catalogue_only() {
        String code = "8.300002";
        publish(code, "Thủ tục nhiều trang", 3, "2026-12-01");
        publishNext(code, "Thủ tục nhiều trang", 2, "2026-12-15");
        Response first = given().queryParam("limit", 1).get(PROCEDURES + code + "/versions");
        first.then()
                .statusCode(200)
                .body("items.version", contains(1))
                .body("items[0].openDossiers", nullValue())
                .body("allowedActions", empty());
        assertThat(first.header("Cache-Control")).startsWith("public");
        given().queryParam("limit", 1)
                .queryParam("after", first.<String>path("next"))
                .get(PROCEDURES + code + "/versions")
                .then()
                .body("items.version", contains(2))
                .body("next", nullValue());
        Response officer = as(APPROVER).get(PROCEDURES + code + "/versions");
        officer.then().body("items.openDossiers", contains(0, 0)).body("allowedActions", empty());
        assertThat(officer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(officer.header("ETag")).isEqualTo("\"4\"");
        as(EDITOR).get(PROCEDURES + code + "/versions").then().body("allowedActions", contains("DRAFT", "PROPOSE_END"));
        given().queryParam("after", "YWJj")
                .get(PROCEDURES + code + "/versions")
                .then()
                .statusCode(400);
        given().get(PROCEDURES + "9.999999/versions").then().statusCode(404);
    }

    @Test
    void what_changed_between_two_versions_is_told_field_by_field() {
        String code = "8.300003";
        publish(code, "Thủ tục đổi thời hạn", 3, "2026-12-01");
        publishNext(code, "Thủ tục đổi thời hạn mới", 2, "2026-12-15");
        given().get(PROCEDURES + code + "/changes")
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body("changes.field", contains("name.vi", "limits.amount"))
                .body("changes[1].before", equalTo("3"))
                .body("changes[1].after", equalTo("2"));
        given().queryParam("from", 2)
                .queryParam("to", 1)
                .get(PROCEDURES + code + "/changes")
                .then()
                .body("changes[1].after", equalTo("3"));
        given().queryParam("to", 1).get(PROCEDURES + code + "/changes").then().body("changes", empty());
        given().queryParam("from", 7).get(PROCEDURES + code + "/changes").then().statusCode(404);
        given().queryParam("from", "x")
                .get(PROCEDURES + code + "/changes")
                .then()
                .statusCode(400);
    }

    @Test
    void an_ended_procedure_names_its_successor_and_is_in_force_until_its_last_day() {
        String code = "8.300004";
        publish(code, "Thủ tục bị thay thế", 3, "2026-12-01");
        end(code, "2026-12-31", "REPLACED", List.of("2.000815"))
                .statusCode(200)
                .body("version.effectiveTo", equalTo("2026-12-31"))
                .body("version.state", equalTo("PUBLISHED_FOR_LATER"))
                .body("version.ending.reason", equalTo("REPLACED"))
                .body("openDossiers", equalTo(0))
                .body("revision", equalTo(5));
        given().queryParam("on", "2026-12-31")
                .get(PROCEDURES + code)
                .then()
                .statusCode(200)
                .body("ending.successors", contains("2.000815"))
                .body("ending.decision.number", equalTo("99/QĐ-UBND"));
        given().queryParam("on", "2027-01-01")
                .get(PROCEDURES + code)
                .then()
                .statusCode(404)
                .body("endedOn", equalTo("2026-12-31"))
                .body("successors", contains("2.000815"));
        as(APPROVER).get(PROCEDURES + code + "/versions").then().body("allowedActions", empty());
        as(EDITOR)
                .get(PROCEDURES + code + "/history")
                .then()
                .body("items[-1].act", equalTo("ENDED"))
                .body("items[-1].reason", equalTo("Gộp thủ tục"))
                .body("items[-1].details.successors", contains("2.000815"));
        TestEvents.await(
                "catalog.procedures",
                Duration.ofSeconds(60),
                each -> each.key().equals(code + "@1")
                        && each.data().at("/ending/successors/0").asText().equals("2.000815"));
    }

    @Test
    void an_end_that_cannot_be_is_refused_and_changes_nothing() {
        String code = "8.300005";
        publish(code, "Thủ tục không kết thúc được", 3, "2026-12-10");
        end(code, "2026-12-09", "ABOLISHED", List.of())
                .statusCode(409)
                .body("type", equalTo("/problems/last-day-refused"))
                .body("refusal", equalTo("END_BEFORE_BEGINNING"));
        end("2.000884", "2026-11-23", "ABOLISHED", List.of()).statusCode(409).body("refusal", equalTo("PAST"));
        end(code, "2026-12-31", "REPLACED", List.of())
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/successors"));
        end(code, "2026-12-31", "ABOLISHED", List.of("2.000815")).statusCode(400);
        end(code, "2026-12-31", "REPLACED", List.of("2.000815", "9.999999", code))
                .statusCode(400)
                .body("violations.pointer", contains("/successors/1", "/successors/2"));
        Map<String, Object> proposal = body("2026-12-31", "ABOLISHED", List.of());
        posting(EDITOR)
                .body(proposal)
                .post(PROCEDURES + code + "/actions")
                .then()
                .statusCode(428);
        acting(EDITOR, code, "\"1\"", proposal).statusCode(412);
        acting(APPROVER, code, "\"2\"", proposal).statusCode(403);
        acting(TestTokens.officer("director", UNIT), code, "\"2\"", proposal).statusCode(403);
        given().get(PROCEDURES + code + "/versions").then().body("items[0].effectiveTo", nullValue());
        end(code, "2026-12-31", "ABOLISHED", List.of()).statusCode(200);
        end(code, "2027-01-31", "ABOLISHED", List.of()).statusCode(409).body("type", equalTo("/problems/end-not-open"));
    }

    @Test
    void who_proposed_an_end_does_not_decide_it_and_nothing_of_it_is_public() {
        String code = "8.300008";
        publish(code, "Thủ tục được đề xuất kết thúc", 3, "2026-12-01");
        String both = TestTokens.builder()
                .subject("both")
                .roles("catalog-editor", "approver")
                .units(UNIT)
                .name("Người hai vai")
                .token();
        acting(APPROVER, code, etag(code), Map.of("action", "END"))
                .statusCode(409)
                .body("type", equalTo("/problems/end-not-open"));
        acting(both, code, etag(code), body("2026-12-31", "ABOLISHED", List.of()))
                .statusCode(200)
                .body("version.effectiveTo", nullValue())
                .body("proposedEnd.lastDay", equalTo("2026-12-31"));
        acting(EDITOR, code, etag(code), body("2026-12-30", "ABOLISHED", List.of()))
                .statusCode(409)
                .body("allowed", contains("DECLINE_END"));
        acting(both, code, etag(code), Map.of("action", "END"))
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"));
        acting(EDITOR, code, etag(code), Map.of("action", "END")).statusCode(403);
        given().get(PROCEDURES + code + "/versions")
                .then()
                .body("proposedEnd", nullValue())
                .body("items[0].effectiveTo", nullValue());
        as(APPROVER)
                .get(PROCEDURES + code + "/versions")
                .then()
                .body("proposedEnd.by.name", equalTo("Người hai vai"))
                .body("allowedActions", contains("END", "DECLINE_END"));
        acting(APPROVER, code, etag(code), Map.of("action", "DECLINE_END")).statusCode(400);
        acting(APPROVER, code, etag(code), Map.of("action", "DECLINE_END", "reason", "Chưa có quyết định"))
                .statusCode(200)
                .body("proposedEnd", nullValue());
        end(code, "2026-12-31", "ABOLISHED", List.of()).statusCode(200);
        as(EDITOR)
                .get(PROCEDURES + code + "/history")
                .then()
                .body("items.act", org.hamcrest.Matchers.hasItems("END_PROPOSED", "END_DECLINED", "ENDED"))
                .body("items[-2].act", equalTo("END_PROPOSED"));
    }

    @Test
    void an_ended_procedure_comes_back_by_a_draft_after_its_last_day_and_not_by_a_list() {
        String code = "8.300006";
        publish(code, "Thủ tục trở lại", 3, "2026-12-01");
        end(code, "2026-12-31", "ABOLISHED", List.of()).statusCode(200);
        posting(EDITOR)
                .contentType("application/zip")
                .body(OneProcedure.zip(code, "Thủ tục trở lại", 9))
                .post("/api/catalog/imports?effectiveFrom=2027-02-01")
                .then()
                .body("procedures[0].result", equalTo("REFUSED"))
                .body("rows[0].message", startsWith("The procedure ended with 2026-12-31"));
        String id = posting(EDITOR)
                .body(Map.of("code", code, "reason", WHY))
                .post(DRAFTS)
                .path("id");
        write(id, content("Thủ tục trở lại", 4), "2026-12-31").statusCode(200);
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(422);
        write(id, content("Thủ tục trở lại", 4), "2027-02-01").statusCode(200);
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(200);
        act(APPROVER, id, Map.of("action", "APPROVE")).statusCode(200);
        act(APPROVER, id, Map.of("action", "PUBLISH")).statusCode(200).body("publishedVersion", equalTo(2));
        given().queryParam("on", "2027-01-31").get(PROCEDURES + code).then().statusCode(404);
        given().queryParam("on", "2027-02-01")
                .get(PROCEDURES + code)
                .then()
                .body("version", equalTo(2))
                .body("ending", nullValue());
        given().get(PROCEDURES + code + "/versions")
                .then()
                .body("items.effectiveTo", contains("2026-12-31", null))
                .body("items[0].ending.reason", equalTo("ABOLISHED"));
    }

    @Test
    void imports_and_the_first_load_are_in_the_history() {
        Importing.released(OneProcedure.zip("8.300007", "Thủ tục nhập", 9), "2026-12-01");
        as(APPROVER)
                .get(PROCEDURES + "8.300007/history")
                .then()
                .body("items.act", contains("IMPORT_PROPOSED", "IMPORTED"))
                .body("items.byName", contains("Cán bộ catalog-editor", "Cán bộ approver"));
        as(TestTokens.officer("auditor", UNIT))
                .get(PROCEDURES + "1.001193/history")
                .then()
                .body("items[0].act", equalTo("LOADED"))
                .body("items[0].byName", nullValue());
        given().get(PROCEDURES + "1.001193/history").then().statusCode(401);
        as(TestTokens.officer("reception", UNIT))
                .get(PROCEDURES + "1.001193/history")
                .then()
                .statusCode(403);
    }

    @Test
    void what_is_wrong_with_what_is_published_is_told_by_page() {
        Response first = as(EDITOR).queryParam("limit", 2).get("/api/catalog/checks");
        first.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].findings.code.flatten()", org.hamcrest.Matchers.hasItem("ANNOUNCEMENT_MISSING"));
        as(EDITOR)
                .queryParam("limit", 2)
                .queryParam("after", first.<String>path("next"))
                .get("/api/catalog/checks")
                .then()
                .body("items[0].code", org.hamcrest.Matchers.not(equalTo(first.<String>path("items[1].code"))));
        given().get("/api/catalog/checks").then().statusCode(401);
        as(TestTokens.officer("specialist", UNIT))
                .get("/api/catalog/checks")
                .then()
                .statusCode(403);
    }

    private static void states(String code, String... states) {
        given().get(PROCEDURES + code + "/versions").then().statusCode(200).body("items.state", contains(states));
    }

    /** An editor proposes, an approver decides; answers what refused, or the decision. */
    private static ValidatableResponse end(String code, String lastDay, String reason, List<String> successors) {
        ValidatableResponse proposed = acting(EDITOR, code, etag(code), body(lastDay, reason, successors));
        return proposed.extract().statusCode() == 200
                ? acting(APPROVER, code, etag(code), Map.of("action", "END"))
                : proposed;
    }

    private static String etag(String code) {
        return as(APPROVER).get(PROCEDURES + code + "/versions").header("ETag");
    }

    private static ValidatableResponse acting(String token, String code, String ifMatch, Map<String, ?> body) {
        return posting(token)
                .header("If-Match", ifMatch)
                .body(body)
                .post(PROCEDURES + code + "/actions")
                .then();
    }

    private static Map<String, Object> body(String lastDay, String reason, List<String> successors) {
        Map<String, Object> body = new HashMap<>();
        body.put("action", "PROPOSE_END");
        body.put("lastDay", lastDay);
        body.put("endingReason", reason);
        body.put("successors", successors);
        body.put("decisionNumber", "99/QĐ-UBND");
        body.put("decisionDate", "2026-11-20");
        body.put("reason", "Gộp thủ tục");
        return body;
    }
}
