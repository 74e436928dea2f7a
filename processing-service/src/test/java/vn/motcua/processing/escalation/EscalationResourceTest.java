package vn.motcua.processing.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;
import vn.motcua.processing.Watched;

import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EscalationResourceTest {
    private static final String UNIT = "75-25270-20250701";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

    private final String specialist = TestTokens.officer("specialist", UNIT);
    private final String approver = TestTokens.officer("approver", UNIT);
    private final String director = TestTokens.officer("director", UNIT);

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
    void a_case_that_nobody_takes_climbs_level_by_level_each_once_and_is_over_when_it_is_taken() {
        Sample sample = opened("2026-12-31T10:00:00Z");
        go("2026-11-25T09:59");
        assertThat(raised(director, sample)).isEmpty();
        go("2026-11-25T10:00");
        await().atMost(Sample.SOON).until(() -> raised(specialist, sample).equals(List.of("UNCLAIMED OFFICER")));
        assertThat(raised(approver, sample)).isEmpty();
        assertThat(sample.awaitAct("ESCALATED").data().at("/payload/kind").asText())
                .isEqualTo("UNCLAIMED");
        go("2026-11-25T15:30");
        await().atMost(Sample.SOON).until(() -> raised(director, sample).size() == 2);
        assertThat(raised(specialist, sample)).containsExactly("UNCLAIMED OFFICER");
        go("2026-11-26T15:31");
        await().atMost(Sample.SOON).until(() -> raised(approver, sample).equals(List.of("UNCLAIMED DIRECTOR")));
        go("2026-11-26T15:40");
        assertThat(sample.told().stream()
                        .filter(e -> e.data().get("act").asText().equals("ESCALATED")))
                .hasSize(3);
        sample.claim(specialist);
        assertThat(raised(director, sample)).isEmpty();
    }

    @Test
    void what_was_missed_while_the_service_was_away_is_raised_once_it_is_back() {
        Sample sample = opened("2026-11-25T03:00:00Z");
        sample.claim(specialist);
        // nobody looked for days
        go("2026-11-30T10:00");
        await().atMost(Sample.SOON).until(() -> raised(director, sample)
                .containsAll(List.of("OVERDUE OFFICER", "OVERDUE HEAD", "OVERDUE DIRECTOR")));
        assertThat(raised(director, sample)).doesNotContain("DUE_SOON OFFICER");
        go("2026-11-30T10:30");
        assertThat(raised(director, sample).stream().filter("OVERDUE OFFICER"::equals))
                .hasSize(1);
    }

    @Test
    void what_stood_still_for_a_withdrawal_is_overdue_again_when_it_is_cancelled_and_told_once() {
        Sample sample = opened("2026-11-25T03:00:00Z");
        sample.claim(specialist);
        go("2026-11-30T10:00");
        List<String> overdue = List.of("OVERDUE OFFICER", "OVERDUE HEAD", "OVERDUE DIRECTOR");
        await().atMost(Sample.SOON).until(() -> raised(director, sample).containsAll(overdue));
        sample.stage("WITHDRAWAL_REQUESTED", "ASK_WITHDRAWAL");
        await().atMost(Sample.SOON).until(() -> raised(director, sample).isEmpty());
        sample.stage("IN_PROCESS", "CANCEL");
        go("2026-11-30T10:05");
        await().atMost(Sample.SOON).until(() -> raised(director, sample).containsAll(overdue));
        assertThat(sample.told().stream()
                        .filter(e -> e.data().at("/payload/kind").asText().equals("OVERDUE")))
                .hasSize(3);
    }

    @Test
    void a_later_date_takes_back_what_was_raised_for_the_former_one() {
        Sample sample = opened("2026-11-25T03:00:00Z");
        sample.claim(specialist);
        // less than two working days from the start: two hours before the date
        go("2026-11-25T08:30");
        await().atMost(Sample.SOON).until(() -> raised(specialist, sample).equals(List.of("DUE_SOON OFFICER")));
        sample.due("2026-12-30T03:00:00Z").stage("IN_PROCESS", "EXTEND");
        await().atMost(Sample.SOON).until(() -> raised(specialist, sample).isEmpty());
    }

    @Test
    void a_proposal_that_was_sent_back_and_forgotten_is_raised() {
        Sample sample = opened("2026-12-31T10:00:00Z");
        sample.propose(specialist, sample.claim(specialist)).then().statusCode(200);
        sample.act(approver, "{\"action\":\"SEND_BACK\",\"reasonCode\":\"RESULT_INCOMPLETE\"}")
                .then()
                .statusCode(200);
        go("2026-11-25T09:59");
        assertThat(raised(director, sample)).isEmpty();
        // the lease is over meanwhile: nobody holds it, and it is still the one that was sent back
        go("2026-11-25T10:00");
        await().atMost(Sample.SOON).until(() -> raised(specialist, sample).equals(List.of("STUCK OFFICER")));
        sample.propose(specialist, sample.claim(specialist)).then().statusCode(200);
        assertThat(raised(director, sample)).isEmpty();
    }

    @Test
    void who_knows_says_so_once_and_others_see_who() {
        Sample sample = opened("2026-12-31T10:00:00Z");
        go("2026-11-25T10:00");
        await().atMost(Sample.SOON).until(() -> !raised(specialist, sample).isEmpty());
        JsonNode one = of(specialist, sample).get(0);
        String id = one.get("id").asText();
        acknowledge(TestTokens.officer("specialist", UNIT, "economy"), id, "\"1\"")
                .then()
                .statusCode(404);
        acknowledge(approver, id, "\"1\"").then().statusCode(404);
        acknowledge(token("director"), id, "\"1\"").then().statusCode(404);
        acknowledge(specialist, id, null).then().statusCode(428);
        acknowledge(specialist, id, "\"1\"")
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("Cán bộ specialist"));
        acknowledge(director, id, "\"1\"").then().statusCode(412);
        acknowledge(director, id, "\"2\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/escalation-acknowledged"));
        as(specialist)
                .get("/api/processing/escalations?unit=" + Sample.UNIT)
                .then()
                .statusCode(403);
    }

    private static Sample opened(String due) {
        Sample sample = Sample.of(BIRTH, UNIT).due(due);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private void go(String legal) {
        Watched.go(source, clock, legal);
    }

    private static List<String> raised(String token, Sample sample) {
        return of(token, sample).stream()
                .map(each -> each.get("kind").asText() + " " + each.get("level").asText())
                .sorted()
                .toList();
    }

    private static List<JsonNode> of(String token, Sample sample) {
        return Watched.raised(token, UNIT, sample);
    }

    private static Response acknowledge(String token, String id, String ifMatch) {
        var request = as(token).header("Idempotency-Key", UUID.randomUUID());
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/processing/escalations/" + id + "/acknowledgement");
    }
}
