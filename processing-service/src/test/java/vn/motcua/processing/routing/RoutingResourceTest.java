package vn.motcua.processing.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;
import vn.motcua.processing.SampleCatalogue;

import java.util.UUID;

/** Rules of a unit that no other test uses: what they do is seen in its cases alone. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RoutingResourceTest {
    private static final String UNIT = "75-25270-20250701";
    private static final String PATH = "/api/processing/units/" + UNIT + "/routing";
    private static final String HOUSE = "1.013225";

    @Inject
    MovableClock clock;

    private final String director = TestTokens.officer("director", UNIT);

    @BeforeEach
    void monday() {
        Sample.catalogue();
        SampleCatalogue.procedure(HOUSE, 1, "economy", false);
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void a_rule_is_drafted_previewed_put_in_force_and_then_routes_and_is_named() {
        Sample before = opened();
        assertThat(before.read(director).get("department").asText()).isEqualTo("economy");
        assertThat(before.read(director).get("route").isNull()).isTrue();

        String rule = rule("Nhà ở: trước hết văn phòng", HOUSE, "office");
        Response drafted = draft(revision(), rule);
        drafted.then().statusCode(200).body("state", equalTo("DRAFT"));
        JsonNode preview = json(as(director).get(PATH + "/draft/preview"));
        assertThat(preview.get("moved").asInt()).isPositive();
        assertThat(preview.at("/flows/0/from").asText()).isEqualTo("economy");
        assertThat(preview.at("/flows/0/to").asText()).isEqualTo("office");
        assertThat(preview.get("cases"))
                .anyMatch(each -> each.get("caseId").asText().equals(before.id()));
        assertThat(opened().read(director).get("department").asText()).isEqualTo("economy");

        activate(drafted.header("ETag")).then().statusCode(200).body("state", equalTo("ACTIVE"));
        JsonNode after = opened().read(director);
        assertThat(after.get("department").asText()).isEqualTo("office");
        assertThat(after.at("/route/rule").asText()).isEqualTo("Nhà ở: trước hết văn phòng");
        assertThat(after.at("/route/version").asInt())
                .isEqualTo(drafted.jsonPath().getInt("version"));
        // nothing moved, and the case still names what routed it
        assertThat(before.read(director).get("department").asText()).isEqualTo("economy");

        Response other = draft(
                "\"0\"", rule("Chỉ trực tuyến", HOUSE, "office").replace("\"channel\":null", "\"channel\":\"ONLINE\""));
        other.then().statusCode(200);
        assertThat(json(as(director).get(PATH + "/draft/preview")).get("moved").asInt())
                .isPositive();
        activate(other.header("ETag")).then().statusCode(200);
        assertThat(opened().read(director).get("department").asText()).isEqualTo("economy");
        JsonNode versions = json(as(director).get(PATH)).get("items");
        assertThat(versions.get(0).get("state").asText()).isEqualTo("ACTIVE");
        assertThat(versions.get(1).get("state").asText()).isEqualTo("FORMER");
        assertThat(versions.get(1).get("activatedAt").isNull()).isFalse();
    }

    @Test
    void rules_that_do_not_fit_are_refused() {
        String now = revision();
        draft(now, rule("x", HOUSE, "moon"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-department"));
        draft(now, rule("x", null, "office")).then().statusCode(422).body("type", equalTo("/problems/rule-empty"));
        draft(now, rule("x", "house", "office")).then().statusCode(400);
        draft("\"77\"", rule("x", HOUSE, "office")).then().statusCode(412);
        draft(null, rule("x", HOUSE, "office")).then().statusCode(428);
    }

    @Test
    void without_a_draft_there_is_nothing_to_preview_or_to_put_in_force() {
        String of = "/api/processing/units/" + OTHER_UNIT + "/routing";
        String head = TestTokens.officer("director", OTHER_UNIT);
        as(head).get(of + "/draft/preview").then().statusCode(409).body("type", equalTo("/problems/no-draft"));
        as(head).header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID())
                .post(of + "/draft/activation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-draft"));
    }

    @Test
    void only_the_director_of_the_unit_writes_rules() {
        as(token("director")).get(PATH).then().statusCode(403).body("type", equalTo("/problems/not-your-queue"));
        as(TestTokens.officer("approver", UNIT)).get(PATH).then().statusCode(200);
        for (String role : new String[] {"approver", "specialist", "catalog-editor"}) {
            as(TestTokens.officer(role, UNIT))
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body("{\"rules\":[]}")
                    .put(PATH + "/draft")
                    .then()
                    .statusCode(403);
        }
    }

    private static Sample opened() {
        Sample sample = Sample.of(HOUSE, UNIT).due("2026-12-20T10:00:00Z");
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private static String rule(String name, String procedure, String department) {
        return "{\"name\":\"%s\",\"procedure\":%s,\"channel\":null,\"department\":\"%s\"}"
                .formatted(name, procedure == null ? "null" : '"' + procedure + '"', department);
    }

    /** Of the draft that is there, if any. */
    private String revision() {
        for (JsonNode each : json(as(director).get(PATH)).get("items")) {
            if (each.get("state").asText().equals("DRAFT")) {
                return '"' + each.get("revision").asText() + '"';
            }
        }
        return "\"0\"";
    }

    private Response draft(String ifMatch, String rule) {
        var request = as(director).contentType("application/json").body("{\"rules\":[" + rule + "]}");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(PATH + "/draft");
    }

    private Response activate(String etag) {
        return as(director)
                .header("If-Match", etag)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PATH + "/draft/activation");
    }
}
