package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.NOWHERE;
import static vn.motcua.processing.Sample.SOON;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.Sample;
import vn.motcua.processing.SampleCatalogue;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.Dossiers;
import vn.motcua.processing.dossier.Stage;

import java.util.List;
import java.util.Set;
import java.util.UUID;

@QuarkusTest
class DossierStageChangedConsumerTest {

    @Inject
    MovableClock clock;

    @Inject
    Dossiers dossiers;

    private final String specialist = token("specialist");
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
    void every_event_twice_has_one_effect() {
        Sample sample = Sample.of(BIRTH);
        UUID transfer = sample.transfer();
        sample.again(transfer, "IN_PROCESS", "TRANSFER");
        sample.awaitAct("OPENED");
        UUID asked = sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        sample.again(asked, "WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        UUID denied = sample.stage("IN_PROCESS", "DENY");
        sample.again(denied, "IN_PROCESS", "DENY");
        UUID stopped = sample.stage("STOPPED", "CONFIRM");
        sample.again(stopped, "STOPPED", "CONFIRM");
        sample.awaitSeen(specialist, seen -> seen.get("state").asText().equals("CLOSED"));
        assertThat(sample.acts()).containsExactly("OPENED", "FROZEN", "THAWED");
    }

    @Test
    void an_older_sequence_never_rolls_the_projection_back() {
        Sample sample = Sample.opened(BIRTH);
        sample.stage("AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        sample.awaitSeen(specialist, seen -> seen.get("state").asText().equals("PAUSED"));
        sample.late(1, "IN_PROCESS", "TRANSFER");
        sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        sample.awaitAct("FROZEN");
        JsonNode seen = sample.read(specialist);
        assertThat(seen.get("state").asText()).isEqualTo("PAUSED");
        assertThat(seen.get("sequence").asLong()).isEqualTo(3);
    }

    @Test
    void before_the_transfer_there_is_no_case_and_a_withdrawal_needs_no_answer() {
        Sample sample = Sample.of(BIRTH);
        sample.stage("RECEIVED", "RECEIVE");
        sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        sample.stage("RECEIVED", "DENY");
        sample.transfer();
        sample.awaitAct("OPENED");
        assertThat(sample.acts()).containsExactly("OPENED");
    }

    @Test
    void what_no_rule_can_place_is_unrouted_until_a_director_hands_it_on() {
        Sample sample = Sample.opened(NOWHERE);
        assertThat(sample.awaitAct("OPENED").data().get("department").asText()).isEqualTo("unrouted");
        assertThat(metric("motcua_cases_unrouted")).isGreaterThanOrEqualTo(1);
        as(director)
                .get("/api/processing/departments/unrouted/cases?limit=100&unit=" + UNIT)
                .then()
                .statusCode(200);
        sample.get(specialist).then().statusCode(404);
        sample.act(director, "{\"action\":\"HAND_ON\",\"toDepartment\":\"office\"}")
                .then()
                .statusCode(200);
        sample.claim(specialist);
    }

    @Test
    void a_procedure_version_not_yet_known_holds_the_dossier_and_is_no_dead_letter() {
        String late = "1."
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("[^0-9]", "")
                        .concat("000000")
                        .substring(0, 6);
        Sample sample = Sample.of(late);
        sample.transfer();
        sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        Sample other = Sample.opened(BIRTH);
        assertThat(other.acts()).containsExactly("OPENED");
        assertThat(sample.acts()).isEmpty();
        SampleCatalogue.procedure(late, 1, "economy", false);
        sample.awaitAct("FROZEN");
        assertThat(sample.acts()).containsExactly("OPENED", "FROZEN");
        assertThat(sample.awaitAct("OPENED").data().get("department").asText()).isEqualTo("economy");
        assertThat(TestEvents.poll("processing.dead-letters"))
                .noneMatch(e -> e.key().equals(sample.dossier.toString()));
    }

    @Test
    void an_event_that_cannot_be_understood_is_parked_and_others_go_on() {
        UUID broken = UUID.randomUUID();
        TestEvents.publish(
                Sample.STAGE_TOPIC,
                broken.toString(),
                "vn.motcua.dossier.stage-changed.v1",
                UUID.randomUUID(),
                "{\"dossierId\":\"%s\",\"stage\":\"ON_THE_MOON\"}".formatted(broken));
        TestEvents.await("processing.dead-letters", e -> e.key().equals(broken.toString()));
        Sample.opened(BIRTH);
    }

    /** Whatever the others ever committed as an example is understood, also with a field nobody knows yet. */
    @Test
    void every_example_of_the_contracts_is_accepted() {
        List<Contracts.Example> examples = Contracts.examples(Sample.STAGE_TOPIC);
        assertThat(examples).isNotEmpty();
        for (Contracts.Example example : examples) {
            String procedure = example.data().get("procedureCode").asText();
            if (!Set.of(BIRTH, COPY).contains(procedure)) {
                SampleCatalogue.procedure(procedure, 1, "economy", false);
            }
            UUID dossier = UUID.randomUUID();
            TestEvents.publish(
                    Sample.STAGE_TOPIC,
                    dossier.toString(),
                    example.type(),
                    UUID.randomUUID(),
                    example.with("dossierId", dossier.toString())
                            .with("fieldOfTomorrow", "x")
                            .body());
            Dossier taken = await(example.name()).atMost(SOON).until(() -> projected(dossier), d -> d != null);
            assertThat(taken.stage())
                    .isEqualTo(Stage.valueOf(example.data().get("stage").asText()));
        }
    }

    /** Every stage a dossier can come to stand in, against every act: what the table says, over REST. */
    @Test
    void in_every_stage_the_case_allows_what_the_table_says_and_refuses_the_rest() {
        for (Stage stage : List.of(
                Stage.AWAITING_SUPPLEMENT,
                Stage.AWAITING_PAYMENT,
                Stage.WITHDRAWAL_REQUESTED,
                Stage.DECIDED,
                Stage.RETURNED,
                Stage.STOPPED,
                Stage.REFUSED,
                Stage.ABANDONED)) {
            Sample sample = Sample.opened(BIRTH);
            String action = stage == Stage.WITHDRAWAL_REQUESTED ? "ASK_WITHDRAWAL" : "CORRECT";
            sample.stage(stage.name(), action);
            JsonNode seen =
                    sample.awaitSeen(director, s -> s.get("stage").asText().equals(stage.name()));
            State state = CaseTable.follow(stage, State.OPEN);
            assertThat(seen.get("state").asText()).as(stage.name()).isEqualTo(state.name());
            assertThat(seen.get("allowedActions")).as(stage.name()).isEmpty();
            for (String body : List.of(
                    "{\"action\":\"REASSIGN\",\"assignee\":\"x\",\"assigneeName\":\"x\"}",
                    "{\"action\":\"EXTEND\"}",
                    "{\"action\":\"HAND_ON\",\"toDepartment\":\"economy\"}")) {
                assertThat(sample.act(director, body).statusCode())
                        .as(stage + body)
                        .isEqualTo(409);
            }
        }
    }

    private Dossier projected(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> dossiers.findById(id));
    }

    private static double metric(String name) {
        String all = io.restassured.RestAssured.given()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return all.lines()
                .filter(l -> l.startsWith(name))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
