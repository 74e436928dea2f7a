package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents.Received;
import vn.motcua.processing.Sample;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

@QuarkusTest
class WithdrawalConsumerTest {
    private static final String DECIDE = "{\"action\":\"DECIDE\"}";

    @Inject
    MovableClock clock;

    private final String specialist = token("specialist");
    private final String approver = token("approver");

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
    void an_asked_withdrawal_freezes_the_case_until_it_is_denied() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        UUID request = sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        Received frozen = sample.awaitAct("FROZEN");
        assertThat(frozen.data().get("causedBy").asText()).isEqualTo(request.toString());
        assertThat(frozen.data().get("state").asText()).isEqualTo("CLAIMED");
        sample.act(specialist, supplement(fence)).then().statusCode(409).body("type", equalTo("/problems/case-frozen"));

        UUID denied = sample.stage("IN_PROCESS", "DENY");
        assertThat(sample.awaitAct("THAWED").data().get("causedBy").asText()).isEqualTo(denied.toString());
        sample.act(specialist, supplement(fence)).then().statusCode(200);
    }

    @Test
    void each_withdrawal_is_answered_for_itself() {
        Sample sample = Sample.opened(BIRTH);
        sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        sample.awaitAct("FROZEN");
        sample.stage("IN_PROCESS", "CANCEL");
        UUID second = sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        assertThat(sample.awaitAct("FROZEN", 2).data().get("causedBy").asText()).isEqualTo(second.toString());
        sample.stage("STOPPED", "CONFIRM");
        sample.awaitSeen(specialist, seen -> seen.get("state").asText().equals("CLOSED"));
        assertThat(sample.acts()).containsExactly("OPENED", "FROZEN", "THAWED", "FROZEN");
        sample.act(specialist, "{\"action\":\"CLAIM\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/act-not-allowed"));
    }

    @Test
    void a_withdrawal_that_meets_a_decision_is_told_so_even_before_the_decision_is_answered() {
        Sample sample = proposed();
        sample.act(approver, DECIDE).then().statusCode(200);
        Received decide = sample.awaitAct("DECIDE");
        UUID request = sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        Received exists = sample.awaitAct("DECISION_EXISTS");
        assertThat(exists.data().get("causedBy").asText()).isEqualTo(request.toString());
        assertThat(exists.data().at("/payload/resultId"))
                .isEqualTo(decide.data().at("/payload/resultId"));
        assertThat(sample.read(approver).at("/pending/act").asText()).isEqualTo("DECIDE");
        sample.applied(decide.id(), "DECIDED", "DECIDE");
        JsonNode decided =
                sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(decided.get("state").asText()).isEqualTo("DECIDED");
        assertThat(decided.get("frozen").asBoolean()).isFalse();
        assertThat(sample.acts()).doesNotContain("FROZEN", "THAWED");
    }

    @Test
    void a_decision_that_meets_a_withdrawal_is_refused_until_it_is_denied() {
        Sample sample = proposed();
        sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        sample.awaitAct("FROZEN");
        sample.act(approver, DECIDE).then().statusCode(409).body("type", equalTo("/problems/case-frozen"));
        sample.stage("IN_PROCESS", "DENY");
        sample.awaitAct("THAWED");
        sample.act(approver, DECIDE).then().statusCode(200);
    }

    @Test
    void a_decision_and_a_withdrawal_at_once_end_in_one_of_two_ways() {
        for (int round = 0; round < 6; round++) {
            Sample sample = proposed();
            String etag = sample.get(approver).header("ETag");
            CompletableFuture<UUID> asked =
                    CompletableFuture.supplyAsync(() -> sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL"));
            int status = sample.act(approver, DECIDE, etag, UUID.randomUUID().toString())
                    .statusCode();
            UUID request = asked.join();
            Received answer = sample.awaitAct(status == 200 ? "DECISION_EXISTS" : "FROZEN");
            assertThat(answer.data().get("causedBy").asText()).isEqualTo(request.toString());
            assertThat(sample.acts())
                    .endsWith(status == 200 ? new String[] {"DECIDE", "DECISION_EXISTS"} : new String[] {"FROZEN"});
            assertThat(sample.acts()).hasSize(status == 200 ? 5 : 4);
        }
    }

    @Test
    void a_decision_refused_while_a_withdrawal_is_open_freezes_the_case_after_all() {
        Sample sample = proposed();
        sample.act(approver, DECIDE).then().statusCode(200);
        UUID request = sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        sample.awaitAct("DECISION_EXISTS");
        sample.refused(sample.awaitAct("DECIDE").id(), "DECIDE", "STALE");
        assertThat(sample.awaitAct("FROZEN").data().get("causedBy").asText()).isEqualTo(request.toString());
        JsonNode seen = sample.read(approver);
        assertThat(seen.get("state").asText()).isEqualTo("PROPOSED");
        assertThat(seen.get("frozen").asBoolean()).isTrue();
    }

    @Test
    void a_supplement_in_flight_is_refused_when_a_withdrawal_came_first_and_the_case_stays_frozen() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(specialist, supplement(fence)).then().statusCode(200);
        UUID request = sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        Received frozen = sample.awaitAct("FROZEN");
        assertThat(frozen.data().get("causedBy").asText()).isEqualTo(request.toString());
        sample.refused(sample.awaitAct("ASK_SUPPLEMENT").id(), "ASK_SUPPLEMENT", "ACTION_NOT_ALLOWED");
        JsonNode back = sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        assertThat(back.get("state").asText()).isEqualTo("CLAIMED");
        assertThat(back.get("frozen").asBoolean()).isTrue();
        assertThat(back.get("allowedActions")).extracting(JsonNode::asText).containsExactly("RELEASE");
        assertThat(sample.acts().stream().filter("FROZEN"::equals)).hasSize(1);
    }

    @Test
    void what_was_supplied_during_a_withdrawal_is_resumed_when_it_is_denied() {
        Sample sample = Sample.opened(BIRTH);
        sample.stage("AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        assertThat(sample.awaitAct("FROZEN").data().get("state").asText()).isEqualTo("PAUSED");
        sample.stage("WITHDRAWAL_REQUESTED", "SUPPLY");
        sample.stage("IN_PROCESS", "DENY");
        assertThat(sample.awaitAct("THAWED").data().get("state").asText()).isEqualTo("OPEN");
    }

    private Sample proposed() {
        Sample sample = Sample.opened(BIRTH);
        sample.propose(specialist, sample.claim(specialist)).then().statusCode(200);
        return sample;
    }

    private static String supplement(long fence) {
        return ("{\"action\":\"ASK_SUPPLEMENT\",\"fence\":%d,\"reasonCode\":\"PAPERS_INCOMPLETE\","
                        + "\"items\":[{\"component\":\"%s-01\",\"reasonCode\":\"PAPER_MISSING\"}]}")
                .formatted(fence, BIRTH);
    }
}
