package vn.motcua.processing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestEvents.Received;
import vn.motcua.devstack.TestTokens;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One dossier as intake would tell of it, and its case as officers meet it. Plays intake: every answer is a call here. */
public final class Sample {
    public static final String UNIT = "14-03712-20250701";
    public static final String OTHER_UNIT = "14-03703-20250701";
    public static final String STAGE_TOPIC = "dossier.stage-changed";
    public static final String CASE_TOPIC = "case.progressed";
    public static final Duration SOON = Duration.ofSeconds(60);

    /** A two-hand procedure of the office, a single-hand one, and one no rule can place. */
    public static final String BIRTH = "1.001193";

    public static final String COPY = "2.000815";
    public static final String NOWHERE = "9.999999";

    static {
        // for a busy machine: a test that succeeds waits no longer than before
        Awaitility.setDefaultTimeout(SOON);
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PDF = "%PDF-1.7 result".getBytes(StandardCharsets.US_ASCII);

    public final UUID dossier = UUID.randomUUID();
    private final String procedure;
    private final String unit;
    private long sequence;
    private Instant written = Instant.parse("2026-11-23T08:01:00Z");
    private String stage = "RECEIVED";
    private String due = "2026-11-27T10:00:00Z";
    private String received = "2026-11-23T08:01:00Z";
    private String channel = "COUNTER";
    private String returnMode = "COUNTER";
    private String reference = "7K3M9QX2TD";
    private String code = "H52.712.00-261123-0001";
    private boolean feesOpen;
    private boolean extensionUsed;
    private String brought;
    private String id;

    private Sample(String procedure, String unit) {
        this.procedure = procedure;
        this.unit = unit;
    }

    public static Sample of(String procedure) {
        return new Sample(procedure, UNIT);
    }

    public static Sample of(String procedure, String unit) {
        return new Sample(procedure, unit);
    }

    /** A transferred dossier of this procedure whose case is open. */
    public static Sample opened(String procedure) {
        Sample sample = of(procedure);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    /** The catalogue, told once per run; returns when the service is ready. */
    public static void catalogue() {
        SampleCatalogue.told();
    }

    public Sample due(String instant) {
        due = instant;
        return this;
    }

    public Sample received(String instant) {
        received = instant;
        return this;
    }

    public Sample by(String filed, String fetched) {
        channel = filed;
        returnMode = fetched;
        return this;
    }

    public Sample named(String newReference, String newCode) {
        reference = newReference;
        code = newCode;
        return this;
    }

    /** @param json what TRANSFER and RECEIVE tell of it from now on; null for nothing, as events of before */
    public Sample brought(String json) {
        brought = json;
        return this;
    }

    public Sample feesOpen() {
        feesOpen = true;
        return this;
    }

    public Sample paid() {
        feesOpen = false;
        return this;
    }

    public UUID transfer() {
        return stage("IN_PROCESS", "TRANSFER");
    }

    /** Tells of an act that moved the dossier to this stage. */
    public UUID stage(String to, String action) {
        return publish(UUID.randomUUID(), ++sequence, to, action, null, null, null);
    }

    /** Applies a case's offered act: the dossier stands in this stage now. */
    public UUID applied(UUID caseEvent, String to, String action) {
        if (action.equals("EXTEND")) {
            extensionUsed = true;
        }
        return publish(UUID.randomUUID(), ++sequence, to, action, null, caseEvent, "APPLIED");
    }

    /** Refuses a case's offered act: the stage stays. */
    public UUID refused(UUID caseEvent, String action, String reason) {
        return publish(UUID.randomUUID(), ++sequence, stage, action, reason, caseEvent, "REFUSED");
    }

    /** Tells an event with an old sequence. */
    public UUID late(long oldSequence, String oldStage, String action) {
        String now = stage;
        UUID id = publish(UUID.randomUUID(), oldSequence, oldStage, action, null, null, null);
        stage = now;
        return id;
    }

    public void again(UUID event, String to, String action) {
        publish(event, sequence, to, action, null, null, null);
    }

    /** From now on its events say that intake wrote them then. */
    public Sample writtenAt(String instant) {
        written = Instant.parse(instant);
        return this;
    }

    public UUID publish(UUID id, long number, String to, String action, String reason, UUID causedBy, String outcome) {
        String previous = stage;
        stage = to;
        ObjectNode body = JSON.createObjectNode();
        body.put("dossierId", dossier.toString());
        body.put("reference", reference).put("code", code).put("sequence", number);
        body.put("receivingUnit", unit).put("competentUnit", unit).put("returningUnit", unit);
        body.putNull("department");
        body.put("procedureCode", procedure).put("procedureVersion", 1);
        body.put("channel", channel).put("returnMode", returnMode).put("language", "vi");
        body.put("step", 4).put("stage", to).put("previousStage", previous);
        body.put("action", action).put("reasonCode", reason);
        body.putObject("actor").put("role", "reception").putNull("name").putNull("title");
        body.put("effectiveAt", "2026-11-23T08:01:00Z").put("receivedAt", received);
        body.put("due", due).put("originalDue", due).putNull("promised").putNull("pausedSince");
        body.put("extensionUsed", extensionUsed).put("feesOpen", feesOpen).put("originalsHeld", false);
        if (brought != null && action.equals("TRANSFER")) {
            body.set("brought", tree(brought));
        }
        body.putNull("decisionKind").putNull("resultId").putNull("resultHash");
        body.put("causedBy", causedBy == null ? null : causedBy.toString()).put("outcome", outcome);
        TestEvents.publish(
                STAGE_TOPIC, dossier.toString(), "vn.motcua.dossier.stage-changed.v1", id, body.toString(), written);
        return id;
    }

    /** What the case told so far, in order. */
    public List<Received> told() {
        return TestEvents.poll(CASE_TOPIC).stream()
                .filter(e -> e.key().equals(dossier.toString()))
                .toList();
    }

    /** In order, but for what the watch raised: when that comes is the clock's to say. */
    public List<String> acts() {
        return told().stream()
                .map(e -> e.data().get("act").asText())
                .filter(act -> !act.equals("ESCALATED"))
                .toList();
    }

    /** The newest event of this act, waiting for the first. */
    public Received awaitAct(String act) {
        return awaitAct(act, 1);
    }

    /** The n-th event of this act. */
    public Received awaitAct(String act, int nth) {
        await().atMost(SOON).until(() -> ofAct(act).size() >= nth);
        Received told = ofAct(act).get(nth - 1);
        assertThat(Contracts.misfits(CASE_TOPIC, told.data())).isEmpty();
        assertThat(told.type()).isEqualTo("vn.motcua.case.progressed.v1");
        return told;
    }

    private List<Received> ofAct(String act) {
        return told().stream()
                .filter(e -> e.data().get("act").asText().equals(act))
                .toList();
    }

    public String id() {
        if (id == null) {
            id = awaitAct("OPENED").data().get("caseId").asText();
        }
        return id;
    }

    public static String token(String role) {
        return TestTokens.officer(role, UNIT);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).header("Accept-Language", "en");
    }

    public Response get(String token) {
        return as(token).get("/api/processing/cases/" + id());
    }

    public JsonNode read(String token) {
        return json(get(token));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.then().statusCode(200).extract().asString());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Acts with the present revision. */
    public Response act(String token, String body) {
        return act(token, body, get(token).header("ETag"), UUID.randomUUID().toString());
    }

    public Response act(String token, String body, String ifMatch, String key) {
        RequestSpecification request = as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/processing/cases/" + id() + "/actions");
    }

    /** Claims and answers the fencing number. */
    public long claim(String token) {
        return act(token, "{\"action\":\"CLAIM\"}")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("holder.fence");
    }

    public String upload(String token, Long fence) {
        return upload(token, fence, PDF).then().statusCode(200).extract().path("id");
    }

    public Response upload(String token, Long fence, byte[] file) {
        RequestSpecification request = as(token)
                .contentType("application/octet-stream")
                .header("If-Match", get(token).header("ETag"))
                .body(file);
        if (fence != null) {
            request.queryParam("fence", fence);
        }
        return request.put("/api/processing/cases/" + id() + "/result");
    }

    /** Finds every item of the checklist met. */
    public Response examine(String token, long fence) {
        StringBuilder findings = new StringBuilder();
        for (String item : List.of("condition-01", procedure + "-01", procedure + "-02")) {
            findings.append(findings.isEmpty() ? "" : ",")
                    .append("{\"item\":\"%s\",\"answer\":\"MET\"}".formatted(item));
        }
        return act(token, "{\"action\":\"EXAMINE\",\"fence\":%d,\"findings\":[%s]}".formatted(fence, findings));
    }

    /** Examines, uploads a result and proposes to grant. */
    public Response propose(String token, long fence) {
        return propose(token, fence, PDF);
    }

    public Response propose(String token, long fence, byte[] file) {
        if (read(token).get("checklistOpen").asInt() > 0) {
            examine(token, fence).then().statusCode(200);
        }
        String result =
                upload(token, fence, file).then().statusCode(200).extract().path("id");
        return act(
                token,
                "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"GRANTED\",\"resultId\":\"%s\"}"
                        .formatted(fence, result));
    }

    /** Waits until the officer sees this. */
    public JsonNode awaitSeen(String token, java.util.function.Predicate<JsonNode> seen) {
        return await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> read(token), seen::test);
    }

    /** Proposes this file. */
    public Sample proposed(String token, byte[] file) {
        propose(token, claim(token), file).then().statusCode(200);
        return this;
    }
}
