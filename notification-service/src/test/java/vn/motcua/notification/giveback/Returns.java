package vn.motcua.notification.giveback;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.motcua.devstack.TestEvents;
import vn.motcua.notification.support.Service;

import java.util.List;
import java.util.UUID;

/** The returns' API as its tests call it. */
final class Returns {
    static final String PATH = "/api/notification/returns";
    static final String TO_OWNER = "{\"action\":\"HAND_OVER\",\"collector\":\"OWNER\",\"how\":\"SLIP\"}";

    static JsonPath one(UUID dossier) {
        return Service.reception().get(PATH + "/" + dossier).jsonPath();
    }

    static void awaitState(UUID dossier, String state, boolean pending) {
        await().atMost(Service.SOON).until(() -> {
            JsonPath view = one(dossier);
            return state.equals(view.getString("state")) && pending == view.getBoolean("pending");
        });
    }

    static Response act(RequestSpecification who, UUID dossier, String etag, String body) {
        RequestSpecification request =
                who.header("Idempotency-Key", UUID.randomUUID().toString());
        return (etag == null ? request : request.header("If-Match", etag))
                .body(body)
                .post(PATH + "/" + dossier + "/actions");
    }

    static String etag(UUID dossier) {
        return Service.reception().get(PATH + "/" + dossier).header("ETag");
    }

    static List<TestEvents.Received> told(UUID dossier) {
        return TestEvents.poll(ReturnProgressed.TOPIC).stream()
                .filter(event -> event.key().equals(dossier.toString()))
                .toList();
    }

    static UUID offer(UUID dossier, int number) {
        return offer(dossier, "HAND_OVER", number);
    }

    /** The id of the event that offered this act for the n-th time. */
    static UUID offer(UUID dossier, String act, int number) {
        await().atMost(Service.SOON)
                .until(() -> told(dossier).stream()
                                .filter(e -> act.equals(e.data().get("act").asText()))
                                .count()
                        >= number);
        return told(dossier).stream()
                .filter(e -> act.equals(e.data().get("act").asText()))
                .skip(number - 1)
                .findFirst()
                .orElseThrow()
                .id();
    }

    static List<String> waiting() {
        return Service.reception().queryParam("limit", 100).get(PATH).jsonPath().getList("items.dossierId");
    }

    private Returns() {}
}
