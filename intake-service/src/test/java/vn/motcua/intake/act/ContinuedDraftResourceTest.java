package vn.motcua.intake.act;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;

import java.util.Map;

/** A draft goes on at another counter, or from a person's phone at the counter, by its reference and PIN. */
@QuarkusTest
class ContinuedDraftResourceTest {
    private static final String LAN = TestTokens.officer("reception", Desk.MUONG_SAI);
    private static final String FAR = TestTokens.officer("reception", "14-03703-20250701");

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void another_officer_of_the_centre_goes_on_where_the_first_stopped() {
        JsonPath draft = Desk.open(HOA, Desk.COPY, "COUNTER");
        String id = draft.getString("id");
        Desk.get(LAN, "/api/intake/dossiers/" + id).then().statusCode(404);
        goOn(LAN, draft.getString("reference"), draft.getString("pin"))
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        assertThat(Desk.get(LAN, "/api/intake/dossiers?stage=PREPARING")
                        .jsonPath()
                        .getList("items.id", String.class))
                .contains(id);
        assertThat(Desk.get(LAN, "/api/intake/dossiers/" + id + "/history")
                        .jsonPath()
                        .getList("items.action", String.class))
                .contains("CONTINUED");
        Desk.presentAll(id);
        Desk.done(LAN, id, Map.of("action", "RECEIVE"));
    }

    @Test
    void what_a_person_began_online_is_handed_in_at_the_counter_with_their_agreement() {
        String person = TestTokens.citizen("thoa-began");
        JsonPath draft = Desk.open(person, Desk.COPY, "ONLINE");
        String id = draft.getString("id");
        goOn(LAN, draft.getString("reference"), draft.getString("pin")).then().statusCode(200);
        Desk.act(LAN, id, Map.of("action", "SUBMIT")).then().statusCode(400);
        JsonPath filed = Desk.done(
                LAN, id, Map.of("action", "SUBMIT", "assistance", Map.of("consent", true, "readBack", "ON_SCREEN")));
        assertThat(filed.getBoolean("assisted")).isTrue();
        assertThat(Desk.dossier(person, id).getString("stage")).isEqualTo("SUBMITTED");
    }

    @Test
    void a_wrong_pin_another_centre_and_a_dossier_that_is_filed_are_refused() {
        JsonPath draft = Desk.open(HOA, Desk.COPY, "COUNTER");
        String reference = draft.getString("reference");
        String pin = draft.getString("pin");
        String wrong = pin.equals("000000") ? "111111" : "000000";
        goOn(LAN, reference, wrong).then().statusCode(403).body("type", equalTo("/problems/wrong-pin"));
        goOn(FAR, reference, pin).then().statusCode(404);
        Desk.get(LAN, "/api/intake/dossiers/" + draft.getString("id")).then().statusCode(404);
        Desk.presentAll(draft.getString("id"));
        Desk.done(HOA, draft.getString("id"), Map.of("action", "RECEIVE"));
        goOn(LAN, reference, pin).then().statusCode(409).body("type", equalTo("/problems/not-a-draft"));
    }

    @Test
    void nothing_is_kept_of_the_pin_and_going_on_again_is_the_same() {
        JsonPath draft = Desk.open(HOA, Desk.COPY, "COUNTER");
        String path = "/api/intake/dossiers/" + draft.getString("id");
        goOn(LAN, draft.getString("reference"), draft.getString("pin")).then().statusCode(200);
        String etag = Desk.get(LAN, path).header("ETag");
        given().auth()
                .oauth2(LAN)
                .contentType("application/json")
                .body(Map.of("reference", draft.getString("reference"), "pin", draft.getString("pin")))
                .post("/api/intake/dossiers/continuations")
                .then()
                .statusCode(200)
                .header("ETag", equalTo(etag));
        assertThat(Sql.query(
                        source, "select 1 from idempotency where scope like '%continuations%'", row -> row.getInt(1)))
                .isEmpty();
        assertThat(Desk.get(LAN, path + "/history").jsonPath().getList("items.action", String.class))
                .containsOnlyOnce("CONTINUED");
    }

    private static Response goOn(String who, String reference, String pin) {
        return Desk.post(who, "/api/intake/dossiers/continuations", null, Map.of("reference", reference, "pin", pin));
    }
}
