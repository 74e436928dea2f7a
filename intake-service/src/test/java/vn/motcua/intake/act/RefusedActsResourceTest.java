package vn.motcua.intake.act;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.MAI;
import static vn.motcua.intake.Desk.action;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
class RefusedActsResourceTest {
    private static final String VUI = TestTokens.citizen("vui");

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    Catalogue units;

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
    void an_act_names_the_revision_it_has_seen() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        String path = "/api/intake/dossiers/" + id + "/actions";
        String stale = Desk.get(HOA, "/api/intake/dossiers/" + id).header("ETag");
        Desk.presentAll(id);
        Desk.post(HOA, path, null, action("RECEIVE")).then().statusCode(428);
        Desk.post(HOA, path, stale, action("RECEIVE"))
                .then()
                .statusCode(412)
                .body("current.stage", equalTo("PREPARING"))
                .body("current.revision", equalTo(2));
        assertThat(Desk.dossier(HOA, id).getString("stage")).isEqualTo("PREPARING");
    }

    @Test
    void a_repeated_request_gets_the_first_answer_again_and_changes_nothing() {
        Map<String, Object> body = Desk.opening(Desk.COPY, "COUNTER", Map.of());
        String key = UUID.randomUUID().toString();
        Response first = Desk.post(HOA, "/api/intake/dossiers", null, body, key);
        Response again = Desk.post(HOA, "/api/intake/dossiers", null, body, key);
        String id = first.jsonPath().getString("id");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.jsonPath().getString("id")).isEqualTo(id);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));

        Desk.presentAll(id);
        String etag = Desk.get(HOA, "/api/intake/dossiers/" + id).header("ETag");
        String path = "/api/intake/dossiers/" + id + "/actions";
        String code = Desk.post(HOA, path, etag, action("RECEIVE"), key + "r")
                .jsonPath()
                .getString("code");
        Desk.post(HOA, path, etag, action("RECEIVE"), key + "r")
                .then()
                .statusCode(200)
                .body("code", equalTo(code));
        Desk.post(HOA, path, etag, action("ABANDON"), key + "r").then().statusCode(422);
        given().auth()
                .oauth2(HOA)
                .contentType("application/json")
                .header("If-Match", etag)
                .body(action("RECEIVE"))
                .post(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
    }

    @Test
    void what_the_table_does_not_allow_is_answered_with_what_it_allows() {
        String id = Desk.receivedCopy();
        Desk.act(HOA, id, action("RECEIVE"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/action-not-allowed"))
                .body("stage", equalTo("IN_PROCESS"))
                .body("allowed", containsInAnyOrder("ASK_WITHDRAWAL", "CORRECT"));
        assertThat(Desk.dossier(HOA, id).getList("allowedActions"))
                .containsExactlyInAnyOrder("ASK_WITHDRAWAL", "CORRECT");
        assertThat(Desk.dossier(MAI, id).getList("allowedActions")).containsExactly("PAY");
    }

    /** ADR 10. */
    @Test
    void a_cashier_still_sees_a_draft_that_is_paid_and_pays_no_second_time() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Number open = Desk.dossier(MAI, id).get("fees.openVnd");
        Map<String, Object> pay = Map.of("action", "PAY", "amountVnd", open, "method", "CASH");
        Desk.act(MAI, id, pay).then().statusCode(200);
        assertThat(Desk.dossier(MAI, id).getLong("fees.openVnd")).isZero();
        Desk.act(MAI, id, pay).then().statusCode(409);
    }

    @Test
    void bad_bodies_are_answered_with_their_places_and_change_nothing() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Desk.act(HOA, id, Map.of("action", "RECEIVE", "surprise", 1))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-body"));
        Desk.act(HOA, id, action("DECIDE")).then().statusCode(400);
        Desk.act(HOA, id, action("MAGIC")).then().statusCode(400);
        Desk.act(HOA, id, Map.of("action", "REFUSE", "reasonCode", "OUT_OF_COMPETENCE"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        Desk.act(
                        HOA,
                        id,
                        Map.of(
                                "action",
                                "ASK_SUPPLEMENT",
                                "reasonCode",
                                "PAPER_MISSING",
                                "reason",
                                "Thiếu giấy tờ",
                                "items",
                                List.of(Map.of("component", "9.999999-01", "reasonCode", "PAPER_MISSING"))))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/items"));
        Desk.post(HOA, "/api/intake/dossiers", null, Desk.opening("9.999999", "COUNTER", Map.of()))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/procedureCode"));
        Desk.post(
                        HOA,
                        "/api/intake/dossiers",
                        null,
                        Desk.opening(Desk.COPY, "COUNTER", Map.of("quantities", Map.of("pages", 0, "copies", 0))))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/quantities"));
        assertThat(Desk.dossier(HOA, id).getLong("revision")).isEqualTo(1);
    }

    @Test
    void nothing_is_received_with_papers_missing() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Desk.act(HOA, id, action("RECEIVE"))
                .then()
                .statusCode(409)
                .body("guard", equalTo("PAPERS_COMPLETE"))
                .body("missing", contains("2.000815-01"))
                .body("allowed", not(hasItem("RECEIVE")));
        Map<String, Object> paper = Desk.dossier(HOA, id).getMap("papers[0]");
        Desk.paper(id, paper, Map.of("state", "NOT_APPLICABLE")).then().statusCode(400);
        Desk.paper(id, paper, Map.of("state", "NOT_APPLICABLE", "reason", "Đã có trong kho dữ liệu"))
                .then()
                .statusCode(200);
        Desk.done(HOA, id, action("RECEIVE"));
    }

    @Test
    void a_fee_due_at_filing_is_paid_before_the_receipt() {
        String id = Desk.open(HOA, Desk.RESIDENCE, "COUNTER").getString("id");
        Desk.presentAll(id);
        Desk.act(HOA, id, action("RECEIVE"))
                .then()
                .statusCode(409)
                .body("guard", equalTo("FEES_SETTLED"))
                .body("openVnd", equalTo(20000));
        Desk.act(TestTokens.officer("cashier", Desk.QUYNH_NHAI), id, Desk.cash(20000))
                .then()
                .statusCode(404);
        Desk.act(HOA, id, Desk.cash(20000)).then().statusCode(403);
        Desk.act(MAI, id, Desk.cash(19000)).then().statusCode(400).body("violations.pointer", contains("/amountVnd"));
        String etag = Desk.get(MAI, "/api/intake/dossiers/" + id).header("ETag");
        Desk.post(MAI, "/api/intake/dossiers/" + id + "/actions", etag, Desk.cash(20000))
                .then()
                .statusCode(200);
        Desk.get(MAI, "/api/intake/dossiers/" + id).then().statusCode(200);
        assertThat(Desk.done(HOA, id, action("RECEIVE")).getString("stage")).isEqualTo("RECEIVED");
    }

    @Test
    void without_an_established_limit_one_is_agreed_with_its_reason() {
        String id = Desk.open(HOA, Desk.BUSINESS, "COUNTER").getString("id");
        assertThat(Desk.dossier(HOA, id).getBoolean("fees.known")).isFalse();
        Desk.presentAll(id);
        Desk.act(HOA, id, action("RECEIVE")).then().statusCode(409).body("guard", equalTo("LIMIT_KNOWN"));
        Map<String, Object> agreed = new HashMap<>(Map.of("amount", 3, "unit", "WORKING_DAY"));
        Desk.act(HOA, id, Map.of("action", "RECEIVE", "agreedLimit", agreed))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/agreedLimit/reason"));
        agreed.put("reason", "Thỏa thuận với người nộp");
        JsonPath received = Desk.done(HOA, id, Map.of("action", "RECEIVE", "agreedLimit", agreed));
        assertThat(received.getString("clock.due")).isEqualTo("2026-11-27T02:00:00Z");
        assertThat(received.getString("clock.limit.agreedReason")).isEqualTo("Thỏa thuận với người nộp");
    }

    @Test
    void a_limit_that_is_published_cannot_be_agreed_away() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Desk.presentAll(id);
        Map<String, Object> agreed = Map.of("amount", 30, "unit", "DAY", "reason", "lâu hơn");
        Desk.act(HOA, id, Map.of("action", "RECEIVE", "agreedLimit", agreed))
                .then()
                .statusCode(400);
    }

    @Test
    void a_foreign_unit_sees_nothing_and_a_part_without_the_act_may_not_act() {
        String id = Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("competentUnit", Desk.QUYNH_NHAI)))
                .getString("id");
        Desk.presentAll(id);
        String colleague = TestTokens.officer("reception", Desk.MUONG_SAI);
        Desk.get(colleague, "/api/intake/dossiers/" + id).then().statusCode(404);
        assertThat(Desk.done(HOA, id, action("RECEIVE")).getString("code")).startsWith("H52.703.00-261123-");

        String elsewhere = TestTokens.officer("reception", "75-25270-20250701");
        Desk.get(elsewhere, "/api/intake/dossiers/" + id).then().statusCode(404);
        Desk.act(elsewhere, id, action("ASK_WITHDRAWAL")).then().statusCode(404);
        String competent = TestTokens.officer("reception", Desk.QUYNH_NHAI);
        Desk.get(competent, "/api/intake/dossiers/" + id)
                .then()
                .statusCode(200)
                .body("allowedActions.size()", equalTo(0));
        Desk.act(competent, id, action("ASK_WITHDRAWAL")).then().statusCode(403);
        Desk.get(colleague, "/api/intake/dossiers/" + id)
                .then()
                .statusCode(200)
                .body("people.owner.identifier", equalTo("014199001123"));
        String auditor = TestTokens.officer("auditor", Desk.MUONG_SAI);
        Desk.get(auditor, "/api/intake/dossiers/" + id)
                .then()
                .statusCode(200)
                .body("people.owner.identifier", equalTo("014 1xx xxx 123"));
        Desk.act(auditor, id, action("ASK_WITHDRAWAL")).then().statusCode(403);
        String specialist = TestTokens.officer("specialist", Desk.QUYNH_NHAI, "office");
        Desk.get(specialist, "/api/intake/dossiers/" + id).then().statusCode(404);
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, d -> "office".equals(d.getString("department")));
        Desk.get(specialist, "/api/intake/dossiers/" + id).then().statusCode(200);
        Desk.get(TestTokens.officer("specialist", Desk.QUYNH_NHAI, "police"), "/api/intake/dossiers/" + id)
                .then()
                .statusCode(404);
        given().get("/api/intake/dossiers/" + id).then().statusCode(401);
    }

    @Test
    void an_online_dossier_belongs_to_the_account_that_opened_it() {
        String id = Desk.open(VUI, Desk.BIRTH, "ONLINE").getString("id");
        String tuan = TestTokens.citizen("tuan");
        Desk.get(tuan, "/api/intake/dossiers/" + id).then().statusCode(404);
        Desk.get(HOA, "/api/intake/dossiers/" + id).then().statusCode(404);
        JsonPath submitted = Desk.done(VUI, id, action("SUBMIT"));
        assertThat(submitted.getString("stage")).isEqualTo("SUBMITTED");
        assertThat(submitted.getString("clock.acknowledgeBy")).isEqualTo("2026-11-25T02:30:00Z");
        Desk.act(tuan, id, action("ABANDON")).then().statusCode(404);
        Desk.act(VUI, id, action("RECEIVE")).then().statusCode(403);
        Desk.get(HOA, "/api/intake/dossiers/" + id).then().statusCode(200).body("allowedActions", hasItem("REFUSE"));
        Desk.post(VUI, "/api/intake/dossiers", null, Desk.opening(Desk.BIRTH, "COUNTER", Map.of()))
                .then()
                .statusCode(403);
        Desk.post(
                        HOA,
                        "/api/intake/dossiers",
                        null,
                        Desk.opening(Desk.BIRTH, "COUNTER", Map.of("receivingUnit", Desk.QUYNH_NHAI)))
                .then()
                .statusCode(403);
    }

    @Test
    void by_post_the_hand_over_record_is_given_and_lies_in_the_last_working_day() {
        String id = Desk.open(HOA, Desk.BIRTH, "POST").getString("id");
        Desk.act(HOA, id, action("RECEIVE")).then().statusCode(409);
        for (String wrong : List.of("2026-11-23T02:01:00Z", "2026-11-19T09:00:00Z")) {
            Desk.act(HOA, id, Map.of("action", "SUBMIT", "handOverAt", wrong))
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/handOverAt"));
        }
        Desk.act(HOA, id, action("SUBMIT")).then().statusCode(400);
        Desk.done(HOA, id, Map.of("action", "SUBMIT", "handOverAt", "2026-11-20T09:00:00Z"));
        Desk.presentAll(id);
        JsonPath received = Desk.done(HOA, id, action("RECEIVE"));
        assertThat(received.getString("clock.receivedAt")).isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void by_post_no_dossier_is_opened_of_a_procedure_that_takes_none() {
        Desk.post(HOA, "/api/intake/dossiers", null, Desk.opening(Desk.COPY, "POST", Map.of()))
                .then()
                .statusCode(409)
                .body("type", org.hamcrest.Matchers.endsWith("post-not-offered"))
                .body("violations.pointer", contains("/procedureCode"));
    }

    private static List<String> supplementForms(String id) {
        List<String> hrefs = Desk.get(HOA, "/api/intake/dossiers/" + id + "/forms")
                .jsonPath()
                .getList("items.findAll { it.form == '02' }.href");
        return hrefs.stream()
                .map(href ->
                        given().auth().oauth2(HOA).accept("text/html").get(href).asString())
                .toList();
    }

    @Test
    void a_supplement_is_asked_once_unless_on_a_legal_ground_and_before_receipt_starts_legal_time_anew() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Map<String, Object> ask = Map.of(
                "action",
                "ASK_SUPPLEMENT",
                "reasonCode",
                "PAPER_MISSING",
                "reason",
                "Thiếu bản chính",
                "items",
                List.of(Map.of(
                        "component", "2.000815-01", "reasonCode", "PAPER_MISSING", "note", "Mang theo bản chính")));
        JsonPath asked = Desk.done(HOA, id, ask);
        assertThat(asked.getString("stage")).isEqualTo("AWAITING_SUPPLEMENT");
        assertThat(asked.getInt("step")).isEqualTo(3);
        assertThat(asked.getString("papers[0].asked.note")).isEqualTo("Mang theo bản chính");
        clock.setLegal("2026-11-23T14:00");
        JsonPath supplied = Desk.done(HOA, id, action("SUPPLY"));
        assertThat(supplied.getString("stage")).isEqualTo("PREPARING");
        clock.setLegal("2026-11-23T14:30");
        Desk.act(HOA, id, ask).then().statusCode(409).body("guard", equalTo("FIRST_SUPPLEMENT"));
        Map<String, Object> again = new HashMap<>(ask);
        again.put("groundCode", "FORMER_UNIT_NAME");
        Desk.act(HOA, id, again).then().statusCode(409).body("violations.pointer", hasItem("/groundCode"));
        again.put("groundCode", "LAW_CHANGED");
        Desk.act(HOA, id, again).then().statusCode(400).body("violations.pointer", contains("/ground"));
        again.put("ground", "Khoản 2 Điều 7 Nghị định 23/2015/NĐ-CP");
        JsonPath further = Desk.done(HOA, id, again);
        assertThat(further.getString("stage")).isEqualTo("AWAITING_SUPPLEMENT");
        assertThat(further.getInt("supplement.requests")).isEqualTo(2);
        assertThat(further.getString("supplement.groundCode")).isEqualTo("LAW_CHANGED");
        assertThat(further.getBoolean("papers[0].asked.open")).isTrue();
        assertThat(supplementForms(id))
                .hasSize(2)
                .filteredOn(form -> form.contains("yêu cầu bổ sung lần thứ 2"))
                .singleElement()
                .asString()
                .contains("Khoản 2 Điều 7 Nghị định 23/2015/NĐ-CP", "quy định pháp luật thay đổi")
                .doesNotContain("chỉ được yêu cầu một lần, với đầy đủ");
        clock.setLegal("2026-11-23T15:00");
        Desk.done(HOA, id, action("SUPPLY"));
        JsonPath received = Desk.done(HOA, id, action("RECEIVE"));
        assertThat(received.getString("clock.receivedAt")).isEqualTo("2026-11-23T08:00:00Z");
        Desk.act(HOA, id, action("SUPPLY")).then().statusCode(409);
    }

    @Test
    void without_an_agency_code_of_the_competent_unit_nothing_is_received() {
        String unit = "14-99999-20250701";
        Desk.publishUnit(unit);
        Awaitility.await().until(() -> units.unit(unit).isPresent());
        String id = Desk.open(HOA, Desk.opening(Desk.COPY, "COUNTER", Map.of("competentUnit", unit)))
                .getString("id");
        Desk.presentAll(id);
        Desk.act(HOA, id, action("RECEIVE"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/agency-code-missing"));
        assertThat(Desk.dossier(HOA, id).getString("stage")).isEqualTo("PREPARING");
    }

    @Test
    void a_correction_needs_its_reason_and_leaves_its_trace() {
        String id = Desk.receivedCopy();
        Desk.act(HOA, id, action("CORRECT")).then().statusCode(400);
        JsonPath corrected = Desk.done(
                HOA,
                id,
                Map.of(
                        "action",
                        "CORRECT",
                        "reason",
                        "Gõ sai tên",
                        "owner",
                        Map.of("name", "Quàng Thị Vui Mới"),
                        "quantities",
                        Map.of("pages", 1, "copies", 1)));
        assertThat(corrected.getString("people.owner.name")).isEqualTo("Quàng Thị Vui Mới");
        assertThat(corrected.getLong("fees.openVnd")).isEqualTo(2000);
        assertThat(corrected.getString("stage")).isEqualTo("IN_PROCESS");
        JsonPath history =
                Desk.get(HOA, "/api/intake/dossiers/" + id + "/history").jsonPath();
        assertThat(history.getString("items[-1].reason")).isEqualTo("Gõ sai tên");
    }

    @Test
    void a_new_pin_is_shown_once_and_only_by_reception() {
        JsonPath opened = Desk.open(HOA, Desk.COPY, "COUNTER");
        String path = "/api/intake/dossiers/" + opened.getString("id") + "/pin";
        Desk.post(HOA, path, null, Map.of()).then().statusCode(428);
        Desk.post(MAI, path, "\"1\"", Map.of()).then().statusCode(403);
        Response renewed = Desk.post(HOA, path, "\"1\"", Map.of());
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(renewed.jsonPath().getString("pin")).matches("[0-9]{6}");
        assertThat(renewed.header("ETag")).isEqualTo("\"2\"");
    }
}
