package vn.motcua.notification.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.notification.contract.Contracts;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The service as its tests call it, with the catalogue's names loaded. */
public final class Service {
    public static final Duration SOON = Duration.ofSeconds(60);
    private static boolean catalogued;

    static {
        // for a busy machine: a test that succeeds waits no longer than before
        Awaitility.setDefaultTimeout(SOON);
    }

    private Service() {}

    /** Publishes the catalogue's examples and two procedures that other examples name; returns when the service is ready. */
    public static synchronized void ready() {
        if (!catalogued) {
            Contracts.examples("catalog.units")
                    .forEach(e -> publish("catalog.units", "vn.motcua.catalog.unit.v1", e.key(), e.data()));
            Contracts.examples("catalog.procedures")
                    .forEach(e -> publish("catalog.procedures", "vn.motcua.catalog.procedure.v1", e.key(), e.data()));
            Contracts.examples("catalog.calendars")
                    .forEach(e -> publish("catalog.calendars", "vn.motcua.catalog.calendar.v1", e.key(), e.data()));
            procedure("1.004873");
            procedure("1.012753");
            catalogued = true;
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    /** Publishes a procedure of version 1 with a made-up name. */
    public static void procedure(String code) {
        ObjectNode data = Story.object();
        data.put("code", code).put("version", 1);
        data.putObject("name").put("vi", "Thủ tục " + code).put("en", "Procedure " + code);
        publish("catalog.procedures", "vn.motcua.catalog.procedure.v1", code + "@1", data);
    }

    private static void publish(String topic, String type, String key, JsonNode data) {
        ObjectNode later = data.deepCopy();
        later.put("fieldOfALaterVersion", true);
        TestEvents.publish(topic, key, type, UUID.randomUUID(), later.toString());
    }

    /** Calls as an officer. */
    public static RequestSpecification as(String role, String unit) {
        return given().auth().oauth2(TestTokens.officer(role, unit)).contentType(ContentType.JSON);
    }

    /** Calls as reception of Mường Sại. */
    public static RequestSpecification reception() {
        return as("reception", Story.MUONG_SAI);
    }

    /** The templates of what was sent about a dossier, oldest first. */
    public static List<String> templates(UUID dossier) {
        List<String> newestFirst = reception()
                .queryParam("dossier", dossier)
                .queryParam("limit", 100)
                .get("/api/notification/messages")
                .jsonPath()
                .getList("items.template");
        if (newestFirst == null) {
            return List.of();
        }
        List<String> oldestFirst = new java.util.ArrayList<>(newestFirst);
        java.util.Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** Waits until exactly these templates were sent. */
    public static void awaitTemplates(UUID dossier, String... expected) {
        await().atMost(SOON).until(() -> templates(dossier), List.of(expected)::equals);
    }
}
