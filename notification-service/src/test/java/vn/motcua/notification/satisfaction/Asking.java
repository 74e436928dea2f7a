package vn.motcua.notification.satisfaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.motcua.devstack.TestEvents;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.notification.support.TrackingCookie;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.sql.Sql;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A return that is over and the question about it, as a person opens and answers it. */
final class Asking {
    static final String PATH = "/api/notification/satisfaction";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9A-Z]{8,26})\"");

    private Asking() {}

    /** A place of its own, so that its figures are its own. */
    static String unit() {
        return "14-%05d-20250701".formatted(ThreadLocalRandom.current().nextInt(40_000, 99_999));
    }

    /** Announced, then handed over, and the dossier agreed; the unit needs no name for that. */
    static Story returned(AgroalDataSource source, String unit) {
        Story story = new Story().decided(UUID.randomUUID());
        await().atMost(Service.SOON).until(() -> "ANNOUNCED".equals(state(story)));
        String etag =
                Service.reception().get("/api/notification/returns/" + story.id).header("ETag");
        Service.reception()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body("{\"action\":\"HAND_OVER\",\"collector\":\"OWNER\",\"how\":\"SLIP\"}")
                .post("/api/notification/returns/" + story.id + "/actions")
                .then()
                .statusCode(200);
        UUID offer = TestEvents.await(
                        "return.progressed",
                        each -> each.key().equals(story.id.toString())
                                && "HAND_OVER".equals(each.data().get("act").asText()))
                .id();
        story.answer(offer, true, null);
        await().atMost(Service.SOON).until(() -> given().cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                .get("/hop-thu")
                .asString()
                .contains("href=\"/danh-gia"));
        if (unit != null) {
            Sql.update(source, "update dossier_return set unit = ? where dossier_id = ?", unit, story.id);
        }
        return story;
    }

    static String state(Story story) {
        return Service.reception()
                .get("/api/notification/returns/" + story.id)
                .jsonPath()
                .getString("state");
    }

    static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    static String open(Story story) {
        return given().cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                .get("/danh-gia")
                .asString();
    }

    static Response send(String token, String mark, String words) {
        RequestSpecification form = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("token", token)
                .formParam("mark", mark)
                .formParam("reason", "SLOW", "LONG_WAIT")
                .formParam("step3", "2")
                .formParam("step1", "");
        return (words == null ? form : form.formParam("words", words)).post("/danh-gia");
    }

    static Response figures(String unit) {
        return Service.as("reception", unit).queryParam("unit", unit).get(PATH);
    }
}
