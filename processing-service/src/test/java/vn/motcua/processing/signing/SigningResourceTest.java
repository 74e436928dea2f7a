package vn.motcua.processing.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.paper.proof.PrintedPage;
import vn.motcua.processing.Codes;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;
import vn.motcua.processing.signature.Proof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@QuarkusTest
class SigningResourceTest {
    static final String DECLARED = "{\"declaration\":true}";

    @Inject
    MovableClock clock;

    @TempDir
    Path folder;

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
    void one_press_numbers_signs_and_decides_and_poppler_finds_the_signature_valid() throws Exception {
        Sample sample = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(2));
        UUID id = UUID.randomUUID();
        JsonNode signed = json(Press.sign(sample, approver, id, DECLARED));
        assertThat(signed.get("state").asText()).isEqualTo("SIGNED");
        assertThat(signed.get("level").asText()).isEqualTo("B_LT");
        assertThat(signed.get("number").asText()).matches("\\d{2,}/GXN-UBND");
        JsonNode told = sample.awaitAct("DECIDE").data();
        assertThat(told.get("payload").get("resultId").asText())
                .isEqualTo(signed.get("result").asText());
        assertThat(told.toString()).doesNotContain(signed.get("number").asText());
        byte[] file = file(signed.get("result").asText());
        assertThat(PrintedPage.text(file))
                .contains(
                        "Số: " + signed.get("number").asText(), "ngày 23 tháng 11 năm 2026", "H52.712.00-261123-0001");
        assertThat(Codes.onLastPage(file)).contains("/xac-minh?t=");
        assertThat(Codes.byZbar(file, folder)).isEqualTo(Codes.onLastPage(file));
        Proof proof = Proof.of(file, folder);
        proof.assumePoppler();
        assertThat(proof.pdfsig()).contains("Signature is Valid");
    }

    @Test
    void the_line_of_the_register_says_what_the_dossier_answered() {
        Sample taken = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1));
        JsonNode issued = json(Press.sign(taken, approver, UUID.randomUUID(), DECLARED));
        taken.applied(taken.awaitAct("DECIDE").id(), "DECIDED", "DECIDE");
        taken.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(line(issued).get("state").asText()).isEqualTo("ISSUED");

        Sample refused = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1));
        String proposed = refused.read(approver).get("draftResult").asText();
        JsonNode voided = json(Press.sign(refused, approver, UUID.randomUUID(), DECLARED));
        refused.refused(refused.awaitAct("DECIDE").id(), "DECIDE", "FEES_OPEN");
        JsonNode back = refused.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(back.get("draftResult").asText()).isEqualTo(proposed);
        assertThat(line(voided).get("state").asText()).isEqualTo("VOID");
        assertThat(line(voided).get("voidReason").asText()).isEqualTo("FEES_OPEN");
        JsonNode again = json(Press.sign(refused, approver, UUID.randomUUID(), DECLARED));
        assertThat(number(again)).isEqualTo(number(voided) + 1);
    }

    @Test
    void the_end_of_the_dossier_before_its_answer_voids_the_number() {
        Sample sample = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1));
        JsonNode signed = json(Press.sign(sample, approver, UUID.randomUUID(), DECLARED));
        sample.stage("STOPPED", "CONFIRM");
        sample.awaitSeen(approver, seen -> seen.get("state").asText().equals("CLOSED"));
        assertThat(line(signed).get("voidReason").asText()).isEqualTo("STOPPED");
    }

    @Test
    void the_same_signing_again_is_the_same_and_another_request_under_its_id_is_refused() {
        Sample sample = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1));
        UUID id = UUID.randomUUID();
        String seen = sample.get(approver).header("ETag");
        JsonNode first = json(Press.sign(sample, approver, id, DECLARED, seen));
        JsonNode second = json(Press.sign(sample, approver, id, DECLARED, seen));
        assertThat(second).isEqualTo(first);
        Press.sign(sample, approver, id, "{\"declaration\":true,\"type\":\"TB\"}", seen)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/signing-other"));
        assertThat(sample.acts().stream().filter("DECIDE"::equals)).hasSize(1);
    }

    @Test
    void who_proposed_does_not_sign_and_who_signs_declares() {
        String both = TestTokens.builder()
                .subject("both")
                .roles("specialist", "approver")
                .units(UNIT)
                .department("office")
                .token();
        Sample sample = Sample.opened(BIRTH).proposed(both, Pdfs.pages(1));
        int before = last(approver);
        Press.sign(sample, both, UUID.randomUUID(), DECLARED)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/same-hand"));
        Press.sign(sample, approver, UUID.randomUUID(), "{\"declaration\":false}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/declaration-missing"));
        Press.sign(sample, approver, UUID.randomUUID(), "{}").then().statusCode(400);
        Press.sign(sample, specialist, UUID.randomUUID(), DECLARED).then().statusCode(403);
        Press.sign(sample, TestTokens.officer("approver", OTHER_UNIT), UUID.randomUUID(), DECLARED, "\"1\"")
                .then()
                .statusCode(404);
        Press.sign(sample, approver, UUID.randomUUID(), DECLARED, null).then().statusCode(428);
        Press.sign(sample, approver, UUID.randomUUID(), DECLARED, "\"1\"")
                .then()
                .statusCode(412);
        assertThat(last(approver)).isEqualTo(before);
    }

    @Test
    void a_file_that_cannot_be_signed_leaves_a_void_line_and_the_proposal_as_it_was() {
        Sample sample =
                Sample.opened(BIRTH).proposed(specialist, "%PDF-1.7 no document".getBytes(StandardCharsets.US_ASCII));
        Press.sign(sample, approver, UUID.randomUUID(), DECLARED)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/result-not-signable"));
        JsonNode attempt = json(as(approver).get("/api/processing/cases/" + sample.id() + "/signings"))
                .get("items")
                .get(0);
        assertThat(attempt.get("state").asText()).isEqualTo("VOID");
        assertThat(attempt.get("reason").asText()).isEqualTo("RESULT_NOT_SIGNABLE");
        assertThat(line(attempt).get("state").asText()).isEqualTo("VOID");
        assertThat(sample.read(approver).get("state").asText()).isEqualTo("PROPOSED");
        sample.act(approver, "{\"action\":\"DECIDE\"}").then().statusCode(200);
    }

    @Test
    void the_same_request_many_times_at_once_is_one_signing() throws Exception {
        Sample sample = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1));
        UUID id = UUID.randomUUID();
        String seen = sample.get(approver).header("ETag");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Future<Response>> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asked.add(pool.submit(() -> Press.sign(sample, approver, id, DECLARED, seen)));
        }
        for (Future<Response> each : asked) {
            // who comes between the number and the signature of the first may find the case changed
            assertThat(each.get().statusCode()).isIn(200, 412);
        }
        pool.shutdown();
        assertThat(json(Press.sign(sample, approver, id, DECLARED, seen))
                        .get("state")
                        .asText())
                .isEqualTo("SIGNED");
        assertThat(sample.acts().stream().filter("DECIDE"::equals)).hasSize(1);
        assertThat(json(as(approver).get("/api/processing/cases/" + sample.id() + "/signings"))
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void each_kind_of_original_gets_one_number_whatever_its_copies_and_the_statement_names_them() throws Exception {
        Sample sample = Sample.opened(COPY).proposed(approver, Pdfs.pages(3));
        int copiesBefore = lines("COPY").size();
        int signaturesBefore = lines("SIGNATURE").size();
        JsonNode signed = json(
                Press.sign(
                        sample,
                        approver,
                        UUID.randomUUID(),
                        """
                {"declaration":true,"items":[
                  {"register":"COPY","subject":"Bằng tốt nghiệp","pages":1,"copies":5},
                  {"register":"COPY","subject":"Căn cước","pages":2,"copies":2},
                  {"register":"SIGNATURE","subject":"Giấy ủy quyền","pages":1,"copies":1}]}
                """));
        assertThat(signed.get("number").asText()).matches("\\d{2,}, quyển số 01/2026-SCT/BS \\(\\+2\\)");
        List<JsonNode> copies = lines("COPY");
        copies = copies.subList(copiesBefore, copies.size());
        assertThat(copies).hasSize(2);
        assertThat(copies.get(1).get("number").asInt())
                .isEqualTo(copies.get(0).get("number").asInt() + 1);
        assertThat(lines("SIGNATURE")).hasSize(signaturesBefore + 1);
        String text = PrintedPage.text(file(signed.get("result").asText()));
        assertThat(text)
                .contains(
                        "Chứng thực bản sao đúng với bản chính",
                        "Bằng tốt nghiệp",
                        copies.get(1).get("text").asText());
    }

    @Test
    void a_correction_is_a_new_number_that_names_the_one_it_replaces() throws Exception {
        Sample sample = Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1));
        JsonNode first = json(Press.sign(sample, approver, UUID.randomUUID(), DECLARED));
        sample.applied(sample.awaitAct("DECIDE").id(), "DECIDED", "DECIDE");
        sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        sample.upload(approver, null, Pdfs.pages(2)).then().statusCode(200);
        JsonNode second = json(Press.sign(sample, approver, UUID.randomUUID(), DECLARED));
        assertThat(second.get("act").asText()).isEqualTo("REISSUE");
        assertThat(second.get("replaces")).isEqualTo(first.get("result"));
        assertThat(PrintedPage.text(file(second.get("result").asText())))
                .contains("thay thế văn bản số " + first.get("number").asText());
        as(approver)
                .get("/api/processing/cases/" + sample.id() + "/signings")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].declared", equalTo(true))
                .body("items[0].certificate", notNullValue())
                .body("items[0].number", matchesPattern("\\d{2,}/GXN-UBND"));
    }

    @Test
    void words_of_the_template_become_a_draft_and_are_set_again_with_number_and_signer() throws Exception {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        if (sample.read(specialist).get("checklistOpen").asInt() > 0) {
            sample.examine(specialist, fence).then().statusCode(200);
        }
        String path = "/api/processing/cases/" + sample.id() + "/result/words";
        as(specialist)
                .get(path)
                .then()
                .statusCode(200)
                .body("body", org.hamcrest.Matchers.containsString("H52.712.00-261123-0001"));
        String draft = as(specialist)
                .contentType("application/json")
                .header("If-Match", sample.get(specialist).header("ETag"))
                .body(
                        "{\"title\":\"Giấy xác nhận cư trú\",\"body\":\"Xác nhận có nơi ở ổn định.\\nCó giá trị 6 tháng.\"}")
                .put(path + "?fence=" + fence)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(PrintedPage.text(file(draft))).contains("DỰ THẢO", "ổn định").doesNotContain("đã ký số");
        sample.act(
                        specialist,
                        "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"GRANTED\",\"resultId\":\"%s\"}"
                                .formatted(fence, draft))
                .then()
                .statusCode(200);
        sample.act(approver, "{\"action\":\"DECIDE\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/result-not-signed"));
        JsonNode signed = json(Press.sign(sample, approver, UUID.randomUUID(), DECLARED));
        byte[] file = file(signed.get("result").asText());
        assertThat(PrintedPage.text(file))
                .contains("Có giá trị 6 tháng", signed.get("number").asText(), "đã ký số")
                .doesNotContain("DỰ THẢO");
        assertThat(Archivable.faults(file)).isEmpty();
    }

    private byte[] file(String result) {
        return file(approver, result);
    }

    static byte[] file(String approver, String result) {
        return as(approver)
                .get("/api/processing/results/" + result)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    static int number(JsonNode signing) {
        return Integer.parseInt(signing.get("number").asText().split("/")[0]);
    }

    private JsonNode line(JsonNode signing) {
        int number = number(signing);
        JsonNode page = json(as(approver)
                .get("/api/processing/registers/lines?unit=" + UNIT + "&kind=RESULT&year=2026&limit=1&after="
                        + java.util.Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(Integer.toString(number - 1).getBytes(StandardCharsets.UTF_8))));
        return page.get("items").get(0);
    }

    private List<JsonNode> lines(String kind) {
        List<JsonNode> found = new ArrayList<>();
        json(as(approver)
                        .get("/api/processing/registers/lines?unit=" + UNIT + "&kind=" + kind + "&year=2026&limit=100"))
                .get("items")
                .forEach(found::add);
        assertThat(found).allMatch(each -> each.get("code").asText().equals("H52.712.00-261123-0001"));
        return found;
    }

    static int last(String approver) {
        for (JsonNode each :
                json(as(approver).get("/api/processing/registers?unit=" + UNIT)).get("items")) {
            if (each.get("kind").asText().equals("RESULT") && each.get("year").asInt() == 2026) {
                return each.get("last").asInt();
            }
        }
        return 0;
    }
}
