package vn.motcua.processing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
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
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpinionResourceTest {
    private static final List<String> ASKED = List.of("economy", "police", "culture-society", "military");

    @Inject
    MovableClock clock;

    private final String specialist = token("specialist");

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
    void a_department_is_asked_with_a_date_in_working_time_and_answers_once() {
        Sample sample = held();
        ask(sample, "economy", 2, "WORKING_DAY")
                .then()
                .statusCode(200)
                .body("opinionsUntil", equalTo("2026-11-26T08:30:00Z"));
        JsonNode asked = sample.awaitAct("OPINION_ASKED").data();
        assertThat(asked.at("/payload/toDepartment").asText()).isEqualTo("economy");
        assertThat(asked.at("/payload/due").asText()).isEqualTo("2026-11-26T08:30:00Z");
        assertThat(asked.toString()).doesNotContain("xác nhận");

        JsonNode owed = owed("economy", sample);
        assertThat(owed.get("question").asText()).isEqualTo("Đề nghị xác nhận quy hoạch");
        assertThat(owed.get("fromDepartment").asText()).isEqualTo("office");
        assertThat(owed.get("mayAnswer").asBoolean()).isTrue();
        answer("economy", owed)
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("late", equalTo(false));
        answer("economy", owed, "\"2\"").then().statusCode(409).body("type", equalTo("/problems/opinion-not-open"));
        answer("economy", owed).then().statusCode(412);
        assertThat(sample.read(specialist).get("opinionsUntil").isNull()).isTrue();
        assertThat(ofCase(sample).get(0).get("answer").asText()).isEqualTo("Phù hợp quy hoạch");
        assertThat(sample.awaitAct("OPINION_ANSWERED").data().toString()).doesNotContain("Phù hợp");
    }

    @Test
    void nothing_is_proposed_while_an_opinion_is_awaited_unless_it_is_withdrawn() {
        Sample sample = held();
        ask(sample, "economy", 3, "WORKING_HOUR").then().statusCode(200);
        sample.examine(specialist, 1).then().statusCode(200);
        String result = sample.upload(specialist, 1L);
        propose(sample, result, null).then().statusCode(409).body("type", equalTo("/problems/opinions-awaited"));
        propose(sample, result, "Không chờ nữa")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/opinions-awaited"));
        String id = ofCase(sample).get(0).get("id").asText();
        withdraw(sample, id).then().statusCode(200).body("opinionsUntil", equalTo(null));
        sample.awaitAct("OPINION_WITHDRAWN");
        propose(sample, result, null).then().statusCode(200).body("state", equalTo("PROPOSED"));
    }

    @Test
    void nobody_owes_an_opinion_to_a_case_that_is_over() {
        Sample sample = held();
        ask(sample, "economy", 3, "WORKING_HOUR").then().statusCode(200);
        JsonNode owed = owed("economy", sample);
        sample.stage("STOPPED", "CONFIRM");
        assertThat(sample.awaitAct("OPINION_WITHDRAWN")
                        .data()
                        .at("/payload/toDepartment")
                        .asText())
                .isEqualTo("economy");
        answer("economy", owed, "\"2\"").then().statusCode(409).body("type", equalTo("/problems/opinion-not-open"));
    }

    @Test
    void who_does_not_wait_for_a_late_opinion_says_why() {
        Sample sample = held();
        ask(sample, "economy", 1, "WORKING_HOUR").then().statusCode(200);
        sample.examine(specialist, 1).then().statusCode(200);
        String result = sample.upload(specialist, 1L);
        clock.setLegal("2026-11-23T16:31");
        assertThat(ofCase(sample).get(0).get("late").asBoolean()).isTrue();
        propose(sample, result, null).then().statusCode(422).body("type", equalTo("/problems/note-missing"));
        propose(sample, result, "Đã hỏi qua điện thoại").then().statusCode(200);
        // the late answer still finds its case
        JsonNode owed = owed("economy", sample);
        answer("economy", owed).then().statusCode(200).body("late", equalTo(true));
        assertThat(sample.read(specialist).get("opinionsUntil").isNull()).isTrue();
    }

    @Test
    void parallel_answers_in_any_order_end_in_the_same_state() throws Exception {
        long seed = System.nanoTime();
        Sample sample = held();
        for (int i = 0; i < ASKED.size(); i++) {
            ask(sample, ASKED.get(i), 1 + i, "WORKING_HOUR").then().statusCode(200);
        }
        List<String> order = new ArrayList<>(ASKED);
        Collections.shuffle(order, new Random(seed));
        List<Thread> officers = new ArrayList<>();
        for (String department : order) {
            JsonNode owed = owed(department, sample);
            officers.add(new Thread(() -> answer(department, owed).then().statusCode(200)));
        }
        officers.forEach(Thread::start);
        for (Thread officer : officers) {
            officer.join();
        }
        JsonNode end = sample.read(specialist);
        assertThat(end.get("opinionsUntil").isNull()).as("seed %d", seed).isTrue();
        assertThat(end.get("state").asText()).isEqualTo("CLAIMED");
        assertThat(end.at("/holder/fence").asLong()).isEqualTo(1);
        assertThat(ofCase(sample)).allMatch(each -> each.get("state").asText().equals("ANSWERED"));
        await().atMost(Sample.SOON)
                .until(() -> Collections.frequency(sample.acts(), "OPINION_ANSWERED") == ASKED.size());
    }

    @Test
    void what_cannot_be_asked_is_refused_and_changes_nothing() {
        Sample sample = held();
        ask(sample, "office", 1, "WORKING_DAY")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-department"));
        ask(sample, "moon", 1, "WORKING_DAY")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-department"));
        ask(sample, "economy", 30, "WORKING_DAY")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/opinion-after-due"));
        ask(sample, "economy", 0, "WORKING_DAY").then().statusCode(400);
        sample.act(specialist, question("economy", 1, "WORKING_DAY", "\"14-99999-20250701\""))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-unit"));
        ask(sample, "economy", 1, "WORKING_DAY").then().statusCode(200);
        ask(sample, "economy", 1, "WORKING_DAY")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/opinion-asked-already"));
        withdraw(sample, UUID.randomUUID().toString()).then().statusCode(404);
        assertThat(ofCase(sample)).hasSize(1);
    }

    @Test
    void only_the_department_asked_answers_and_sees_what_it_is_asked() {
        Sample sample = held();
        ask(sample, "economy", 1, "WORKING_DAY").then().statusCode(200);
        JsonNode owed = owed("economy", sample);
        answer("police", owed).then().statusCode(404).body("type", equalTo("/problems/opinion-not-found"));
        as(TestTokens.officer("specialist", OTHER_UNIT, "economy"))
                .get(list("economy"))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        as(of("police")).get(list("economy")).then().statusCode(403);
        as(of("police"))
                .get("/api/processing/opinions/of-case/" + sample.id())
                .then()
                .statusCode(404);
        // the head of the unit sees and may answer for a department of it
        answerBy(token("director"), owed, "\"1\"").then().statusCode(200);
        JsonNode closed = json(as(of("economy")).get(list("economy") + "&closed=true&limit=100"));
        assertThat(closed.get("items")).anyMatch(each -> each.get("id").equals(owed.get("id")));
    }

    private Sample held() {
        Sample sample = Sample.of(BIRTH).due("2026-11-30T10:00:00Z");
        sample.transfer();
        sample.awaitAct("OPENED");
        assertThat(sample.claim(specialist)).isEqualTo(1);
        return sample;
    }

    private static String question(String department, int amount, String limit, String unit) {
        return ("{\"action\":\"ASK_OPINION\",\"fence\":1,\"toUnit\":%s,\"toDepartment\":\"%s\",\"question\":\"Đề nghị xác nhận quy hoạch\","
                        + "\"amount\":%d,\"limit\":\"%s\"}")
                .formatted(unit, department, amount, limit);
    }

    private Response ask(Sample sample, String department, int amount, String limit) {
        return sample.act(specialist, question(department, amount, limit, "null"));
    }

    private Response withdraw(Sample sample, String id) {
        return sample.act(
                specialist,
                "{\"action\":\"WITHDRAW_OPINION\",\"fence\":1,\"opinion\":\"%s\",\"reasonCode\":\"NOT_NEEDED\"}"
                        .formatted(id));
    }

    private Response propose(Sample sample, String result, String without) {
        return sample.act(
                specialist,
                "{\"action\":\"PROPOSE\",\"fence\":1,\"decisionKind\":\"GRANTED\",\"resultId\":\"%s\",\"withoutOpinions\":%s}"
                        .formatted(result, without == null ? "null" : '"' + without + '"'));
    }

    private JsonNode ofCase(Sample sample) {
        return json(as(specialist).get("/api/processing/opinions/of-case/" + sample.id()))
                .get("items");
    }

    private static String list(String department) {
        return "/api/processing/opinions?unit=" + UNIT + "&department=" + department;
    }

    private static String of(String department) {
        return TestTokens.officer("specialist", UNIT, department);
    }

    private static JsonNode owed(String department, Sample sample) {
        JsonNode items =
                json(as(of(department)).get(list(department) + "&limit=100")).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.get("caseId").asText().equals(sample.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Response answer(String department, JsonNode owed) {
        return answer(department, owed, "\"1\"");
    }

    private static Response answer(String department, JsonNode owed, String ifMatch) {
        return answerBy(of(department), owed, ifMatch);
    }

    private static Response answerBy(String token, JsonNode owed, String ifMatch) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", ifMatch)
                .body("{\"kind\":\"AGREED\",\"text\":\"Phù hợp quy hoạch\"}")
                .post("/api/processing/opinions/" + owed.get("id").asText() + "/answer");
    }
}
