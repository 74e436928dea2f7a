package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestEvents.Received;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CaseResourceTest {
    private static final String CLAIM = "{\"action\":\"CLAIM\"}";
    private static final String DECIDE = "{\"action\":\"DECIDE\"}";

    @Inject
    MovableClock clock;

    private final String specialist = token("specialist");
    private final String approver = token("approver");
    private final String director = token("director");

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void a_case_goes_from_transfer_to_a_decision_that_the_dossier_takes() {
        Sample sample = Sample.opened(BIRTH);
        JsonNode open = sample.read(specialist);
        assertThat(open.get("state").asText()).isEqualTo("OPEN");
        assertThat(open.get("department").asText()).isEqualTo("office");
        assertThat(open.get("allowedActions")).extracting(JsonNode::asText).containsExactly("CLAIM");

        long fence = sample.claim(specialist);
        sample.propose(specialist, fence).then().statusCode(200).body("state", equalTo("PROPOSED"));
        sample.act(approver, DECIDE)
                .then()
                .statusCode(200)
                .body("state", equalTo("DECIDED"))
                .body("pending.act", equalTo("DECIDE"))
                .body("allowedActions.size()", equalTo(0));

        Received decide = sample.awaitAct("DECIDE");
        assertThat(decide.data().at("/payload/decisionKind").asText()).isEqualTo("GRANTED");
        assertThat(decide.data().at("/actor/role").asText()).isEqualTo("approver");
        assertThat(decide.data().get("basedOnSequence").asLong()).isEqualTo(1);
        sample.applied(decide.id(), "DECIDED", "DECIDE");
        JsonNode decided = sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(decided.get("state").asText()).isEqualTo("DECIDED");
        assertThat(decided.get("result").asText()).isEqualTo(decide.data().at("/payload/resultId").asText());
        assertThat(sample.acts()).containsExactly("OPENED", "CLAIMED", "PROPOSED", "DECIDE");
    }

    @Test
    void a_decision_that_the_dossier_refuses_is_taken_back_and_says_why() {
        Sample sample = proposed(BIRTH);
        sample.act(approver, DECIDE).then().statusCode(200);
        sample.refused(sample.awaitAct("DECIDE").id(), "DECIDE", "STALE");
        JsonNode back = sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(back.get("state").asText()).isEqualTo("PROPOSED");
        assertThat(back.at("/refusal/act").asText()).isEqualTo("DECIDE");
        assertThat(back.at("/refusal/reasonCode").asText()).isEqualTo("STALE");
        assertThat(back.get("result").isNull()).isTrue();
        assertThat(back.get("allowedActions")).extracting(JsonNode::asText).containsExactly("SEND_BACK", "DECIDE");

        sample.act(approver, DECIDE).then().statusCode(200).body("refusal", equalTo(null));
        sample.applied(sample.awaitAct("DECIDE", 2).id(), "DECIDED", "DECIDE");
        sample.awaitSeen(approver, seen -> seen.get("pending").isNull()
                && seen.get("state").asText().equals("DECIDED"));
    }

    @Test
    void of_sixteen_claims_at_once_one_wins_and_the_others_are_told_who_holds_the_case() throws Exception {
        Sample sample = Sample.opened(BIRTH);
        String etag = sample.get(specialist).header("ETag");
        List<Callable<Response>> claims = IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Response>) () ->
                        sample.act(officer("officer-" + i), CLAIM, etag, UUID.randomUUID().toString()))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Response> answers = pool.invokeAll(claims).stream()
                    .map(f -> {
                        try {
                            return f.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(answers).filteredOn(r -> r.statusCode() == 200).hasSize(1);
            String winner = answers.stream()
                    .filter(r -> r.statusCode() == 200)
                    .findFirst()
                    .orElseThrow()
                    .path("holder.name");
            assertThat(answers).filteredOn(r -> r.statusCode() != 200).hasSize(15).allSatisfy(lost -> lost.then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/case-held"))
                    .body("held.by", equalTo(winner))
                    .body("held.since", notNullValue())
                    .body("held.until", notNullValue()));
        } finally {
            pool.shutdownNow();
        }
        sample.awaitAct("CLAIMED");
        assertThat(sample.acts()).containsExactly("OPENED", "CLAIMED");
    }

    @Test
    void a_supplement_pauses_the_case_and_its_supply_brings_it_back_to_the_queue() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(specialist, supplement(fence, BIRTH + "-02"))
                .then()
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("pending.act", equalTo("ASK_SUPPLEMENT"));
        Received asked = sample.awaitAct("ASK_SUPPLEMENT");
        assertThat(asked.data().at("/payload/items/0/component").asText()).isEqualTo(BIRTH + "-02");
        sample.applied(asked.id(), "AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        JsonNode paused = sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        assertThat(paused.get("state").asText()).isEqualTo("PAUSED");
        assertThat(paused.get("holder").isNull()).isTrue();
        assertThat(paused.get("allowedActions")).isEmpty();
        sample.act(specialist, CLAIM).then().statusCode(409).body("type", equalTo("/problems/act-not-allowed"));

        sample.due("2026-12-01T10:00:00Z").stage("IN_PROCESS", "SUPPLY");
        JsonNode resumed = sample.awaitSeen(specialist, seen -> seen.get("state").asText().equals("OPEN"));
        assertThat(resumed.get("due").asText()).isEqualTo("2026-12-01T10:00:00Z");
    }

    @Test
    void a_refused_supplement_gives_the_case_back_to_its_holder_with_the_same_claim() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(specialist, supplement(fence, BIRTH + "-01")).then().statusCode(200);
        sample.refused(sample.awaitAct("ASK_SUPPLEMENT").id(), "ASK_SUPPLEMENT", "FIRST_SUPPLEMENT");
        JsonNode back = sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        assertThat(back.get("state").asText()).isEqualTo("CLAIMED");
        assertThat(back.at("/holder/fence").asLong()).isEqualTo(fence);
        assertThat(back.at("/refusal/reasonCode").asText()).isEqualTo("FIRST_SUPPLEMENT");
        sample.propose(specialist, fence).then().statusCode(200);
    }

    @Test
    void a_paper_that_is_not_of_the_procedure_is_not_asked_for() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(specialist, supplement(fence, COPY + "-01"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-component"))
                .body("violations[0].pointer", equalTo("/items/0/component"));
        sample.act(specialist, "{\"action\":\"ASK_SUPPLEMENT\",\"fence\":%d,\"items\":[],\"reasonCode\":\"X\"}".formatted(fence))
                .then()
                .statusCode(400);
        assertThat(sample.read(specialist).get("state").asText()).isEqualTo("CLAIMED");
    }

    @Test
    void a_payment_pauses_and_pay_resumes() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(
                        specialist,
                        "{\"action\":\"ASK_PAYMENT\",\"fence\":%d,\"amountVnd\":120000,\"reasonCode\":\"LAND_DUTY\"}"
                                .formatted(fence))
                .then()
                .statusCode(200);
        Received asked = sample.awaitAct("ASK_PAYMENT");
        assertThat(asked.data().at("/payload/amountVnd").asLong()).isEqualTo(120000);
        sample.applied(asked.id(), "AWAITING_PAYMENT", "ASK_PAYMENT");
        sample.stage("IN_PROCESS", "PAY");
        sample.awaitSeen(specialist, seen -> seen.get("state").asText().equals("OPEN"));
    }

    @Test
    void an_extension_is_asked_by_the_specialist_granted_by_the_director_and_taken_by_the_dossier() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(director, "{\"action\":\"EXTEND\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/extension-not-asked"));
        String ask = "{\"action\":\"ASK_EXTENSION\",\"fence\":%d,\"newDue\":\"%s\",\"reasonCode\":\"VERIFICATION_NEEDED\"}";
        sample.act(specialist, ask.formatted(fence, "2026-11-26T10:00:00Z"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/due-not-later"));
        sample.act(specialist, ask.formatted(fence, "2026-12-02T10:00:00Z"))
                .then()
                .statusCode(200)
                .body("extension.newDue", equalTo("2026-12-02T10:00:00Z"));
        sample.act(specialist, "{\"action\":\"EXTEND\"}")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/act-not-yours"));
        sample.act(director, "{\"action\":\"EXTEND\"}").then().statusCode(200);
        Received extend = sample.awaitAct("EXTEND");
        assertThat(extend.data().at("/payload/newDue").asText()).isEqualTo("2026-12-02T10:00:00Z");
        sample.due("2026-12-02T10:00:00Z").applied(extend.id(), "IN_PROCESS", "EXTEND");
        JsonNode extended = sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        assertThat(extended.get("due").asText()).isEqualTo("2026-12-02T10:00:00Z");
        assertThat(extended.get("extension").isNull()).isTrue();
        assertThat(extended.at("/holder/fence").asLong()).isEqualTo(fence);
        sample.act(specialist, ask.formatted(fence, "2026-12-09T10:00:00Z"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/extension-not-possible"));
    }

    @Test
    void a_proposal_sent_back_lies_with_its_author_under_a_new_claim() {
        Sample sample = proposed(BIRTH);
        sample.act(approver, "{\"action\":\"SEND_BACK\",\"reasonCode\":\"RESULT_INCOMPLETE\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLAIMED"));
        JsonNode back = sample.read(specialist);
        assertThat(back.get("sentBackReason").asText()).isEqualTo("RESULT_INCOMPLETE");
        assertThat(back.at("/holder/fence").asLong()).isEqualTo(2);
        assertThat(back.at("/holder/mine").asBoolean()).isTrue();
        sample.propose(specialist, 2).then().statusCode(200).body("sentBackReason", equalTo(null));
    }

    @Test
    void who_proposed_does_not_decide_unless_the_procedure_is_single_hand() {
        String both = TestTokens.builder()
                .subject("both")
                .roles("specialist", "approver")
                .units(UNIT)
                .department("office")
                .name("Lò Văn Cả")
                .token();
        Sample twoHands = Sample.opened(BIRTH);
        twoHands.propose(both, twoHands.claim(both)).then().statusCode(200);
        twoHands.act(both, DECIDE).then().statusCode(409).body("type", equalTo("/problems/same-hand"));
        twoHands.act(approver, DECIDE).then().statusCode(200);

        Sample oneHand = Sample.opened(COPY);
        oneHand.propose(approver, oneHand.claim(approver)).then().statusCode(200);
        oneHand.act(approver, DECIDE).then().statusCode(200).body("state", equalTo("DECIDED"));
    }

    @Test
    void an_approver_claims_only_what_one_hand_may_do() {
        Sample sample = Sample.opened(BIRTH);
        sample.act(approver, CLAIM).then().statusCode(409).body("type", equalTo("/problems/single-hand-only"));
    }

    @Test
    void a_refusal_needs_its_ground_and_a_grant_has_none() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        String result = sample.upload(specialist, fence);
        String propose = "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"%s\",\"groundCode\":%s,\"resultId\":\"%s\"}";
        sample.act(specialist, propose.formatted(fence, "REFUSED", "null", result))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/ground-missing"));
        sample.act(specialist, propose.formatted(fence, "GRANTED", "\"LAW_1\"", result)).then().statusCode(422);
        sample.act(specialist, propose.formatted(fence, "REFUSED", "\"CONDITIONS_NOT_MET\"", UUID.randomUUID()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/result-missing"));
        sample.act(specialist, propose.formatted(fence, "REFUSED", "\"CONDITIONS_NOT_MET\"", result))
                .then()
                .statusCode(200);
        sample.act(approver, DECIDE).then().statusCode(200);
        assertThat(sample.awaitAct("DECIDE").data().at("/payload/groundCode").asText())
                .isEqualTo("CONDITIONS_NOT_MET");
    }

    @Test
    void a_lease_that_runs_out_gives_the_case_back_and_the_old_number_is_refused() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        clock.advance(Duration.ofHours(4).plusSeconds(1));
        sample.awaitAct("RELEASED");
        assertThat(sample.awaitAct("RELEASED").data().at("/actor/role").asText()).isEqualTo("clock");
        sample.act(specialist, "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(fence))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/case-not-held"));
        String second = officer("second");
        long newer = sample.claim(second);
        assertThat(newer).isGreaterThan(fence);
        sample.act(specialist, supplement(fence, BIRTH + "-01"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"))
                .body("held.by", equalTo("Cán bộ second"))
                .body("held.since", notNullValue());
        sample.act(second, supplement(fence, BIRTH + "-01"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"));
    }

    @Test
    void a_claim_is_renewed_by_its_holder_under_the_same_number() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        clock.advance(Duration.ofHours(3));
        sample.act(specialist, "{\"action\":\"CLAIM\",\"fence\":%d}".formatted(fence))
                .then()
                .statusCode(200)
                .body("holder.fence", equalTo((int) fence));
        clock.advance(Duration.ofHours(2));
        sample.propose(specialist, fence).then().statusCode(200);
        assertThat(sample.acts()).doesNotContain("RELEASED");
    }

    @Test
    void the_holder_of_another_department_takes_what_was_handed_on() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        String handOn = "{\"action\":\"HAND_ON\",\"fence\":%d,\"toDepartment\":\"%s\"}";
        sample.act(specialist, handOn.formatted(fence, "unrouted"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-department"));
        String etag = sample.get(specialist).header("ETag");
        sample.act(specialist, handOn.formatted(fence, "economy"), etag, UUID.randomUUID().toString())
                .then()
                .statusCode(200)
                .body("department", equalTo("economy"))
                .body("state", equalTo("OPEN"));
        Received handed = sample.awaitAct("HANDED_ON");
        assertThat(handed.data().at("/payload/fromDepartment").asText()).isEqualTo("office");
        sample.get(specialist).then().statusCode(404);
        sample.claim(TestTokens.officer("specialist", UNIT, "economy"));
    }

    @Test
    void a_director_reassigns_and_the_former_holder_is_told() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(director, "{\"action\":\"REASSIGN\",\"assignee\":\"third\",\"assigneeName\":\"Lò Thị Ba\"}")
                .then()
                .statusCode(200)
                .body("holder.name", equalTo("Lò Thị Ba"))
                .body("holder.mine", equalTo(false))
                .body("holder.fence", equalTo(null));
        sample.act(specialist, "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(fence))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"));
        long newFence = sample.read(officer("third")).at("/holder/fence").asLong();
        sample.act(officer("third"), "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(newFence))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    @Test
    void a_wrong_result_is_replaced_by_a_new_one_that_names_it() {
        Sample sample = decided(BIRTH);
        String first = sample.read(approver).get("result").asText();
        sample.act(approver, "{\"action\":\"REISSUE\",\"resultId\":\"%s\"}".formatted(first))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/result-missing"));
        String second = sample.upload(approver, null);
        sample.act(approver, "{\"action\":\"REISSUE\",\"resultId\":\"%s\"}".formatted(second)).then().statusCode(200);
        Received reissue = sample.awaitAct("REISSUE");
        assertThat(reissue.data().at("/payload/replaces").asText()).isEqualTo(first);
        sample.refused(reissue.id(), "REISSUE", "ACTION_NOT_ALLOWED");
        JsonNode back = sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(back.get("result").asText()).isEqualTo(first);
        sample.act(approver, "{\"action\":\"REISSUE\",\"resultId\":\"%s\"}".formatted(second)).then().statusCode(200);
        sample.applied(sample.awaitAct("REISSUE", 2).id(), "DECIDED", "REISSUE");
        JsonNode after = sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(after.get("result").asText()).isEqualTo(second);
        assertThat(after.get("state").asText()).isEqualTo("DECIDED");
    }

    @Test
    void others_neither_see_nor_touch_a_case() {
        Sample sample = Sample.opened(BIRTH);
        String etag = sample.get(specialist).header("ETag");
        for (String stranger : List.of(
                TestTokens.officer("specialist", OTHER_UNIT),
                TestTokens.officer("specialist", UNIT, "economy"),
                TestTokens.officer("approver", OTHER_UNIT),
                TestTokens.officer("director", OTHER_UNIT))) {
            sample.get(stranger).then().statusCode(404).body("type", equalTo("/problems/case-not-found"));
            sample.act(stranger, CLAIM, etag, UUID.randomUUID().toString()).then().statusCode(404);
        }
        sample.get(TestTokens.officer("reception", UNIT)).then().statusCode(200).body("allowedActions.size()", equalTo(0));
        sample.get(TestTokens.officer("reception", OTHER_UNIT)).then().statusCode(404);
        sample.get(TestTokens.citizen("someone")).then().statusCode(403);
        io.restassured.RestAssured.given().get("/api/processing/cases/" + sample.id()).then().statusCode(401);
        as(specialist)
                .get("/api/processing/cases?dossier=" + sample.dossier)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        as(TestTokens.officer("specialist", OTHER_UNIT))
                .get("/api/processing/cases?dossier=" + sample.dossier)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void a_change_names_the_revision_it_has_seen() {
        Sample sample = Sample.opened(BIRTH);
        String etag = sample.get(specialist).header("ETag");
        sample.act(specialist, CLAIM, null, UUID.randomUUID().toString()).then().statusCode(428);
        long fence = sample.claim(specialist);
        sample.act(specialist, "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(fence), etag, UUID.randomUUID().toString())
                .then()
                .statusCode(412)
                .body("current.act", equalTo("CLAIMED"))
                .body("current.by", equalTo("Cán bộ specialist"))
                .body("current.held.by", equalTo("Cán bộ specialist"));
    }

    @Test
    void the_same_request_twice_gets_the_first_answer() {
        Sample sample = Sample.opened(BIRTH);
        String etag = sample.get(specialist).header("ETag");
        String key = UUID.randomUUID().toString();
        String first = sample.act(specialist, CLAIM, etag, key).then().statusCode(200).extract().asString();
        sample.act(specialist, CLAIM, etag, key).then().statusCode(200).body(equalTo(first));
        sample.act(specialist, "{\"action\":\"CLAIM\",\"fence\":1}", etag, key).then().statusCode(422);
        sample.awaitAct("CLAIMED");
        assertThat(sample.acts()).containsExactly("OPENED", "CLAIMED");
    }

    @Test
    void a_body_that_is_no_act_is_refused_without_a_trace() {
        Sample sample = Sample.opened(BIRTH);
        for (String body : List.of(
                "{}", "{\"action\":\"FLY\"}", "{\"action\":\"CLAIM\",\"why\":1}", "[]", "nonsense",
                "{\"action\":\"SEND_BACK\",\"reasonCode\":\"free text\"}", "{\"action\":\"REASSIGN\"}")) {
            Response answer = sample.act(specialist, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.asString()).doesNotContain("vn.motcua").doesNotContain("Exception");
        }
    }

    @Test
    void the_buttons_are_what_the_table_allows() {
        Sample sample = Sample.opened(BIRTH);
        sample.get(director).then().body("allowedActions", containsInAnyOrder("REASSIGN", "HAND_ON"));
        sample.claim(specialist);
        sample.get(specialist)
                .then()
                .body(
                        "allowedActions",
                        containsInAnyOrder(
                                "CLAIM", "RELEASE", "HAND_ON", "ASK_SUPPLEMENT", "ASK_PAYMENT", "ASK_EXTENSION"));
        sample.get(officer("second")).then().body("allowedActions.size()", equalTo(0));
    }

    private Sample proposed(String procedure) {
        Sample sample = Sample.opened(procedure);
        sample.propose(specialist, sample.claim(specialist)).then().statusCode(200);
        return sample;
    }

    private Sample decided(String procedure) {
        Sample sample = proposed(procedure);
        sample.act(approver, DECIDE).then().statusCode(200);
        sample.applied(sample.awaitAct("DECIDE").id(), "DECIDED", "DECIDE");
        sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        return sample;
    }

    private static String supplement(long fence, String component) {
        return ("{\"action\":\"ASK_SUPPLEMENT\",\"fence\":%d,\"reasonCode\":\"PAPERS_INCOMPLETE\","
                        + "\"items\":[{\"component\":\"%s\",\"reasonCode\":\"PAPER_MISSING\"}]}")
                .formatted(fence, component);
    }

    private static String officer(String subject) {
        return TestTokens.builder()
                .subject(subject)
                .roles("specialist")
                .units(UNIT)
                .department("office")
                .name("Cán bộ " + subject)
                .title("Công chức")
                .token();
    }
}
