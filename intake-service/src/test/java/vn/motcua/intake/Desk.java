package vn.motcua.intake;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The counter as its tests use it: REST for people and officers, events for the case and the return. */
public final class Desk {
    public static final String MUONG_SAI = "14-03712-20250701";
    public static final String QUYNH_NHAI = "14-03703-20250701";
    public static final String COPY = "2.000815";
    public static final String BIRTH = "1.001193";
    public static final String RESIDENCE = "1.004222";
    public static final String BUSINESS = "1.001612";
    public static final String HOA = TestTokens.builder()
            .subject("hoa")
            .roles("reception")
            .units(MUONG_SAI)
            .name("Lò Thị Hoa")
            .title("Công chức một cửa")
            .token();
    public static final String MAI = TestTokens.officer("cashier", MUONG_SAI);

    static {
        // for a busy machine: a test that succeeds waits no longer than before
        Awaitility.setDefaultTimeout(java.time.Duration.ofSeconds(60));
    }

    private Desk() {}

    /** A body for opening; {@code more} replaces or adds members. */
    public static Map<String, Object> opening(String procedure, String channel, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "procedureCode", procedure,
                "channel", channel,
                "receivingUnit", MUONG_SAI,
                "competentUnit", MUONG_SAI,
                "returningUnit", MUONG_SAI,
                "owner",
                        Map.of(
                                "name", "Quàng Thị Vui",
                                "identifierKind", "CITIZEN_NUMBER",
                                "identifier", "014199001123",
                                "phone", "0912345645"),
                "quantities", Map.of("pages", 3, "copies", 2),
                "returnMode", "COUNTER",
                "language", "vi"));
        body.putAll(more);
        return body;
    }

    public static JsonPath open(String token, String procedure, String channel) {
        return open(token, opening(procedure, channel, Map.of()));
    }

    public static JsonPath open(String token, Map<String, Object> body) {
        return post(token, "/api/intake/dossiers", null, body)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static Response post(String token, String path, String ifMatch, Object body) {
        return post(token, path, ifMatch, body, UUID.randomUUID().toString());
    }

    public static Response post(String token, String path, String ifMatch, Object body, String key) {
        var request = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(path);
    }

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    public static JsonPath dossier(String token, String id) {
        return get(token, "/api/intake/dossiers/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Acts on the newest revision. */
    public static Response act(String token, String id, Map<String, Object> body) {
        String etag = get(token, "/api/intake/dossiers/" + id).header("ETag");
        return post(token, "/api/intake/dossiers/" + id + "/actions", etag == null ? "\"0\"" : etag, body);
    }

    /** Acts, and expects it to be done. */
    public static JsonPath done(String token, String id, Map<String, Object> body) {
        return act(token, id, body).then().statusCode(200).extract().jsonPath();
    }

    public static Map<String, Object> action(String action) {
        return Map.of("action", action);
    }

    public static Map<String, Object> cash(long amountVnd) {
        return Map.of("action", "PAY", "amountVnd", amountVnd, "method", "CASH", "receipt", "0000123");
    }

    /** A commune of Sơn La without an agency code. */
    public static void publishUnit(String id) {
        String body =
                """
                {"id":"%s","code":"99999","name":"Xã Thử","kind":"COMMUNE","provinceCode":"14","provinceName":"Tỉnh Sơn La",
                 "validFrom":"2025-07-01","validTo":null,"successors":[],"agencyCodes":[],"hours":[],"receives":true}
                """
                        .formatted(id);
        TestEvents.publish("catalog.units", id, "vn.motcua.catalog.unit.v1", UUID.randomUUID(), body);
    }

    /** Presents every paper that is still open. */
    public static void presentAll(String id) {
        List<Map<String, Object>> papers = dossier(HOA, id).getList("papers");
        for (Map<String, Object> paper : papers) {
            if (Boolean.TRUE.equals(paper.get("open"))) {
                paper(id, paper, Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL", "held", true))
                        .then()
                        .statusCode(200);
            }
        }
    }

    public static Response paper(String id, Map<String, Object> paper, Map<String, Object> body) {
        return given().auth()
                .oauth2(HOA)
                .contentType(ContentType.JSON)
                .header("If-Match", paper.get("etag"))
                .body(body)
                .put("/api/intake/dossiers/" + id + "/papers/" + paper.get("component"));
    }

    /** A certified copy received at the counter, handed on at once. */
    public static String receivedCopy() {
        String id = open(HOA, COPY, "COUNTER").getString("id");
        presentAll(id);
        done(HOA, id, action("RECEIVE"));
        return id;
    }

    /** Offers or reports something as the case. */
    public static UUID fromCase(String dossierId, String act, String payload, String more) {
        return fromCase(dossierId, act, "office", "CLAIMED", payload, more);
    }

    /** The case goes to another department. */
    public static UUID handedOn(String dossierId, String department) {
        return fromCase(dossierId, "HANDED_ON", department, "OPEN", "{}", resting(dossierId));
    }

    /** The receiving department takes a case over, or gives it back. */
    public static UUID routed(String dossierId, String act, String department) {
        return fromCase(dossierId, act, department, "OPEN", "{}", resting(dossierId));
    }

    /** The case reports an act while it lies in this unit, which is the competent one or handles it for that. */
    public static UUID inUnit(String dossierId, String act, String unit, String department) {
        return inUnit(dossierId, act, unit, department, dossier(HOA, dossierId).getString("stageSince"));
    }

    /** The same at this instant. */
    public static UUID inUnit(String dossierId, String act, String unit, String department, String at) {
        String elsewhere = unit.equals(MUONG_SAI) ? "" : "\"handlingUnit\":\"" + unit + "\",";
        String when = "\"effectiveAt\":\"%s\",\"basedOnSequence\":1,\"causedBy\":null".formatted(at);
        return fromCase(dossierId, act, department, "OPEN", "{}", elsewhere + when);
    }

    /** An officer takes the case. */
    public static UUID claimed(String dossierId, String holder) {
        return fromCase(dossierId, "CLAIMED", "{}", "\"holder\":\"" + holder + "\"," + resting(dossierId));
    }

    /** Its officer lets go of the case. */
    public static UUID released(String dossierId) {
        return fromCase(dossierId, "RELEASED", "office", "OPEN", "{}", resting(dossierId));
    }

    private static UUID fromCase(
            String dossierId, String act, String department, String state, String payload, String more) {
        UUID event = UUID.randomUUID();
        String body =
                """
                {"caseId":"%s","dossierId":"%s","act":"%s","actor":{"role":"approver","name":"Quàng Văn Thành","title":"Phó Chủ tịch"},
                 "unit":"14-03712-20250701","department":"%s","state":"%s","payload":%s,%s}
                """
                        .formatted(
                                UUID.nameUUIDFromBytes(dossierId.getBytes()),
                                dossierId,
                                act,
                                department,
                                state,
                                payload,
                                more);
        TestEvents.publish("case.progressed", dossierId, "vn.motcua.case.progressed.v1", event, body);
        return event;
    }

    /** The same by a clock that stands now and rests on the newest act. */
    public static UUID fromCase(String dossierId, String act, String payload) {
        return fromCase(dossierId, act, payload, resting(dossierId));
    }

    public static UUID decided(String dossierId) {
        return fromCase(
                dossierId,
                "DECIDE",
                "{\"decisionKind\":\"GRANTED\",\"resultId\":\"%s\",\"resultHash\":\"%s\",\"groundCode\":null}"
                        .formatted(UUID.randomUUID(), "ab".repeat(32)));
    }

    public static UUID handedOver(String dossierId) {
        UUID event = UUID.randomUUID();
        String body =
                """
                {"returnId":"%s","dossierId":"%s","act":"HAND_OVER","actor":{"role":"reception","name":"Lò Thị Hoa","title":"Công chức"},
                 "unit":"14-03712-20250701","state":"HANDED_OVER","payload":{"collector":"OWNER","how":"SLIP"},%s}
                """
                        .formatted(UUID.randomUUID(), dossierId, resting(dossierId));
        TestEvents.publish("return.progressed", dossierId, "vn.motcua.return.progressed.v1", event, body);
        return event;
    }

    private static String resting(String dossierId) {
        JsonPath now = dossier(HOA, dossierId);
        return "\"effectiveAt\":\"%s\",\"basedOnSequence\":%d,\"causedBy\":null"
                .formatted(now.getString("stageSince"), Math.max(1, now.getInt("sequence")));
    }

    /** The dossier's answer to an offered fact. */
    public static TestEvents.Received answer(UUID event) {
        return TestEvents.await("dossier.stage-changed", each -> event.toString()
                .equals(each.data().path("causedBy").asText()));
    }

    /** Waits until the dossier's view fits. */
    public static JsonPath until(String id, java.util.function.Predicate<JsonPath> fits) {
        return Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).until(() -> dossier(HOA, id), fits);
    }
}
