package vn.motcua.catalog.draft;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.motcua.devstack.TestTokens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The editors' work in tests: who does it, and whole drafts that pass the checks. */
public final class Editing {
    public static final String UNIT = "14-03712-20250701";
    public static final String DRAFTS = "/api/catalog/drafts";
    public static final String EDITOR = TestTokens.officer("catalog-editor", UNIT);
    public static final String APPROVER = TestTokens.officer("approver", UNIT);

    /** Why drafts of tests are written. */
    public static final String WHY = "Theo quyết định công bố mới";

    private Editing() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).header("Accept-Language", "en");
    }

    public static RequestSpecification posting(String token) {
        return as(token).header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json");
    }

    /** A content that passes the publish checks. */
    public static Map<String, Object> content(String name, int days) {
        Map<String, Object> content = new HashMap<>();
        content.put("name", Map.of("vi", name));
        content.put("field", "Hộ tịch");
        content.put("department", "office");
        content.put("authority", "Ủy ban nhân dân cấp xã");
        content.put("channels", List.of("COUNTER"));
        content.put("limits", List.of(Map.of("channel", "COUNTER", "amount", days, "unit", "WORKING_DAY")));
        content.put("fees", List.of(Map.of("rule", "FREE", "amountVnd", 0)));
        content.put("components", new ArrayList<>(List.of(paper("Tờ khai"))));
        content.put("results", List.of(Map.of("name", "Giấy xác nhận")));
        content.put("legalBasis", List.of("60/2014/QH13"));
        return content;
    }

    public static Map<String, Object> paper(String name) {
        return Map.of("name", name, "originals", 1, "copies", 0);
    }

    /** A new procedure's draft. @return its answer */
    public static Response begin(String code, String name, int days) {
        return posting(EDITOR)
                .body(Map.of("code", code, "content", content(name, days), "reason", WHY))
                .post(DRAFTS);
    }

    /** An editor proposes the end of a procedure, an approver decides it; abolished where nothing takes its place. */
    public static void end(String code, String lastDay, String... successors) {
        String path = "/api/catalog/procedures/" + code;
        Map<String, Object> proposal = Map.of(
                "action", "PROPOSE_END",
                "lastDay", lastDay,
                "endingReason", successors.length == 0 ? "ABOLISHED" : "REPLACED",
                "successors", List.of(successors),
                "decisionNumber", "9/QĐ-UBND",
                "decisionDate", "2026-11-20",
                "reason", "Gộp thủ tục");
        for (Map<String, Object> act : List.of(proposal, Map.<String, Object>of("action", "END"))) {
            String token = act == proposal ? EDITOR : APPROVER;
            posting(token)
                    .header("If-Match", as(token).get(path + "/versions").header("ETag"))
                    .body(act)
                    .post(path + "/actions")
                    .then()
                    .statusCode(200);
        }
    }

    /** Writes content, first day and a decision of 2 November 2026. */
    public static ValidatableResponse write(String id, Object content, String effectiveFrom) {
        Map<String, Object> body = new HashMap<>();
        body.put("content", content);
        body.put("effectiveFrom", effectiveFrom);
        body.put("announcement", Map.of("number", "1234/QĐ-UBND", "date", "2026-11-02"));
        return as(EDITOR)
                .contentType("application/json")
                .header("If-Match", etag(id))
                .body(body)
                .put(DRAFTS + "/" + id)
                .then();
    }

    public static String etag(String id) {
        return as(EDITOR).get(DRAFTS + "/" + id).header("ETag");
    }

    public static ValidatableResponse act(String token, String id, Map<String, Object> request) {
        return posting(token)
                .header("If-Match", etag(id))
                .body(request)
                .post(DRAFTS + "/" + id + "/actions")
                .then();
    }

    /** From the first word to the publication. @return the draft's id */
    public static String publish(String code, String name, int days, String effectiveFrom) {
        Response begun = begin(code, name, days);
        String id = begun.statusCode() == 409
                ? begun.path("draft")
                : begun.then().statusCode(201).extract().path("id");
        publish(id, content(name, days), effectiveFrom);
        return id;
    }

    /** The next version of a published code. */
    public static String publishNext(String code, String name, int days, String effectiveFrom) {
        return publishNext(code, content(name, days), effectiveFrom);
    }

    /** The next version of a published code, with this content. */
    public static String publishNext(String code, Map<String, Object> content, String effectiveFrom) {
        String id = posting(EDITOR)
                .body(Map.of("code", code, "reason", WHY))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        publish(id, content, effectiveFrom);
        return id;
    }

    private static void publish(String id, Object content, String effectiveFrom) {
        write(id, content, effectiveFrom).statusCode(200);
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(200);
        act(APPROVER, id, Map.of("action", "APPROVE")).statusCode(200);
        act(APPROVER, id, Map.of("action", "PUBLISH")).statusCode(200);
    }
}
