package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestEvents.Received;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;

import java.util.UUID;

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
        JsonNode decided =
                sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(decided.get("state").asText()).isEqualTo("DECIDED");
        assertThat(decided.get("result").asText())
                .isEqualTo(decide.data().at("/payload/resultId").asText());
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
        sample.awaitSeen(
                approver,
                seen -> seen.get("pending").isNull()
                        && seen.get("state").asText().equals("DECIDED"));
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
        JsonNode paused =
                sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        assertThat(paused.get("state").asText()).isEqualTo("PAUSED");
        assertThat(paused.get("holder").isNull()).isTrue();
        assertThat(paused.get("allowedActions")).isEmpty();
        sample.act(specialist, CLAIM).then().statusCode(409).body("type", equalTo("/problems/act-not-allowed"));

        sample.due("2026-12-01T10:00:00Z").stage("IN_PROCESS", "SUPPLY");
        JsonNode resumed =
                sample.awaitSeen(specialist, seen -> seen.get("state").asText().equals("OPEN"));
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
        sample.act(
                        specialist,
                        "{\"action\":\"ASK_SUPPLEMENT\",\"fence\":%d,\"items\":[],\"reasonCode\":\"X\"}"
                                .formatted(fence))
                .then()
                .statusCode(400);
        assertThat(sample.read(specialist).get("state").asText()).isEqualTo("CLAIMED");
    }

    /** Resolution 190/2025/QH15 Art.10. */
    @Test
    void a_paper_is_not_asked_for_again_nor_anything_refused_for_a_units_former_name() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(specialist, supplement(fence, BIRTH + "-01").replace("PAPER_MISSING", "FORMER_UNIT_NAME"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/former-unit-name"))
                .body("violations[0].pointer", equalTo("/items/0/reasonCode"));
        sample.examine(specialist, fence).then().statusCode(200);
        String result = sample.upload(specialist, fence);
        sample.act(
                        specialist,
                        "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"REFUSED\",\"groundCode\":\"FORMER_UNIT_NAME\",\"resultId\":\"%s\"}"
                                .formatted(fence, result))
                .then()
                .statusCode(409)
                .body("violations[0].pointer", equalTo("/groundCode"));
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
        String ask =
                "{\"action\":\"ASK_EXTENSION\",\"fence\":%d,\"newDue\":\"%s\",\"reasonCode\":\"VERIFICATION_NEEDED\"}";
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
        JsonNode extended =
                sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
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
    void a_refusal_needs_its_ground_and_a_grant_has_none() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.examine(specialist, fence).then().statusCode(200);
        String result = sample.upload(specialist, fence);
        String propose =
                "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"%s\",\"groundCode\":%s,\"resultId\":\"%s\"}";
        sample.act(specialist, propose.formatted(fence, "REFUSED", "null", result))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/ground-missing"));
        sample.act(specialist, propose.formatted(fence, "GRANTED", "\"LAW_1\"", result))
                .then()
                .statusCode(422);
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
    void a_wrong_result_is_replaced_by_a_new_one_that_names_it() {
        Sample sample = decided(BIRTH);
        String first = sample.read(approver).get("result").asText();
        sample.act(approver, "{\"action\":\"REISSUE\",\"resultId\":\"%s\"}".formatted(first))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/result-missing"));
        String second = sample.upload(approver, null);
        sample.act(approver, "{\"action\":\"REISSUE\",\"resultId\":\"%s\"}".formatted(second))
                .then()
                .statusCode(200);
        Received reissue = sample.awaitAct("REISSUE");
        assertThat(reissue.data().at("/payload/replaces").asText()).isEqualTo(first);
        sample.refused(reissue.id(), "REISSUE", "ACTION_NOT_ALLOWED");
        JsonNode back = sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(back.get("result").asText()).isEqualTo(first);
        sample.act(approver, "{\"action\":\"REISSUE\",\"resultId\":\"%s\"}".formatted(second))
                .then()
                .statusCode(200);
        sample.applied(sample.awaitAct("REISSUE", 2).id(), "DECIDED", "REISSUE");
        JsonNode after = sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(after.get("result").asText()).isEqualTo(second);
        assertThat(after.get("state").asText()).isEqualTo("DECIDED");
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
}
