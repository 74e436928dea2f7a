package vn.motcua.processing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.motcua.devstack.TestEvents;

import java.util.UUID;

/** What the catalogue tells this service: procedures, calendars and units. */
public final class SampleCatalogue {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static boolean told;

    private SampleCatalogue() {}

    /** Told once per run; returns when the service is ready. */
    static void told() {
        if (told) {
            return;
        }
        told = true;
        procedure(Sample.BIRTH, 1, "office", false);
        procedure(Sample.COPY, 1, "office", true);
        procedure(Sample.NOWHERE, 1, null, false);
        Contracts.examples("catalog.calendars").forEach(each -> publish("catalog.calendars", each));
        Contracts.examples("catalog.units").forEach(each -> publish("catalog.units", each));
        await().atMost(Sample.SOON).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    private static void publish(String topic, Contracts.Example example) {
        TestEvents.publish(
                topic, example.content().get("key").asText(), example.type(), UUID.randomUUID(), example.body());
    }

    public static void procedure(String code, int version, String department, boolean singleHand) {
        ObjectNode body = JSON.createObjectNode();
        body.put("code", code).put("version", version);
        body.putObject("name").put("vi", "Thủ tục " + code).putNull("en");
        body.put("department", department).put("singleHand", singleHand);
        body.putArray("components").addObject().put("id", code + "-01");
        ((ObjectNode) body).withArray("components").addObject().put("id", code + "-02");
        body.putObject("further").putArray("conditions").add("Đủ điều kiện theo quy định");
        TestEvents.publish(
                "catalog.procedures",
                code + "@" + version,
                "vn.motcua.catalog.procedure.v1",
                UUID.randomUUID(),
                body.toString());
    }
}
