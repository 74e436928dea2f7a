package vn.motcua.notification.ringing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.OptOuts;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;

/** Which messages ring, said at the counter. */
@QuarkusTest
class RingingResourceTest {
    private static final String ELSEWHERE = Story.QUYNH_NHAI;
    private static final Map<String, Object> NO_PHONE = Map.of("sms", false, "email", true, "askedBy", "OWNER");

    @Inject
    OptOuts optOuts;

    @Inject
    SayWhatRings say;

    private Story story;

    @BeforeEach
    void known() {
        Service.ready();
        story = new Story().received();
        Service.awaitTemplates(story.id, "received");
    }

    private Response get(String role, String unit) {
        return Service.as(role, unit).get("/api/notification/ringing/" + story.id);
    }

    private Response put(String role, String unit, String ifMatch, Object body) {
        var request = Service.as(role, unit).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/notification/ringing/" + story.id);
    }

    @Test
    void reception_stops_what_rings_on_the_persons_word_and_it_is_kept_who_did() {
        Response before = get("reception", Story.MUONG_SAI);
        before.then()
                .statusCode(200)
                .body("sms", equalTo(true))
                .body("mayChange", equalTo(true))
                .body("changes", empty());

        put("reception", Story.MUONG_SAI, before.header("ETag"), NO_PHONE)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("sms", equalTo(false))
                .body("email", equalTo(true));

        assertThat(optOuts.of(story.id)).containsExactly(ChannelKind.SMS);
        say.byPerson(story.id, EnumSet.of(ChannelKind.SMS, ChannelKind.EMAIL));
        get("auditor", Story.MUONG_SAI)
                .then()
                .body("sms", equalTo(true))
                .body("changes.number", contains(2, 1))
                .body("changes.by", contains("PERSON", "RECEPTION"))
                .body("changes[1].askedBy", equalTo("OWNER"))
                .body("changes[1].unit", equalTo(Story.MUONG_SAI))
                .body("changes[1].sms", equalTo(false))
                .body("changes[1].officer.length() > 2", equalTo(true))
                .body("changes[0].officer", equalTo(null));
    }

    @Test
    void what_changes_nothing_is_not_noted() {
        put("reception", Story.MUONG_SAI, "\"0\"", Map.of("sms", true, "email", true, "askedBy", "AUTHORISED"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("changes", empty());
    }

    @Test
    void nobody_but_reception_at_the_counter_enters_it() {
        for (String role : new String[] {"specialist", "director", "cashier", "auditor", "citizen"}) {
            put(role, Story.MUONG_SAI, "\"0\"", NO_PHONE).then().statusCode(403);
        }
        put("reception", ELSEWHERE, "\"0\"", NO_PHONE).then().statusCode(404);
        get("director", ELSEWHERE).then().statusCode(404);
        get("director", Story.MUONG_SAI).then().body("mayChange", equalTo(false));
        given().get("/api/notification/ringing/" + story.id).then().statusCode(401);

        story = new Story().with(s -> s.put("competentUnit", ELSEWHERE)).received();
        Service.awaitTemplates(story.id, "received");
        get("reception", ELSEWHERE).then().statusCode(200).body("mayChange", equalTo(false));
        put("reception", ELSEWHERE, "\"0\"", NO_PHONE).then().statusCode(403);
        assertThat(optOuts.of(story.id)).isEmpty();
    }

    @Test
    void a_change_names_what_it_has_seen_and_says_all_of_it() {
        put("reception", Story.MUONG_SAI, null, NO_PHONE).then().statusCode(428);
        put("reception", Story.MUONG_SAI, "\"0\"", NO_PHONE).then().statusCode(200);
        put("reception", Story.MUONG_SAI, "\"0\"", Map.of("sms", true, "email", true, "askedBy", "OWNER"))
                .then()
                .statusCode(412)
                .body("etag", equalTo("\"1\""))
                .body("current.by.length() > 2", equalTo(true));
        put("reception", Story.MUONG_SAI, "\"1\"", Map.of("sms", true, "email", true))
                .then()
                .statusCode(400);
        put("reception", Story.MUONG_SAI, "\"1\"", Map.of("sms", true, "askedBy", "OWNER"))
                .then()
                .statusCode(400);
        put(
                        "reception",
                        Story.MUONG_SAI,
                        "\"1\"",
                        Map.of("sms", true, "email", true, "portal", false, "askedBy", "OWNER"))
                .then()
                .statusCode(400);
        Service.as("reception", Story.MUONG_SAI)
                .get("/api/notification/ringing/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        assertThat(optOuts.of(story.id)).containsExactly(ChannelKind.SMS);
    }
}
