package vn.motcua.intake.act;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.act.Versions.NEW_DAY;
import static vn.motcua.intake.act.Versions.carryOver;
import static vn.motcua.intake.act.Versions.etag;
import static vn.motcua.intake.act.Versions.publish;
import static vn.motcua.intake.act.Versions.version;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.Map;

/** A draft lies on the desk while another version of its procedure comes into force. */
@QuarkusTest
class VersionInForceResourceTest {
    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue samples;

    @Inject
    Catalogue catalogue;

    @BeforeEach
    void monday() {
        samples.loaded();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_draft_is_not_received_under_a_version_that_another_one_has_followed() {
        String code = "1.998001";
        String id = draft(code, "COUNTER", HOA);
        Desk.dossier(HOA, id);
        Desk.presentAll(id);
        secondVersion(code);
        Desk.get(HOA, "/api/intake/dossiers/" + id).then().body("versionInForce", nullValue());
        clock.setLegal("2026-11-25T09:00");
        Desk.get(HOA, "/api/intake/dossiers/" + id)
                .then()
                .body("procedureVersion", equalTo(1))
                .body("versionInForce.version", equalTo(2))
                .body("versionInForce.effectiveFrom", equalTo("2026-11-25"));
        Desk.act(HOA, id, Desk.action("RECEIVE"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/version-replaced"))
                .body("version", equalTo(1))
                .body("versionInForce", equalTo(2))
                .body("effectiveFrom", equalTo("2026-11-25"));
        assertThat(Desk.dossier(HOA, id).getString("code")).isNull();
    }

    @Test
    void carried_over_it_keeps_what_is_on_both_lists_and_is_received_under_the_version_in_force() {
        String code = "1.998002";
        String id = draft(code, "COUNTER", HOA);
        Desk.presentAll(id);
        secondVersion(code);
        clock.setLegal("2026-11-25T09:00");
        carryOver(HOA, id)
                .then()
                .statusCode(200)
                .body("procedureVersion", equalTo(2))
                .body("versionInForce", nullValue())
                .body("papers.name", contains("Giấy mới", "Bản sao  căn cước", "Tờ khai"))
                .body("papers.state", contains("MISSING", "PRESENTED", "PRESENTED"))
                .body("papers.held", contains(false, true, true))
                .body("sentAlong.name", contains("Giấy cũ"))
                .body("sentAlong.held", contains(true))
                .body("clock.limit.amount", equalTo(5));
        Desk.act(HOA, id, Desk.action("RECEIVE"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/papers-incomplete"))
                .body("missing", contains(code + "-01"));
        Desk.presentAll(id);
        Desk.done(HOA, id, Desk.action("RECEIVE"));
        assertThat(Desk.dossier(HOA, id).getInt("procedureVersion")).isEqualTo(2);
        TestEvents.Received event = TestEvents.await(
                "dossier.stage-changed",
                each -> each.key().equals(id)
                        && each.data().path("action").asText().equals("RECEIVE"));
        assertThat(event.data().path("procedureVersion").asInt()).isEqualTo(2);
        JsonPath history =
                Desk.get(HOA, "/api/intake/dossiers/" + id + "/history").jsonPath();
        assertThat(history.getList("items.action", String.class)).contains("CARRIED_OVER");
    }

    @Test
    void carrying_over_again_is_the_same_and_takes_the_newest_revision() {
        String code = "1.998003";
        String id = draft(code, "COUNTER", HOA);
        secondVersion(code);
        clock.setLegal("2026-11-25T09:00");
        String stale = etag(HOA, id);
        carryOver(HOA, id).then().statusCode(200);
        String path = "/api/intake/dossiers/" + id + "/version-in-force";
        given().auth().oauth2(HOA).put(path).then().statusCode(428);
        given().auth().oauth2(HOA).header("If-Match", stale).put(path).then().statusCode(412);
        String newest = etag(HOA, id);
        carryOver(HOA, id).then().statusCode(200).header("ETag", equalTo(newest));
        String other = TestTokens.officer("reception", Desk.MUONG_SAI);
        given().auth().oauth2(other).header("If-Match", newest).put(path).then().statusCode(404);
        given().auth()
                .oauth2(Desk.MAI)
                .header("If-Match", newest)
                .put(path)
                .then()
                .statusCode(403);
    }

    @Test
    void what_was_filed_or_received_before_stays_under_its_version() {
        String code = "1.998004";
        String person = TestTokens.citizen("thoa-before");
        String filed = draft(code, "ONLINE", person);
        String received = draft(code, "COUNTER", HOA);
        Desk.presentAll(received);
        Desk.done(HOA, received, Desk.action("RECEIVE"));
        Desk.done(person, filed, Desk.action("SUBMIT"));
        secondVersion(code);
        clock.setLegal("2026-11-25T09:00");
        Desk.presentAll(filed);
        JsonPath taken = Desk.done(HOA, filed, Desk.action("RECEIVE"));
        assertThat(taken.getInt("procedureVersion")).isOne();
        assertThat(taken.getString("versionInForce")).isNull();
        assertThat(Desk.dossier(HOA, received).getInt("procedureVersion")).isOne();
        carryOver(HOA, received).then().statusCode(409).body("type", equalTo("/problems/not-a-draft"));
    }

    @Test
    void a_person_files_online_under_the_version_in_force() {
        String code = "1.998005";
        String person = TestTokens.citizen("thoa-online");
        String id = draft(code, "ONLINE", person);
        secondVersion(code);
        clock.setLegal("2026-11-25T09:00");
        Desk.act(person, id, Desk.action("SUBMIT"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/version-replaced"));
        carryOver(person, id).then().statusCode(200).body("papers.state", contains("MISSING", "MISSING", "MISSING"));
        Desk.done(person, id, Desk.action("SUBMIT"));
    }

    @Test
    void nothing_is_received_of_a_procedure_that_has_ended() {
        String code = "1.998006";
        String id = draft(code, "COUNTER", HOA);
        Desk.presentAll(id);
        publish(version(code, 1, "2025-07-01", "2026-11-24", 3, "Tờ khai", "Giấy cũ", "Bản sao căn cước"));
        await().until(() -> catalogue.procedureOn(code, NEW_DAY).isEmpty());
        clock.setLegal("2026-11-25T09:00");
        Desk.act(HOA, id, Desk.action("RECEIVE"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/procedure-not-in-force"));
        carryOver(HOA, id).then().statusCode(409).body("type", equalTo("/problems/procedure-not-in-force"));
        Desk.done(HOA, id, Desk.action("ABANDON"));
    }

    private String draft(String code, String channel, String token) {
        publish(version(code, 1, "2025-07-01", null, 3, "Tờ khai", "Giấy cũ", "Bản sao căn cước"));
        await().until(() -> catalogue.procedure(code, 1).isPresent());
        await().until(() -> catalogue.procedureOn(code, NEW_DAY.minusDays(2)).isPresent());
        JsonPath opened =
                Desk.open(token, Desk.opening(code, channel, Map.of("quantities", Map.of("pages", 0, "copies", 0))));
        assertThat(opened.getInt("procedureVersion")).isOne();
        return opened.getString("id");
    }

    private void secondVersion(String code) {
        publish(version(code, 1, "2025-07-01", "2026-11-24", 3, "Tờ khai", "Giấy cũ", "Bản sao căn cước"));
        publish(version(code, 2, "2026-11-25", null, 5, "Giấy mới", "Bản sao  căn cước", "Tờ khai"));
        await().until(() -> catalogue
                .procedureOn(code, NEW_DAY)
                .filter(each -> each.version() == 2)
                .isPresent());
    }
}
