package vn.motcua.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.devstack.SuitePart;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The story of the suite, told once: a copy certified after the cut-off, a birth with a paper missing, a withdrawal that meets a
 * decision, and a dossier that becomes late. It plays on Monday, 23 November 2026; Tuesday is Culture Day.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DossierJourneyIT extends SuiteFixture {
    private static final String COPY = "2.000815";
    private static final String BIRTH = "1.001193";
    private static final String MARITAL_STATUS = "1.004873";

    private static Desk desk;
    private static String willBeLate;

    @BeforeAll
    static void mondayAfterThreeInTheAfternoon() {
        suite().restartServices(until("2026-11-23T15:01:05+07:00"));
        desk = new Desk(suite());
    }

    @Test
    @Order(1)
    void a_copy_certified_after_three_is_due_on_the_next_working_day_and_comes_early() {
        JsonPath opened = desk.open(COPY, Map.of("quantities", Map.of("pages", 3, "copies", 2)));
        String id = opened.getString("id");
        assertThat(opened.getString("stage")).isEqualTo("PREPARING");
        assertThat(opened.getString("reference")).matches("[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(opened.getString("code")).isNull();
        assertThat(desk.tryAct("hoa.reception", id, Map.of("action", "RECEIVE")).statusCode())
                .as("papers are not complete")
                .isEqualTo(409);
        desk.presentAll(id);

        JsonPath received = desk.act("hoa.reception", id, Map.of("action", "RECEIVE"));
        assertThat(received.getString("code")).matches("H52\\.712\\.00-261123-\\d{4}");
        assertThat(OffsetDateTime.parse(received.getString("clock.due")).toInstant())
                .isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
        assertThat(received.getLong("fees.openVnd")).isEqualTo(10_000);
        slipIsPrinted(id, received.getString("code"));
        desk.awaitDossier(id, found -> found.getString("stage").equals("IN_PROCESS"));

        String caseId = desk.awaitCase("tu.specialist", id, found -> true).getString("id");
        desk.propose("tu.specialist", caseId, desk.claim("tu.specialist", caseId));
        desk.onCase("chu.chair", caseId, Map.of("action", "DECIDE"));
        JsonPath decided =
                desk.awaitDossier(id, found -> found.getString("stage").equals("DECIDED"));
        assertThat(decided.getString("clock.punctuality")).isEqualTo("EARLY");
        assertThat(decided.getString("decision.kind")).isEqualTo("GRANTED");

        desk.awaitReturn(id, found -> found.getString("state").equals("ANNOUNCED"));
        var refused = desk.tryHandOver(id);
        assertThat(refused.statusCode()).as("the fee is open").isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/fees-open");
        desk.act("thu.cashier", id, Map.of("action", "PAY", "amountVnd", 10_000, "method", "CASH"));
        desk.awaitReturn(id, found -> !found.getBoolean("feesOpen"));
        desk.handOver(id);

        String cookie = desk.track(opened.getString("reference"), opened.getString("pin"));
        assertThat(desk.inbox(cookie)).contains(received.getString("code")).containsPattern("15:0\\d 23/11/2026");
        var result = given().cookie("motcua_tracking", cookie)
                .get("/api/processing/results/" + decided.getString("decision.resultId"));
        assertThat(result.statusCode()).isEqualTo(200);
        sequencesAreGapless(id);
    }

    @Test
    @Order(2)
    void a_birth_waits_for_a_paper_and_is_registered_on_time_after_it_came() {
        JsonPath opened = desk.open(BIRTH, Map.of());
        String id = opened.getString("id");
        desk.presentAll(id);
        desk.act("hoa.reception", id, Map.of("action", "RECEIVE"));
        String caseId = desk.awaitCase("tu.specialist", id, found -> true).getString("id");
        long fence = desk.claim("tu.specialist", caseId);
        desk.onCase(
                "tu.specialist",
                caseId,
                Map.of(
                        "action",
                        "ASK_SUPPLEMENT",
                        "fence",
                        fence,
                        "reasonCode",
                        "INCOMPLETE",
                        "items",
                        List.of(Map.of("component", BIRTH + "-01", "reasonCode", "ILLEGIBLE"))));
        JsonPath waiting =
                desk.awaitDossier(id, found -> found.getString("stage").equals("AWAITING_SUPPLEMENT"));
        assertThat(waiting.getString("clock.pausedSince")).isNotNull();
        desk.awaitCase("tu.specialist", id, found -> found.getString("state").equals("PAUSED"));

        desk.presentAll(id);
        desk.act("hoa.reception", id, Map.of("action", "SUPPLY"));
        desk.awaitDossier(id, found -> found.getString("stage").equals("IN_PROCESS"));
        JsonPath resumed = desk.awaitCase(
                "tu.specialist", id, found -> !found.getString("state").equals("PAUSED"));
        Long held = resumed.get("holder.fence") == null ? null : resumed.getLong("holder.fence");
        desk.propose("tu.specialist", caseId, held == null ? desk.claim("tu.specialist", caseId) : held);
        assertThat(desk.tryCase("tu.specialist", caseId, Map.of("action", "DECIDE"))
                        .statusCode())
                .as("a specialist does not decide")
                .isEqualTo(403);
        desk.onCase("chu.chair", caseId, Map.of("action", "DECIDE"));
        desk.awaitDossier(id, found -> found.getString("stage").equals("DECIDED"));
        if (!desk.dossier(id).getBoolean("fees.known") || desk.dossier(id).getLong("fees.openVnd") == 0) {
            desk.handOver(id);
        }
        String inbox = desk.inbox(desk.track(opened.getString("reference"), opened.getString("pin")));
        assertThat(inbox).contains("bổ sung");
        sequencesAreGapless(id);
    }

    @Test
    @Order(3)
    void a_withdrawal_that_meets_a_decision_yields_to_it() {
        String id = received(COPY, Map.of("quantities", Map.of("pages", 1, "copies", 1)));
        String caseId = desk.awaitCase("tu.specialist", id, found -> true).getString("id");
        desk.propose("tu.specialist", caseId, desk.claim("tu.specialist", caseId));
        desk.awaitDossier(id, found -> "PROPOSED".equals(found.getString("caseState")));
        suite().kill(SuitePart.KAFKA);
        desk.onCase("chu.chair", caseId, Map.of("action", "DECIDE"));
        JsonPath asked = desk.act("hoa.reception", id, Map.of("action", "ASK_WITHDRAWAL"));
        assertThat(asked.getString("stage")).isEqualTo("WITHDRAWAL_REQUESTED");
        assertThat(desk.tryAct("hoa.reception", id, Map.of("action", "CONFIRM")).statusCode())
                .as("the case has not answered")
                .isEqualTo(409);
        suite().start(SuitePart.KAFKA);

        desk.awaitDossier(id, found -> found.getString("stage").equals("DECIDED"));
        // 412 while the case and the return still tell of themselves
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(desk.tryAct("hoa.reception", id, Map.of("action", "CONFIRM"))
                                .statusCode())
                        .isEqualTo(409));
        JsonPath settled = desk.awaitCase("tu.specialist", id, found -> found.get("pending") == null);
        assertThat(settled.getString("state")).isEqualTo("DECIDED");
        sequencesAreGapless(id);
    }

    @Test
    @Order(4)
    void a_withdrawal_before_a_decision_freezes_the_case_and_stops_the_dossier() {
        String id = received(COPY, Map.of("quantities", Map.of("pages", 1, "copies", 1)));
        desk.awaitCase("tu.specialist", id, found -> true);
        desk.act("hoa.reception", id, Map.of("action", "ASK_WITHDRAWAL", "reason", "Không còn nhu cầu"));
        desk.awaitDossier(id, found -> found.getList("allowedActions").contains("CONFIRM"));
        assertThat(desk.act("hoa.reception", id, Map.of("action", "CONFIRM")).getString("stage"))
                .isEqualTo("STOPPED");
        desk.awaitCase("tu.specialist", id, found -> found.getString("state").equals("CLOSED"));
        sequencesAreGapless(id);
    }

    @Test
    @Order(5)
    void an_officer_of_another_commune_sees_and_does_nothing() {
        String id = received(COPY, Map.of("quantities", Map.of("pages", 1, "copies", 1)));
        assertThat(desk.as("nhai.reception").get("/api/intake/dossiers/" + id).statusCode())
                .isIn(403, 404);
        assertThat(desk.tryAct("nhai.reception", id, Map.of("action", "TRANSFER"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(given().get("/api/intake/dossiers/" + id).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(6)
    void a_dossier_decided_after_its_date_is_late_and_still_handed_over() {
        willBeLate = received(MARITAL_STATUS, Map.of());
        desk.awaitDossier(willBeLate, found -> !found.getString("stage").equals("PREPARING"));
        suite().restartServices(until("2026-12-07T09:00:00+07:00"));
        desk.renewTokens();
        desk.awaitDossier(willBeLate, found -> found.getString("stage").equals("IN_PROCESS"));
        String caseId =
                desk.awaitCase("tu.specialist", willBeLate, found -> true).getString("id");
        desk.propose("tu.specialist", caseId, desk.claim("tu.specialist", caseId));
        desk.onCase("chu.chair", caseId, Map.of("action", "DECIDE"));
        JsonPath decided =
                desk.awaitDossier(willBeLate, found -> found.getString("stage").equals("DECIDED"));
        assertThat(decided.getString("clock.punctuality")).isEqualTo("LATE");
        desk.handOver(willBeLate);
        sequencesAreGapless(willBeLate);
    }

    @Test
    @Order(7)
    void the_register_knows_them_all_by_code() {
        List<String> codes = desk.as("hoa.reception")
                .get("/api/intake/dossiers?unit=" + Desk.MUONG_SAI + "&limit=100")
                .jsonPath()
                .getList("items.code");
        // drafts of other tests have none
        assertThat(codes)
                .filteredOn(Objects::nonNull)
                .hasSizeGreaterThanOrEqualTo(6)
                .doesNotHaveDuplicates();
    }

    private static String received(String procedure, Map<String, Object> more) {
        String id = desk.open(procedure, more).getString("id");
        desk.presentAll(id);
        desk.act("hoa.reception", id, Map.of("action", "RECEIVE"));
        return id;
    }

    private static void slipIsPrinted(String id, String code) {
        List<Map<String, Object>> forms = desk.as("hoa.reception")
                .get("/api/intake/dossiers/" + id + "/forms")
                .jsonPath()
                .getList("items");
        assertThat(forms).hasSize(1);
        var slip = desk.as("hoa.reception")
                .get("/api/intake/dossiers/" + id + "/forms/" + forms.get(0).get("id"));
        assertThat(slip.contentType()).startsWith("text/html");
        assertThat(slip.asString())
                .contains(code)
                .contains("Quàng Thị Vui")
                .contains("17:00 25/11/2026")
                .contains("<svg");
    }

    /** Every published act is there once, in order, on the topic. */
    private static void sequencesAreGapless(String id) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<Integer> sequences = vn.motcua.devstack.TestEvents.poll("dossier.stage-changed").stream()
                    .filter(each -> each.key().equals(id))
                    .map(each -> each.data().get("sequence").asInt())
                    .distinct()
                    .toList();
            int last = desk.dossier(id).getInt("sequence");
            assertThat(sequences)
                    .isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
        });
    }

    private static Duration until(String legal) {
        return Duration.between(Instant.now(), OffsetDateTime.parse(legal).toInstant());
    }
}
