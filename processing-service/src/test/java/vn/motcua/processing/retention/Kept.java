package vn.motcua.processing.retention;

import static org.awaitility.Awaitility.await;
import static vn.motcua.processing.Sample.COPY;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.SOON;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A certified paper whose dossier is over, and the calls by which it is kept or destroyed. */
final class Kept {
    /** Others count the lines of the other unit. */
    static final String UNIT = OTHER_UNIT;

    static final String REPORTS = "/api/processing/retention/reports";

    final Sample sample;
    final JsonNode signing;

    private Kept(Sample sample, JsonNode signing) {
        this.sample = sample;
        this.signing = signing;
    }

    /** Decided under a number of these registers, each with one item; the person has not fetched it. */
    static Kept decided(byte[] pdf, String... registers) {
        String approver = officer("approver");
        Sample sample = Sample.of(COPY, UNIT);
        sample.transfer();
        sample.awaitAct("OPENED");
        sample.proposed(approver, pdf);
        StringBuilder items = new StringBuilder();
        for (String register : registers) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"register\":\"%s\",\"subject\":\"Giấy ủy quyền\",\"pages\":1,\"copies\":1}"
                            .formatted(register));
        }
        String body = "{\"declaration\":true,\"items\":[%s]}".formatted(items);
        JsonNode signing = json(Press.sign(sample, approver, UUID.randomUUID(), body));
        sample.applied(sample.awaitAct("DECIDE").id(), "DECIDED", "DECIDE");
        sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        return new Kept(sample, signing);
    }

    /** Decided and fetched. */
    static Kept returned(String... registers) {
        return returned(Pdfs.pages(1), registers);
    }

    static Kept returned(byte[] pdf, String... registers) {
        Kept kept = decided(pdf, registers);
        kept.sample.stage("RETURNED", "HAND_OVER");
        kept.sample.awaitSeen(
                officer("approver"), seen -> seen.get("stage").asText().equals("RETURNED"));
        return kept;
    }

    String result() {
        return signing.get("result").asText();
    }

    Response file(String token) {
        return as(token).get("/api/processing/results/" + result());
    }

    static Response make(String token, String unit) {
        return posted(token).body("{\"unit\":\"%s\"}".formatted(unit)).post(REPORTS);
    }

    /** A fresh report of the unit, by its director. */
    static JsonNode made() {
        Response response = make(officer("director"), UNIT);
        response.then().statusCode(201);
        return one(response.jsonPath().getString("id"));
    }

    static JsonNode one(String id) {
        return json(as(officer("auditor")).get(REPORTS + "/" + id));
    }

    static Response answer(String token, JsonNode report, String action) {
        return answer(token, report, action, UUID.randomUUID().toString(), etag(report));
    }

    /** @param ifMatch null to leave it out */
    static Response answer(String token, JsonNode report, String action, String key, String ifMatch) {
        RequestSpecification request = as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"action\":\"%s\",\"ground\":\"Quyết định 12/QĐ-UBND\"}".formatted(action));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post(REPORTS + "/" + report.get("id").asText() + "/actions");
    }

    static String etag(JsonNode report) {
        return "\"" + report.get("revision").asLong() + "\"";
    }

    /** Waits until every item is settled. */
    static JsonNode done(JsonNode report) {
        String id = report.get("id").asText();
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> one(id), each -> each.get("state").asText().equals("DONE"));
    }

    /** Its item in the report; null where it is not listed. */
    JsonNode in(JsonNode report) {
        for (JsonNode item : items(report)) {
            if (item.get("caseId").asText().equals(sample.id())) {
                return item;
            }
        }
        return null;
    }

    /** All pages of two. */
    static List<JsonNode> items(JsonNode report) {
        List<JsonNode> all = new ArrayList<>();
        String path = REPORTS + "/" + report.get("id").asText() + "/items?limit=2";
        String next = "";
        while (next != null) {
            JsonNode page = json(as(officer("auditor")).get(path + next));
            page.get("items").forEach(all::add);
            next = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asText();
        }
        return all;
    }

    static String officer(String role) {
        return TestTokens.officer(role, UNIT);
    }

    private static RequestSpecification posted(String token) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
