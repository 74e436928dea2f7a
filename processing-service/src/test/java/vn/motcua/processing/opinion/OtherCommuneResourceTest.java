package vn.motcua.processing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.opinion.Communes.DIVIDED;
import static vn.motcua.processing.opinion.Communes.FORMER_NEIGHBOUR;
import static vn.motcua.processing.opinion.Communes.QUESTION;
import static vn.motcua.processing.opinion.Communes.SPECIALIST;
import static vn.motcua.processing.opinion.Communes.THIRD;
import static vn.motcua.processing.opinion.Communes.answer;
import static vn.motcua.processing.opinion.Communes.ask;
import static vn.motcua.processing.opinion.Communes.held;
import static vn.motcua.processing.opinion.Communes.ofCase;
import static vn.motcua.processing.opinion.Communes.owed;
import static vn.motcua.processing.opinion.Communes.put;
import static vn.motcua.processing.opinion.Communes.question;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;
import vn.motcua.processing.unit.Units;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A commune that handles a case asks others what they have on record: marital status, 3 working days. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OtherCommuneResourceTest {
    private static final String ELSEWHERE = "75-25270-20250701";
    private static final byte[] PDF = "%PDF-1.7 reply".getBytes(StandardCharsets.US_ASCII);

    @Inject
    MovableClock clock;

    @Inject
    Units units;

    private final String neighbour = TestTokens.officer("specialist", OTHER_UNIT);

    @BeforeEach
    void monday() {
        Communes.known(units);
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void another_commune_has_three_working_days_of_its_own_calendar_even_past_the_date_of_the_case() {
        // due before the answer is: the law gives the time, and the case's clock does not stop
        Sample sample = held("2026-11-24T10:00:00Z");
        ask(sample, OTHER_UNIT).then().statusCode(200).body("opinionsUntil", equalTo("2026-11-27T08:30:00Z"));
        JsonNode asked = sample.awaitAct("OPINION_ASKED").data();
        assertThat(asked.at("/payload/toUnit").asText()).isEqualTo(OTHER_UNIT);
        assertThat(asked.at("/unit").asText()).isEqualTo(UNIT);
        assertThat(asked.toString()).doesNotContain("hôn nhân");
        // a time of one's own choice keeps the rule of the case's date
        sample.act(SPECIALIST, question(THIRD, "office", ",\"amount\":5,\"limit\":\"WORKING_DAY\""))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/opinion-after-due"));
    }

    @Test
    void those_who_are_asked_see_the_question_and_nothing_of_the_case() {
        Sample sample = held("2026-11-30T10:00:00Z");
        ask(sample, OTHER_UNIT).then().statusCode(200);
        JsonNode owed = owed(sample, OTHER_UNIT);
        assertThat(owed.get("question").asText()).isEqualTo(QUESTION);
        assertThat(owed.get("fromUnit").asText()).isEqualTo(UNIT);
        assertThat(owed.get("mayAnswer").asBoolean()).isTrue();
        assertThat(StreamSupport.stream(((Iterable<String>) owed::fieldNames).spliterator(), false))
                .doesNotContain("owner", "papers", "dossierId", "result");
        for (String path : List.of("", "/examination", "/result/words", "/signings")) {
            as(neighbour)
                    .get("/api/processing/cases/" + sample.id() + path)
                    .then()
                    .statusCode(404);
        }
        as(neighbour)
                .get("/api/processing/opinions/of-case/" + sample.id())
                .then()
                .statusCode(404);
        as(neighbour)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"3\"")
                .body("{\"action\":\"CLAIM\"}")
                .post("/api/processing/cases/" + sample.id() + "/actions")
                .then()
                .statusCode(404);
        // nor do others of the commune that is asked, nor a third one, answer
        String office = "/api/processing/opinions?unit=" + OTHER_UNIT + "&department=office";
        as(TestTokens.officer("specialist", OTHER_UNIT, "economy"))
                .get(office)
                .then()
                .statusCode(403);
        as(TestTokens.officer("specialist", THIRD)).get(office).then().statusCode(403);
        answer(TestTokens.officer("specialist", THIRD), owed, "CONFIRMED", "Đúng")
                .then()
                .statusCode(404);
        answer(SPECIALIST, owed, "CONFIRMED", "Đúng").then().statusCode(404);
    }

    @Test
    void a_former_commune_stands_for_the_one_it_was_merged_into() {
        Sample sample = held("2026-11-30T10:00:00Z");
        ask(sample, FORMER_NEIGHBOUR).then().statusCode(200);
        assertThat(sample.awaitAct("OPINION_ASKED").data().at("/payload/toUnit").asText())
                .isEqualTo(OTHER_UNIT);
        assertThat(owed(sample, OTHER_UNIT).get("askedAs").asText()).isEqualTo(FORMER_NEIGHBOUR);
        // the same door twice
        ask(sample, OTHER_UNIT).then().statusCode(409).body("type", equalTo("/problems/opinion-asked-already"));
        // one's own former half is oneself
        ask(sample, "14-03709-00000000").then().statusCode(422).body("type", equalTo("/problems/unknown-department"));
        sample.act(SPECIALIST, question("14-03709-00000000", "police", ""))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/amount"));
    }

    @Test
    void whom_nobody_can_ask_is_refused_with_what_to_do_and_nothing_changes() {
        Sample sample = held("2026-11-30T10:00:00Z");
        ask(sample, DIVIDED)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unit-divided"))
                .body("units", hasItems(OTHER_UNIT, THIRD));
        ask(sample, ELSEWHERE).then().statusCode(422).body("type", equalTo("/problems/unit-of-other-province"));
        ask(sample, "14-99999-20250701").then().statusCode(422).body("type", equalTo("/problems/unknown-unit"));
        ask(sample, "elsewhere").then().statusCode(400);
        sample.act(SPECIALIST, question(OTHER_UNIT, "moon", ""))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-department"));
        sample.act(SPECIALIST, question(OTHER_UNIT, "office", ",\"amount\":2"))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/limit"));
        // of one's own departments the time is said
        sample.act(SPECIALIST, question(UNIT, "police", "")).then().statusCode(400);
        assertThat(ofCase(sample)).isEmpty();
    }

    @Test
    void several_communes_answer_each_in_its_way_and_the_case_waits_for_the_last() {
        Sample sample = held("2026-11-30T10:00:00Z");
        ask(sample, OTHER_UNIT).then().statusCode(200);
        ask(sample, THIRD).then().statusCode(200);
        answer(neighbour, owed(sample, OTHER_UNIT), "NO_RECORD", "Không có thông tin trong sổ hộ tịch")
                .then()
                .statusCode(200)
                .body("answerKind", equalTo("NO_RECORD"))
                .body("late", equalTo(false));
        assertThat(sample.read(SPECIALIST).get("opinionsUntil").isNull()).isFalse();
        answer(TestTokens.officer("director", THIRD), owed(sample, THIRD), "DECLINED", "Sổ đã chuyển lưu trữ tỉnh")
                .then()
                .statusCode(200);
        assertThat(sample.read(SPECIALIST).get("opinionsUntil").isNull()).isTrue();
        assertThat(ofCase(sample).findValuesAsText("answerKind")).containsExactlyInAnyOrder("NO_RECORD", "DECLINED");
        JsonNode event = sample.awaitAct("OPINION_ANSWERED").data();
        assertThat(event.toString()).doesNotContain("NO_RECORD", "sổ hộ tịch");
        // declining needs its reason
        Sample other = held("2026-11-30T10:00:00Z");
        ask(other, OTHER_UNIT).then().statusCode(200);
        answer(neighbour, owed(other, OTHER_UNIT), "DECLINED", "").then().statusCode(400);
    }

    @Test
    void a_file_of_the_answer_is_seen_by_those_who_asked_once_the_answer_is_given() {
        Sample sample = held("2026-11-30T10:00:00Z");
        ask(sample, OTHER_UNIT).then().statusCode(200);
        JsonNode owed = owed(sample, OTHER_UNIT);
        String file = "/api/processing/opinions/" + owed.get("id").asText() + "/file";
        as(neighbour).get(file).then().statusCode(404).body("type", equalTo("/problems/attachment-not-found"));
        put(SPECIALIST, file, "\"1\"", PDF).then().statusCode(404);
        put(neighbour, file, null, PDF).then().statusCode(428);
        put(neighbour, file, "\"7\"", PDF).then().statusCode(412);
        put(neighbour, file, "\"1\"", "text".getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(415);
        put(neighbour, file, "\"1\"", PDF).then().statusCode(200).header("ETag", "\"2\"");
        as(neighbour).get(file).then().statusCode(200);
        as(SPECIALIST).get(file).then().statusCode(404);
        assertThat(ofCase(sample).get(0).get("file").isNull()).isTrue();

        answer(neighbour, owed(sample, OTHER_UNIT), "CONFIRMED", "Chưa đăng ký kết hôn với ai")
                .then()
                .statusCode(200);
        assertThat(ofCase(sample).get(0).at("/file/size").asLong()).isEqualTo(PDF.length);
        byte[] read = as(SPECIALIST).get(file).then().statusCode(200).extract().asByteArray();
        assertThat(read).isEqualTo(PDF);
        as(TestTokens.officer("specialist", UNIT, "police")).get(file).then().statusCode(404);
        as(TestTokens.officer("specialist", THIRD)).get(file).then().statusCode(404);
        // what was said stays as it was said
        put(neighbour, file, "\"3\"", PDF).then().statusCode(409).body("type", equalTo("/problems/opinion-not-open"));
    }

    @Test
    void the_end_of_the_case_takes_the_question_back() {
        Sample sample = held("2026-11-30T10:00:00Z");
        ask(sample, OTHER_UNIT).then().statusCode(200);
        JsonNode owed = owed(sample, OTHER_UNIT);
        sample.stage("STOPPED", "CONFIRM");
        assertThat(sample.awaitAct("OPINION_WITHDRAWN")
                        .data()
                        .at("/payload/toUnit")
                        .asText())
                .isEqualTo(OTHER_UNIT);
        as(neighbour)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"2\"")
                .body("{\"kind\":\"CONFIRMED\",\"text\":\"Xác nhận\"}")
                .post("/api/processing/opinions/" + owed.get("id").asText() + "/answer")
                .then()
                .statusCode(409);
    }
}
