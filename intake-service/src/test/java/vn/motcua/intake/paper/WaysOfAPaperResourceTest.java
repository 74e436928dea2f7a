package vn.motcua.intake.paper;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.ContractExamples;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.file.SamplePdf;
import vn.motcua.platform.sql.Sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
class WaysOfAPaperResourceTest {
    private static final String REPLACED = "9.000001";
    private static final String DATA = "Cơ sở dữ liệu quốc gia về dân cư";
    private static final String THERE = TestTokens.officer("reception", "14-03703-20250701");

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    // reused from an earlier dossier

    @Test
    void a_person_reuses_a_paper_of_their_own_earlier_dossier_with_its_origin_and_a_copy_of_its_own() {
        String vui = TestTokens.citizen("vui-reuses");
        String number = number();
        String before = filed(vui, number, "the same paper");
        String now = opened(vui, number);
        Map<String, Object> open = paper(vui, now, 0);
        Desk.get(vui, path(now, open) + "/earlier")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].dossierId", equalTo(before))
                .body("items[0].component", equalTo(open.get("component")))
                .body("items[0].name", notNullValue())
                .body("items[0].pages", equalTo(1))
                .body("items[0].expired", equalTo(false));
        reuse(vui, now, open, wish(before, open, false))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/consent"));
        reuse(vui, now, open, wish(before, open, true)).then().statusCode(200).body("state", equalTo("REUSED"));
        Map<String, Object> reused = paper(vui, now, 0);
        assertThat(origin(reused))
                .containsEntry("dossierId", before)
                .containsEntry("component", open.get("component"))
                .containsEntry("checkedBy", "PERSON")
                .containsKey("consentAt");
        assertThat(Desk.get(vui, path(now, open) + "/content").asByteArray())
                .isEqualTo(SamplePdf.bytes("the same paper"));
        reuse(vui, now, open, wish(before, open, true)).then().statusCode(412);
    }

    @Test
    void nobody_finds_papers_of_another_person_or_that_somebody_else_filed() {
        String number = number();
        String before = filed(TestTokens.citizen("first-account"), number, "a paper");
        String second = TestTokens.citizen("second-account");
        String same = opened(second, number);
        Map<String, Object> open = paper(second, same, 0);
        Desk.get(second, path(same, open) + "/earlier").then().statusCode(200).body("items.size()", equalTo(0));
        reuse(second, same, open, wish(before, open, true)).then().statusCode(404);
        String other = opened(TestTokens.citizen("first-account"), number());
        Desk.get(TestTokens.citizen("first-account"), path(other, open) + "/earlier")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        reuse(
                        TestTokens.citizen("first-account"),
                        other,
                        paper(TestTokens.citizen("first-account"), other, 0),
                        wish(before, open, true))
                .then()
                .statusCode(404);
    }

    @Test
    void an_officer_reuses_papers_of_dossiers_of_the_own_unit_only() {
        String number = number();
        String before = filed(TestTokens.citizen("vui-earlier"), number, "seen at the counter");
        String now = Desk.open(HOA, Desk.opening(Desk.BIRTH, "COUNTER", Map.of("owner", owner(number))))
                .getString("id");
        Map<String, Object> open = paper(HOA, now, 0);
        Desk.get(HOA, path(now, open) + "/earlier").then().statusCode(200).body("items.size()", equalTo(1));
        assertThat(read(before)).isZero();
        reuse(HOA, now, open, wish(before, open, true)).then().statusCode(200);
        assertThat(origin(paper(HOA, now, 0))).containsEntry("checkedBy", "OFFICER");
        assertThat(read(before)).as("the file of the other dossier was read").isEqualTo(1);
        Map<String, Object> elsewhere = new HashMap<>(Map.of("owner", owner(number)));
        for (String unit : List.of("receivingUnit", "competentUnit", "returningUnit")) {
            elsewhere.put(unit, "14-03703-20250701");
        }
        String there =
                Desk.open(THERE, Desk.opening(Desk.BIRTH, "COUNTER", elsewhere)).getString("id");
        Desk.get(THERE, path(there, open) + "/earlier").then().statusCode(200).body("items.size()", equalTo(0));
        reuse(THERE, there, paper(THERE, there, 0), wish(before, open, true))
                .then()
                .statusCode(404);
    }

    @Test
    void a_paper_whose_last_day_is_over_is_not_taken_over() {
        String vui = TestTokens.citizen("vui-expired");
        String number = number();
        String before = filed(vui, number, "an old paper");
        String now = opened(vui, number);
        Map<String, Object> open = paper(vui, now, 0);
        Map<String, Object> expired = new HashMap<>(wish(before, open, true));
        expired.put("validUntil", "2020-01-31");
        reuse(vui, now, open, expired)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/paper-expired"))
                .body("detail", org.hamcrest.Matchers.containsString("31/01/2020"));
        expired.put("validUntil", "+999999999-12-31");
        reuse(vui, now, open, expired).then().statusCode(400);
        expired.put("validUntil", "2199-01-31");
        reuse(vui, now, open, expired).then().statusCode(200).body("validUntil", equalTo("2199-01-31"));
    }

    @Test
    void an_owner_without_a_number_has_no_earlier_papers() {
        String id = Desk.open(HOA, Desk.opening(Desk.BIRTH, "COUNTER", Map.of("owner", Map.of("name", "Lường Văn Ún"))))
                .getString("id");
        Desk.get(HOA, path(id, paper(HOA, id, 0)) + "/earlier")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    // taken from data

    @Test
    void a_paper_whose_data_replace_it_is_taken_from_them_by_officer_or_person() {
        published();
        String id = Desk.open(HOA, REPLACED, "COUNTER").getString("id");
        Map<String, Object> paper = paper(HOA, id, 0);
        assertThat(paper).containsEntry("replacedBy", DATA);
        Desk.paper(id, paper, Map.of("state", "TAKEN_FROM_DATA", "reason", "Đã đối chiếu, còn hiệu lực"))
                .then()
                .statusCode(200)
                .body("open", equalTo(false))
                .body("dataSource", equalTo(DATA));
        assertThat(origin(paper(HOA, id, 0))).containsEntry("checkedBy", "OFFICER");
        String vui = TestTokens.citizen("vui-data");
        String own = Desk.open(vui, REPLACED, "ONLINE").getString("id");
        enter(vui, own, paper(vui, own, 0), Map.of("state", "TAKEN_FROM_DATA"))
                .then()
                .statusCode(200);
        assertThat(origin(paper(vui, own, 0))).containsEntry("checkedBy", "PERSON");
    }

    @Test
    void what_no_data_replace_is_not_taken_from_data() {
        String id = Desk.open(HOA, Desk.BIRTH, "COUNTER").getString("id");
        Desk.paper(id, paper(HOA, id, 0), Map.of("state", "TAKEN_FROM_DATA"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-data-replace"));
    }

    // missing with the reason

    @Test
    void a_missing_paper_says_why_and_stays_open() {
        String vui = TestTokens.citizen("vui-misses");
        String id = Desk.open(vui, Desk.BIRTH, "ONLINE").getString("id");
        enter(vui, id, paper(vui, id, 0), Map.of("state", "MISSING", "reason", "Đang xin cấp lại"))
                .then()
                .statusCode(200)
                .body("open", equalTo(true))
                .body("reason", equalTo("Đang xin cấp lại"));
        enter(vui, id, paper(vui, id, 0), Map.of("state", "PRESENTED")).then().statusCode(403);
        enter(vui, id, paper(vui, id, 0), Map.of("state", "NOT_APPLICABLE", "reason", "x"))
                .then()
                .statusCode(403);
    }

    // nothing beyond the published list

    @Test
    void a_supplement_asks_for_papers_of_the_frozen_list_only() {
        String id = Desk.open(HOA, Desk.BIRTH, "COUNTER").getString("id");
        Desk.act(
                        HOA,
                        id,
                        Map.of(
                                "action",
                                "ASK_SUPPLEMENT",
                                "items",
                                List.of(Map.of("component", "1.001193-99", "reasonCode", "MISSING"))))
                .then()
                .statusCode(400);
        assertThat(Desk.dossier(HOA, id).getString("stage")).isEqualTo("PREPARING");
    }

    private int read(String dossier) {
        return Sql.query(
                        source,
                        "select count(*) from person_reading where dossier_id = ? and what = 'PAPER'",
                        row -> row.getInt(1),
                        UUID.fromString(dossier))
                .get(0);
    }

    private static String number() {
        return String.valueOf(
                100_000_000_000L + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 899_999_999_999L));
    }

    private static Map<String, Object> owner(String number) {
        return Map.of("name", "Quàng Thị Vui", "identifierKind", "CITIZEN_NUMBER", "identifier", number);
    }

    private static String opened(String token, String number) {
        return Desk.open(token, Desk.opening(Desk.BIRTH, "ONLINE", Map.of("owner", owner(number))))
                .getString("id");
    }

    private static String filed(String token, String number, String text) {
        String id = opened(token, number);
        given().auth()
                .oauth2(token)
                .header("If-Match", paper(token, id, 0).get("etag"))
                .body(SamplePdf.bytes(text))
                .contentType("application/pdf")
                .put(path(id, paper(token, id, 0)) + "/content")
                .then()
                .statusCode(200);
        Desk.done(token, id, action("SUBMIT"));
        return id;
    }

    private static Map<String, Object> wish(String dossier, Map<String, Object> paper, boolean consent) {
        return Map.of("dossierId", dossier, "component", paper.get("component"), "consent", consent);
    }

    private static Response reuse(String token, String id, Map<String, Object> paper, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", paper.get("etag"))
                .body(body)
                .put(path(id, paper) + "/reused");
    }

    private static Response enter(String token, String id, Map<String, Object> paper, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", paper.get("etag"))
                .body(body)
                .put(path(id, paper));
    }

    private static Map<String, Object> paper(String token, String id, int position) {
        return Desk.dossier(token, id).getMap("papers[" + position + "]");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> origin(Map<String, Object> paper) {
        return (Map<String, Object>) paper.get("origin");
    }

    private static String path(String id, Map<String, Object> paper) {
        return "/api/intake/dossiers/" + id + "/papers/" + paper.get("component");
    }

    private static void published() {
        ContractExamples.Example birth = ContractExamples.of("catalog.procedures").stream()
                .filter(each -> each.key().startsWith(Desk.BIRTH + "@"))
                .findFirst()
                .orElseThrow();
        ObjectNode data = birth.data().deepCopy();
        data.put("code", REPLACED);
        ((ObjectNode) data.get("components").get(0)).put("replacedBy", DATA);
        String key = REPLACED + "@" + data.get("version").asInt();
        TestEvents.publish("catalog.procedures", key, birth.type(), UUID.randomUUID(), data.toString());
        Awaitility.await()
                .until(() -> Desk.post(HOA, "/api/intake/dossiers", null, Desk.opening(REPLACED, "COUNTER", Map.of()))
                                .statusCode()
                        == 201);
    }
}
