package vn.motcua.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.action;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.Map;
import java.util.UUID;

@QuarkusTest
class WithdrawalConsumerTest {
    private static final Map<String, Object> DENY =
            Map.of("action", "DENY", "reasonCode", "DECISION_EXISTS", "reason", "Đã có kết quả");

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void a_withdrawal_is_confirmed_when_the_case_has_frozen_for_it() {
        String id = Desk.receivedCopy();
        UUID request = ask(id);
        Desk.act(HOA, id, action("CONFIRM")).then().statusCode(409).body("guard", equalTo("CASE_FROZEN"));
        answer(id, "FROZEN", request);
        Desk.until(id, d -> "FROZEN".equals(d.getString("withdrawalAnswer")));
        JsonPath stopped = Desk.done(HOA, id, action("CONFIRM"));
        assertThat(stopped.getString("stage")).isEqualTo("STOPPED");
        assertThat(stopped.getInt("step")).isEqualTo(4);
        assertThat(stopped.getLong("fees.openVnd")).isZero();
        assertThat(stopped.getBoolean("originalsHeld")).isTrue();
        TestEvents.Received returned = Desk.answer(Desk.handedOver(id));
        assertThat(returned.data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(returned.data().path("stage").asText()).isEqualTo("STOPPED");
        assertThat(returned.data().path("originalsHeld").asBoolean()).isFalse();
    }

    @Test
    void a_freeze_for_an_earlier_request_is_none() {
        String id = Desk.receivedCopy();
        UUID first = ask(id);
        Desk.done(HOA, id, action("CANCEL"));
        ask(id);
        answer(id, "FROZEN", first);
        Desk.fromCase(id, "CLAIMED", "{}");
        Desk.until(id, d -> "CLAIMED".equals(d.getString("caseState")));
        Desk.act(HOA, id, action("CONFIRM")).then().statusCode(409).body("guard", equalTo("CASE_FROZEN"));
    }

    @Test
    void a_decision_that_exists_is_told_and_the_request_is_denied_with_its_reason() {
        String id = Desk.receivedCopy();
        UUID request = ask(id);
        answer(id, "DECISION_EXISTS", request);
        Desk.until(id, d -> "DECISION_EXISTS".equals(d.getString("withdrawalAnswer")));
        Desk.act(HOA, id, action("CONFIRM")).then().statusCode(409);
        assertThat(Desk.done(HOA, id, DENY).getString("stage")).isEqualTo("IN_PROCESS");
    }

    @Test
    void a_decision_that_arrives_during_the_request_denies_it() {
        String id = Desk.receivedCopy();
        ask(id);
        TestEvents.Received decided = Desk.answer(Desk.decided(id));
        assertThat(decided.data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(decided.data().path("previousStage").asText()).isEqualTo("WITHDRAWAL_REQUESTED");
        assertThat(decided.data().path("stage").asText()).isEqualTo("DECIDED");
        Desk.act(HOA, id, action("CONFIRM")).then().statusCode(409).body("stage", equalTo("DECIDED"));
    }

    private static UUID ask(String id) {
        JsonPath asked = Desk.done(HOA, id, Map.of("action", "ASK_WITHDRAWAL", "reason", "Không cần nữa"));
        assertThat(asked.getString("stage")).isEqualTo("WITHDRAWAL_REQUESTED");
        int sequence = asked.getInt("sequence");
        TestEvents.Received event = TestEvents.await(
                "dossier.stage-changed",
                each -> each.key().equals(id) && each.data().path("sequence").asInt() == sequence);
        assertThat(event.body()).doesNotContain("Không cần nữa");
        return event.id();
    }

    private static void answer(String id, String act, UUID request) {
        Desk.fromCase(
                id,
                act,
                "{}",
                "\"effectiveAt\":\"2026-11-25T01:00:00Z\",\"basedOnSequence\":2,\"causedBy\":\"" + request + "\"");
    }
}
