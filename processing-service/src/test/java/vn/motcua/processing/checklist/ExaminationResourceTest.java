package vn.motcua.processing.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.OTHER_UNIT;
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

import java.nio.charset.StandardCharsets;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ExaminationResourceTest {
    private static final byte[] MINUTES = "%PDF-1.7 minutes".getBytes(StandardCharsets.US_ASCII);

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
    void a_checklist_is_that_of_the_version_and_keeps_what_was_found_first() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        JsonNode empty = examination(sample);
        assertThat(empty.get("items"))
                .extracting(item -> item.get("id").asText())
                .containsExactly("condition-01", BIRTH + "-01", BIRTH + "-02");
        assertThat(empty.at("/items/0/kind").asText()).isEqualTo("CONDITION");
        assertThat(empty.at("/items/0/answer").isNull()).isTrue();

        find(sample, fence, BIRTH + "-01", "NOT_MET", "\"Thiếu chữ ký\"")
                .then()
                .statusCode(200)
                .body("checklistOpen", equalTo(2));
        find(sample, fence, BIRTH + "-01", "MET", null).then().statusCode(200).body("checklistOpen", equalTo(2));
        JsonNode found = examination(sample).at("/items/1");
        assertThat(found.get("answer").asText()).isEqualTo("MET");
        assertThat(found.get("note").isNull()).isTrue();
        assertThat(found.get("findings").asInt()).isEqualTo(2);
        assertThat(sample.read(specialist).get("history"))
                .extracting(act -> act.get("act").asText())
                .startsWith("EXAMINE", "EXAMINE", "CLAIMED");
    }

    @Test
    void nothing_is_proposed_before_every_item_has_a_finding() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        assertThat(sample.read(specialist).get("allowedActions"))
                .extracting(JsonNode::asText)
                .doesNotContain("PROPOSE");
        String result = sample.upload(specialist, fence);
        propose(sample, fence, result, "GRANTED", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/examination-open"));
        sample.examine(specialist, fence).then().statusCode(200).body("checklistOpen", equalTo(0));
        propose(sample, fence, result, "GRANTED", null).then().statusCode(200).body("state", equalTo("PROPOSED"));
    }

    @Test
    void what_is_not_met_can_be_refused_but_not_granted() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.examine(specialist, fence).then().statusCode(200);
        find(sample, fence, "condition-01", "NOT_MET", "\"Chưa đủ điều kiện\"")
                .then()
                .statusCode(200);
        String result = sample.upload(specialist, fence);
        propose(sample, fence, result, "GRANTED", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/item-not-met"));
        propose(sample, fence, result, "REFUSED", "CONDITIONS_NOT_MET").then().statusCode(200);
    }

    @Test
    void a_single_hand_procedure_has_a_checklist_that_nobody_must_fill_in() {
        Sample sample = Sample.opened(COPY);
        long fence = sample.claim(approver);
        assertThat(sample.read(approver).get("checklistOpen").asInt()).isEqualTo(3);
        propose(sample, approver, fence, sample.upload(approver, fence), "GRANTED", null)
                .then()
                .statusCode(200);
    }

    @Test
    void findings_that_do_not_fit_are_refused_and_change_nothing() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        find(sample, fence, "9.999999-01", "MET", null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-item"));
        find(sample, fence, BIRTH + "-01", "NOT_MET", null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/note-missing"));
        find(sample, fence, BIRTH + "-01", "NOT_MET", "\"  \"").then().statusCode(422);
        find(sample, fence, BIRTH + "-01", "PERHAPS", null).then().statusCode(400);
        sample.act(specialist, "{\"action\":\"EXAMINE\",\"fence\":" + fence + "}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/nothing-found"));
        find(sample, fence + 1, BIRTH + "-01", "MET", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"));
        JsonNode untouched = examination(sample);
        assertThat(untouched.get("items")).allMatch(item -> item.get("answer").isNull());
        assertThat(sample.read(specialist).get("checklistOpen").asInt()).isEqualTo(3);
    }

    @Test
    void only_who_holds_the_case_examines_it() {
        Sample sample = Sample.opened(BIRTH);
        sample.act(specialist, "{\"action\":\"EXAMINE\",\"fence\":1,\"note\":\"Ghi chú\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/case-not-held"));
        sample.claim(specialist);
        sample.act(approver, "{\"action\":\"EXAMINE\",\"fence\":1,\"note\":\"Ghi chú\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/case-held"));
        sample.act(token("director"), "{\"action\":\"EXAMINE\",\"fence\":1,\"note\":\"Ghi chú\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void notes_and_files_of_the_department_stay_beside_the_case() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(
                        specialist,
                        "{\"action\":\"EXAMINE\",\"fence\":%d,\"note\":\"Đã gọi điện xác minh\"}".formatted(fence))
                .then()
                .statusCode(200);
        String id = attach(sample, specialist, fence, MINUTES)
                .then()
                .statusCode(200)
                .body("kind", equalTo("MINUTES"))
                .extract()
                .path("id");
        JsonNode read = examination(sample);
        assertThat(read.at("/notes/0/text").asText()).isEqualTo("Đã gọi điện xác minh");
        assertThat(read.at("/attachments/0/mediaType").asText()).isEqualTo("application/pdf");
        byte[] bytes = as(specialist)
                .get("/api/processing/cases/" + sample.id() + "/examination/attachments/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(bytes).isEqualTo(MINUTES);
        assertThat(sample.told().toString()).doesNotContain("xác minh");
    }

    @Test
    void a_file_is_refused_without_the_claim_and_hidden_from_others() {
        Sample sample = Sample.opened(BIRTH);
        attach(sample, specialist, 1L, MINUTES).then().statusCode(409);
        long fence = sample.claim(specialist);
        attach(sample, specialist, fence + 1, MINUTES)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"));
        attach(sample, specialist, fence, "MZ program".getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(415);
        String id = attach(sample, specialist, fence, MINUTES)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        String stranger = TestTokens.officer("specialist", OTHER_UNIT);
        as(stranger)
                .get("/api/processing/cases/" + sample.id() + "/examination/attachments/" + id)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/case-not-found"));
        as(stranger)
                .get("/api/processing/cases/" + sample.id() + "/examination")
                .then()
                .statusCode(404);
        as(specialist)
                .get("/api/processing/cases/" + sample.id() + "/examination/attachments/" + sample.dossier)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/attachment-not-found"));
    }

    private JsonNode examination(Sample sample) {
        return json(as(specialist).get("/api/processing/cases/" + sample.id() + "/examination"));
    }

    private Response find(Sample sample, long fence, String item, String answer, String note) {
        return sample.act(
                specialist,
                "{\"action\":\"EXAMINE\",\"fence\":%d,\"findings\":[{\"item\":\"%s\",\"answer\":\"%s\",\"note\":%s}]}"
                        .formatted(fence, item, answer, note));
    }

    private Response propose(Sample sample, long fence, String result, String kind, String ground) {
        return propose(sample, specialist, fence, result, kind, ground);
    }

    private static Response propose(Sample sample, String who, long fence, String result, String kind, String ground) {
        String groundCode = ground == null ? "null" : '"' + ground + '"';
        return sample.act(
                who,
                "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"%s\",\"groundCode\":%s,\"resultId\":\"%s\"}"
                        .formatted(fence, kind, groundCode, result));
    }

    private static Response attach(Sample sample, String who, Long fence, byte[] file) {
        return as(who).contentType("application/octet-stream")
                .header("If-Match", sample.get(who).header("ETag"))
                .queryParam("fence", fence)
                .queryParam("kind", "MINUTES")
                .body(file)
                .put("/api/processing/cases/" + sample.id() + "/examination/attachments");
    }
}
