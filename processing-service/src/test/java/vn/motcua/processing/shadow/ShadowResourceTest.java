package vn.motcua.processing.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.SOON;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.OutsideSystem;
import vn.motcua.devstack.OutsideSystem.Answer;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.Sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Dossiers of another system, in a unit that no other test uses. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ShadowResourceTest {
    private static final String UNIT = "14-03688-20250701";
    private static final String TOPIC = "shadow.civil-status";
    private static final String PATH = "/api/processing/shadows";
    private static final String CONSUMER = "processing.shadows.civil-status";

    @Inject
    MovableClock clock;

    private final String director = TestTokens.officer("director", UNIT);
    private final String reference = "G22-" + UUID.randomUUID();

    @BeforeEach
    void ready() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void what_its_system_told_is_seen_with_its_standing() {
        UUID event = told(2, 2);
        JsonNode seen = awaitSequence(2);
        assertThat(seen.get("sync").asText()).isEqualTo("IN_SYNC");
        assertThat(seen.get("system").asText()).isEqualTo("civil-status");
        assertThat(seen.get("systemName").asText()).contains("hộ tịch");
        assertThat(seen.get("status").asInt()).isEqualTo(2);
        assertThat(seen.get("lastEvent").asText()).isEqualTo(event.toString());
        assertThat(seen.get("due").asText()).isEqualTo("2026-11-24T10:00:00Z");
    }

    @Test
    void an_older_message_changes_nothing_and_the_same_one_twice_has_one_effect() {
        told(4, 5);
        awaitSequence(4);
        told(3, 4);
        UUID last = told(5, 4);
        awaitSequence(5);
        TestEvents.publish(TOPIC, reference, EventAuthority.CHANGED, last, body(5, 4, "office"));
        told(1, 1);
        told(6, 9);
        JsonNode seen = awaitSequence(6);
        assertThat(seen.get("status").asInt()).isEqualTo(9);
        assertThat(seen.get("sync").asText()).isEqualTo("IN_SYNC");
    }

    @Test
    void two_states_under_one_sequence_are_a_conflict_that_the_next_one_ends() {
        told(2, 2);
        awaitSequence(2);
        told(2, 3);
        JsonNode seen = awaitSync("CONFLICT");
        assertThat(seen.get("conflict").asText()).isEqualTo("SAME_SEQUENCE");
        assertThat(seen.get("status").asInt()).isEqualTo(2);
        told(3, 4);
        assertThat(awaitSync("IN_SYNC").get("sequence").asLong()).isEqualTo(3);
    }

    @Test
    void a_dossier_of_our_own_that_another_system_claims_is_a_conflict() {
        String code = "H52.688.00-261123-" + (1000 + reference.hashCode() % 1000);
        Sample own = Sample.of(BIRTH, UNIT).named("7K3M9QX2TD", code);
        own.transfer();
        own.awaitAct("OPENED");
        TestEvents.publish(
                TOPIC,
                code,
                EventAuthority.CHANGED,
                UUID.randomUUID(),
                body(1, 4, "office").replace(reference, code));
        JsonNode seen = await().atMost(SOON).until(() -> find(code), found -> found != null);
        assertThat(seen.get("sync").asText()).isEqualTo("CONFLICT");
        assertThat(seen.get("conflict").asText()).isEqualTo("OWN_DOSSIER");
    }

    @Test
    void a_message_nobody_understands_parks_its_dossier_and_no_other_until_an_operator_acts() {
        told(2, 2);
        awaitSequence(2);
        UUID poison = UUID.randomUUID();
        TestEvents.publish(TOPIC, reference, EventAuthority.CHANGED, poison, body(3, 77, "office"));
        told(4, 4);
        JsonNode seen = awaitSync("PARKED");
        assertThat(seen.get("sequence").asLong()).isEqualTo(2);
        as(TestTokens.service())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"eventId\":\"" + poison + "\",\"reasonCode\":\"UNREADABLE\"}")
                .post("/api/processing/operations/parked-keys/" + CONSUMER + "/" + reference + "/discard")
                .then()
                .statusCode(200);
        assertThat(awaitSequence(4).get("sync").asText()).isEqualTo("IN_SYNC");
    }

    @Test
    void when_nothing_is_heard_of_its_system_it_lags_until_a_heartbeat() {
        told(2, 4);
        awaitSequence(2);
        clock.advance(Duration.ofMinutes(31));
        JsonNode lagging = find(reference);
        assertThat(lagging.get("sync").asText()).isEqualTo("LAGGING");
        assertThat(lagging.get("syncSince").asText()).startsWith("2026-11-23T09:00:0");
        TestEvents.publish(
                TOPIC,
                "civil-status",
                EventAuthority.HEARTBEAT,
                UUID.randomUUID(),
                Contracts.examples("shadow.heartbeat").get(0).body());
        awaitSync("IN_SYNC");
    }

    @Test
    void every_act_is_refused_and_the_answer_names_the_system() {
        told(2, 2);
        String id = awaitSequence(2).get("id").asText();
        for (String act : List.of("CLAIM", "DECIDE", "ASK_SUPPLEMENT", "REISSUE")) {
            as(director)
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body("{\"action\":\"" + act + "\"}")
                    .post(PATH + "/" + id + "/actions")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/shadow-read-only"))
                    .body("system", equalTo("civil-status"))
                    .body("detail", containsString("hộ tịch"));
        }
        assertThat(find(reference).get("sequence").asLong()).isEqualTo(2);
        as(director).get("/api/processing/cases/" + id).then().statusCode(404);
    }

    @Test
    void a_specialist_sees_those_of_the_own_department_and_nobody_those_of_another_unit() {
        told(2, 2);
        String id = awaitSequence(2).get("id").asText();
        String office = TestTokens.officer("specialist", UNIT, "office");
        String economy = TestTokens.officer("specialist", UNIT, "economy");
        as(office).get(PATH + "/" + id).then().statusCode(200);
        as(economy).get(PATH + "/" + id).then().statusCode(404).body("type", equalTo("/problems/shadow-not-found"));
        assertThat(references(office, "")).contains(reference);
        assertThat(references(economy, "")).doesNotContain(reference);
        as(economy).get(PATH + "?department=office&unit=" + UNIT).then().statusCode(403);
        as(TestTokens.officer("auditor", UNIT)).get(PATH + "/" + id).then().statusCode(200);
        String other = TestTokens.officer("director", Sample.UNIT);
        as(other).get(PATH + "/" + id).then().statusCode(404);
        as(other).get(PATH + "?unit=" + UNIT).then().statusCode(403);
        as(TestTokens.officer("reception", UNIT))
                .get(PATH + "?unit=" + UNIT)
                .then()
                .statusCode(403);
    }

    @Test
    void pages_follow_one_another_and_what_is_over_has_a_list_of_its_own() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String each = reference + "-" + i;
            told.add(each);
            TestEvents.publish(
                    TOPIC,
                    each,
                    EventAuthority.CHANGED,
                    UUID.randomUUID(),
                    body(1, 10, null).replace(reference, each).replace("01:12:00Z", "01:1" + i + ":00Z"));
        }
        await().atMost(SOON).until(() -> references(director, "&ended=true").containsAll(told));
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(as(director).get(PATH + "?ended=true&limit=1&unit=" + UNIT + after));
            page.get("items").forEach(each -> found.add(each.get("reference").asText()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asText();
        } while (!after.isEmpty());
        assertThat(found).doesNotHaveDuplicates().containsSubsequence(told.get(2), told.get(1), told.get(0));
        assertThat(references(director, "")).doesNotContainAnyElementsOf(told);
        as(director).get(PATH + "?after=x&unit=" + UNIT).then().statusCode(400);
        as(director).get(PATH + "?limit=101&unit=" + UNIT).then().statusCode(400);
    }

    @Test
    void its_system_may_write_its_topic_by_a_name_of_its_own_and_read_nothing() {
        String path = "/api/processing/operations/systems/" + TOPIC;
        String secret = "secret-of-the-civil-status-system-0123456789";
        String operator = TestTokens.service();
        as(operator)
                .contentType("application/json")
                .header("If-Match", as(operator).get(path).header("ETag"))
                .body("{\"secret\":\"" + secret + "\"}")
                .put(path + "/secret")
                .then()
                .statusCode(200)
                .body("access", equalTo("WRITES"));
        OutsideSystem system = new OutsideSystem(TOPIC, secret);
        await().atMost(SOON).until(() -> system.writes(TOPIC) == Answer.ALLOWED);
        assertThat(system.reads(TOPIC, TOPIC + ".x")).isEqualTo(Answer.REFUSED);
        assertThat(system.writes("dossier.stage-changed")).isEqualTo(Answer.REFUSED);
    }

    private UUID told(long sequence, int status) {
        UUID event = UUID.randomUUID();
        TestEvents.publish(TOPIC, reference, EventAuthority.CHANGED, event, body(sequence, status, "office"));
        return event;
    }

    private String body(long sequence, int status, String department) {
        return """
                {"reference":"%s","procedureCode":"1.001193","unit":"%s","department":%s,"status":%d,
                 "since":"2026-11-23T01:12:00Z","due":"2026-11-24T10:00:00Z","sequence":%d}"""
                .formatted(reference, UNIT, department == null ? null : '"' + department + '"', status, sequence);
    }

    private JsonNode awaitSequence(long sequence) {
        return await().atMost(SOON)
                .until(
                        () -> find(reference),
                        found -> found != null && found.get("sequence").asLong() == sequence);
    }

    private JsonNode awaitSync(String sync) {
        return await().atMost(SOON)
                .until(
                        () -> find(reference),
                        found -> found != null && found.get("sync").asText().equals(sync));
    }

    private List<String> references(String token, String more) {
        List<String> references = new ArrayList<>();
        json(as(token).get(PATH + "?limit=100&unit=" + UNIT + more))
                .get("items")
                .forEach(each -> references.add(each.get("reference").asText()));
        return references;
    }

    private JsonNode find(String named) {
        for (JsonNode each :
                json(as(director).get(PATH + "?limit=100&unit=" + UNIT)).get("items")) {
            if (each.get("reference").asText().equals(named)) {
                return each;
            }
        }
        return null;
    }
}
