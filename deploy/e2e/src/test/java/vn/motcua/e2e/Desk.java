package vn.motcua.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.motcua.devstack.Suite;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What people and officers do, over HTTP through the gateway, with tokens of the real Keycloak. */
final class Desk {
    static final String MUONG_SAI = "14-03712-20250701";
    static final String QUYNH_NHAI = "14-03703-20250701";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final byte[] RESULT =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes();

    private final Suite suite;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    Desk(Suite suite) {
        this.suite = suite;
    }

    RequestSpecification as(String user) {
        return given().auth().oauth2(tokens.computeIfAbsent(user, suite::token));
    }

    /** Tokens are real time; a long story renews them. */
    void renewTokens() {
        tokens.clear();
    }

    JsonPath open(String procedure, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "procedureCode",
                procedure,
                "channel",
                "COUNTER",
                "receivingUnit",
                MUONG_SAI,
                "competentUnit",
                MUONG_SAI,
                "returningUnit",
                MUONG_SAI,
                "owner",
                Map.of(
                        "name", "Quàng Thị Vui",
                        "identifierKind", "CITIZEN_NUMBER",
                        "identifier", "014190001234",
                        "phone", "0912345645",
                        "phoneOwner", "SELF"),
                "returnMode",
                "COUNTER",
                "language",
                "vi"));
        body.putAll(more);
        Response opened = as("hoa.reception")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/api/intake/dossiers");
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        return opened.jsonPath();
    }

    /** Presents every paper that is still open. */
    void presentAll(String dossier) {
        List<Map<String, Object>> papers = dossier(dossier).getList("papers");
        for (Map<String, Object> paper : papers) {
            if (!Boolean.TRUE.equals(paper.get("open"))) {
                continue;
            }
            Response done = as("hoa.reception")
                    .header("If-Match", paper.get("etag"))
                    .contentType("application/json")
                    .body(Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL"))
                    .put("/api/intake/dossiers/" + dossier + "/papers/" + paper.get("component"));
            assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        }
    }

    JsonPath dossier(String id) {
        Response answer = as("hoa.reception").get("/api/intake/dossiers/" + id);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    Response tryAct(String user, String dossier, Map<String, Object> body) {
        String etag = as(user).get("/api/intake/dossiers/" + dossier).header("ETag");
        return as(user).header("If-Match", String.valueOf(etag))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/api/intake/dossiers/" + dossier + "/actions");
    }

    JsonPath act(String user, String dossier, Map<String, Object> body) {
        Response answer = tryAct(user, dossier, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    JsonPath awaitDossier(String id, Predicate<JsonPath> fits) {
        return await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(() -> dossier(id), fits::test);
    }

    /** The case of a dossier as an officer sees it, once it fits. */
    JsonPath awaitCase(String user, String dossier, Predicate<JsonPath> fits) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(
                        () -> {
                            String id = as(user).get("/api/processing/cases?dossier=" + dossier)
                                    .jsonPath()
                                    .getString("items[0].id");
                            return as(user).get("/api/processing/cases/" + id).jsonPath();
                        },
                        found -> found.getString("id") != null && fits.test(found));
    }

    Response tryCase(String user, String caseId, Map<String, Object> body) {
        String etag = as(user).get("/api/processing/cases/" + caseId).header("ETag");
        return as(user).header("If-Match", String.valueOf(etag))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/api/processing/cases/" + caseId + "/actions");
    }

    JsonPath onCase(String user, String caseId, Map<String, Object> body) {
        Response answer = tryCase(user, caseId, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    /** Takes a free case and returns its fencing number. */
    long claim(String user, String caseId) {
        return onCase(user, caseId, Map.of("action", "CLAIM")).getLong("holder.fence");
    }

    /** Finds everything met that the procedure has examined. */
    void examine(String user, String caseId, long fence) {
        List<Map<String, Object>> items = as(user).get("/api/processing/cases/" + caseId + "/examination")
                .jsonPath()
                .getList("items");
        List<Map<String, Object>> findings = items.stream()
                .map(item -> Map.of("item", item.get("id"), "answer", (Object) "MET"))
                .toList();
        if (!findings.isEmpty()) {
            onCase(user, caseId, Map.of("action", "EXAMINE", "fence", fence, "findings", findings));
        }
    }

    /** Examines, uploads the result and proposes to grant. */
    void propose(String user, String caseId, long fence) {
        examine(user, caseId, fence);
        String etag = as(user).get("/api/processing/cases/" + caseId).header("ETag");
        Response uploaded = as(user).header("If-Match", etag)
                .contentType("application/pdf")
                .body(RESULT)
                .put("/api/processing/cases/" + caseId + "/result?fence=" + fence);
        assertThat(uploaded.statusCode()).as(uploaded.asString()).isEqualTo(200);
        onCase(
                user,
                caseId,
                Map.of(
                        "action",
                        "PROPOSE",
                        "fence",
                        fence,
                        "decisionKind",
                        "GRANTED",
                        "resultId",
                        uploaded.jsonPath().getString("id")));
    }

    JsonPath awaitReturn(String dossier, Predicate<JsonPath> fits) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(
                        () -> as("hoa.reception")
                                .get("/api/notification/returns/" + dossier)
                                .jsonPath(),
                        found -> found.getString("state") != null && fits.test(found));
    }

    Response tryHandOver(String dossier) {
        String etag =
                as("hoa.reception").get("/api/notification/returns/" + dossier).header("ETag");
        return as("hoa.reception")
                .header("If-Match", String.valueOf(etag))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("action", "HAND_OVER", "collector", "OWNER", "how", "SLIP"))
                .post("/api/notification/returns/" + dossier + "/actions");
    }

    void handOver(String dossier) {
        awaitReturn(dossier, found -> found.getString("state").equals("ANNOUNCED"));
        Response answer = tryHandOver(dossier);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        awaitDossier(dossier, found -> found.getString("stage").equals("RETURNED"));
    }

    /** The cookie with which a person reads about one dossier. */
    String track(String reference, String pin) {
        Response tracking = given().contentType("application/json")
                .body(Map.of("reference", reference, "pin", pin))
                .post("/api/intake/tracking");
        assertThat(tracking.statusCode()).as(tracking.asString()).isIn(200, 204);
        return tracking.getCookie("motcua_tracking");
    }

    String inbox(String cookie) {
        Response page = given().cookie("motcua_tracking", cookie).get("/hop-thu?lang=vi");
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.asString();
    }
}
