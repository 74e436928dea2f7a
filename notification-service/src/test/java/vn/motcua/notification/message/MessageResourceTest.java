package vn.motcua.notification.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

@QuarkusTest
class MessageResourceTest {
    private static final String PATH = "/api/notification/messages";

    @BeforeEach
    void names() {
        Service.ready();
    }

    @Test
    void officers_of_the_dossiers_units_read_what_was_sent() {
        Story story =
                new Story().with(s -> s.put("returningUnit", Story.QUYNH_NHAI)).received();
        Service.awaitTemplates(story.id, "received");

        for (String role : new String[] {"reception", "approver", "director", "cashier", "auditor"}) {
            Service.as(role, Story.QUYNH_NHAI)
                    .queryParam("dossier", story.id)
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .body("items.template", contains("received"))
                    .body("items[0].dossierId", equalTo(story.id.toString()));
        }
    }

    @Test
    void a_foreign_unit_and_a_foreign_department_see_nothing() {
        Story story = new Story().with(s -> s.put("department", "office")).received();
        Service.awaitTemplates(story.id, "received");

        Service.as("reception", Story.QUYNH_NHAI)
                .queryParam("dossier", story.id)
                .get(PATH)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.officer("specialist", Story.MUONG_SAI, "police"))
                .queryParam("dossier", story.id)
                .get(PATH)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.officer("specialist", Story.MUONG_SAI, "office"))
                .queryParam("dossier", story.id)
                .get(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void people_and_strangers_have_no_access() {
        given().queryParam("dossier", java.util.UUID.randomUUID())
                .get(PATH)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.citizen("somebody"))
                .queryParam("dossier", java.util.UUID.randomUUID())
                .get(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void operators_see_messages_by_template_and_returns_waiting() {
        Story story = new Story().decided(java.util.UUID.randomUUID());
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready");

        assertThat(given().get("/q/metrics").asString())
                .containsPattern("motcua_messages_total\\{[^}]*template=\"result-ready\"[^}]*} [1-9]")
                .containsPattern("motcua_returns_waiting(\\{[^}]*})? [1-9]");
    }

    @Test
    void bad_questions_get_a_clear_answer() {
        Service.reception().get(PATH).then().statusCode(400).body("type", equalTo("/problems/validation"));
        Service.reception().queryParam("dossier", "x").get(PATH).then().statusCode(400);
        Service.reception()
                .queryParam("dossier", java.util.UUID.randomUUID())
                .queryParam("after", "!!!")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        Service.reception()
                .queryParam("dossier", java.util.UUID.randomUUID())
                .queryParam("limit", 0)
                .get(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void the_list_pages_by_key_newest_first() {
        Story story = new Story().received();
        story.tell(Action.TRANSFER, Stage.IN_PROCESS);
        story.tell(Action.CORRECT, Stage.IN_PROCESS);
        Service.awaitTemplates(story.id, "received", "transferred", "corrected");

        JsonPath first = Service.reception()
                .queryParam("dossier", story.id)
                .queryParam("limit", 2)
                .get(PATH)
                .jsonPath();
        assertThat(first.getList("items.template")).isEqualTo(java.util.List.of("corrected", "transferred"));
        JsonPath second = Service.reception()
                .queryParam("dossier", story.id)
                .queryParam("limit", 2)
                .queryParam("after", first.getString("next"))
                .get(PATH)
                .jsonPath();
        assertThat(second.getList("items.template")).isEqualTo(java.util.List.of("received"));
        assertThat(second.getString("next")).isNull();
    }
}
