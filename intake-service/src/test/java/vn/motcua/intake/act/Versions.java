package vn.motcua.intake.act;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.ContractExamples;
import vn.motcua.platform.json.EventJson;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Versions of a procedure as the catalogue tells them, and the act that carries a draft over. */
@Singleton
class Versions {
    /** The day from which the second version is in force. */
    static final LocalDate NEW_DAY = LocalDate.of(2026, 11, 25);

    /** The quantities of a draft of which nothing is counted. */
    static final Map<String, Object> NOTHING = Map.of("pages", 0, "copies", 0);

    @Inject
    MovableClock clock;

    @Inject
    Catalogue catalogue;

    /** A draft at the counter, of the version that is in force on Monday. */
    String draft(ObjectNode first, Map<String, Object> quantities) {
        clock.setLegal("2026-11-23T09:00");
        String code = first.get("code").asText();
        publish(first);
        await().until(() -> catalogue.procedure(code, 1).isPresent());
        await().until(() ->
                catalogue.procedureOn(code, LocalDate.of(2026, 11, 23)).isPresent());
        return Desk.open(Desk.HOA, Desk.opening(code, "COUNTER", Map.of("quantities", quantities)))
                .getString("id");
    }

    /** The one ends, the other is in force, and it is its first day. */
    void follows(ObjectNode first, ObjectNode second) {
        publish(first.put("effectiveTo", "2026-11-24"));
        comes(second);
    }

    /** It is the first day of this one. */
    void comes(ObjectNode version) {
        LocalDate day = LocalDate.parse(version.get("effectiveFrom").asText());
        publish(version);
        await().until(() -> catalogue
                .procedureOn(version.get("code").asText(), day)
                .filter(each -> each.version() == version.get("version").asInt())
                .isPresent());
        clock.setLegal(day + "T09:00");
    }

    /** A procedure without a fee, for the counter and online, whose papers are numbered in their order. */
    static ObjectNode version(String code, int version, String from, String to, int workingDays, String... papers) {
        ObjectNode body =
                ContractExamples.of("catalog.procedures").get(0).data().deepCopy();
        body.put("code", code)
                .put("version", version)
                .put("effectiveFrom", from)
                .put("effectiveTo", to);
        body.put("sameDay", false);
        body.set(
                "limits",
                EventJson.mapper().valueToTree(List.of(Map.of("amount", workingDays, "unit", "WORKING_DAY"))));
        costing(body, Map.of("rule", "FREE", "amountVnd", 0));
        body.putArray("openFees");
        body.set("channels", EventJson.mapper().valueToTree(List.of("COUNTER", "ONLINE")));
        var components = body.putArray("components");
        for (int i = 0; i < papers.length; i++) {
            components
                    .addObject()
                    .put("id", "%s-%02d".formatted(code, i + 1))
                    .put("name", papers[i])
                    .put("originals", 1)
                    .put("copies", 0);
        }
        return body;
    }

    static ObjectNode first(String code, String... papers) {
        return version(code, 1, "2025-07-01", null, 3, papers);
    }

    static ObjectNode second(String code, String... papers) {
        return version(code, 2, "2026-11-25", null, 5, papers);
    }

    /** With this fee in place of those it has. */
    static ObjectNode costing(ObjectNode version, Map<String, Object> fee) {
        version.set("fees", EventJson.mapper().valueToTree(List.of(fee)));
        return version;
    }

    static Map<String, Object> fixed(long amountVnd, String dueAt) {
        return Map.of("kind", "CHARGE", "rule", "FIXED", "amountVnd", amountVnd, "dueAt", dueAt);
    }

    static void publish(ObjectNode body) {
        String key = body.get("code").asText() + "@" + body.get("version").asInt();
        TestEvents.publish(
                "catalog.procedures", key, "vn.motcua.catalog.procedure.v1", UUID.randomUUID(), body.toString());
    }

    static Response carryOver(String token, String id) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", etag(token, id))
                .put("/api/intake/dossiers/" + id + "/version-in-force");
    }

    static String etag(String token, String id) {
        return Desk.get(token, "/api/intake/dossiers/" + id).header("ETag");
    }
}
