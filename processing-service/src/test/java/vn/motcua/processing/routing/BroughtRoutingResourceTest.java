package vn.motcua.processing.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;

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

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Routing by what was brought, in a unit that no other test uses. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BroughtRoutingResourceTest {
    private static final String UNIT = "75-25273-20250701";
    private static final String PATH = "/api/processing/units/" + UNIT + "/routing";
    private static final String HOUSE = "1.013225";
    private static final String MANY_PAGES =
            "{\"presented\":[\"1.013225-01\"],\"notApplicable\":[\"1.013225-02\"],\"pages\":40,\"copies\":2,\"feesVnd\":150000}";
    private static final String MUCH_MONEY =
            "{\"presented\":[\"1.013225-02\"],\"notApplicable\":[],\"pages\":1,\"copies\":0,\"feesVnd\":2000000}";

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
    void rules_route_by_papers_pages_and_fees_as_the_transfer_told_them_and_by_nothing_where_no_event_did() {
        Sample pages = opened(MANY_PAGES);
        Sample money = opened(MUCH_MONEY);
        Sample before = opened(null);
        // a later event does not tell it, and forgets nothing
        pages.due("2026-12-21T10:00:00Z").stage("IN_PROCESS", "REDATE");
        pages.awaitSeen(director, view -> view.get("due").asText().startsWith("2026-12-21"));

        Response drafted = draft(
                "\"0\"",
                rule("Hồ sơ dày", ",\"presented\":\"1.013225-01\",\"pagesAtLeast\":40,\"copiesAtLeast\":2", "office"),
                rule("Phí lớn", ",\"feesAtLeastVnd\":1000000", "culture-society"),
                rule("Không cần giấy 02", ",\"notApplicable\":\"1.013225-02\",\"feesBelowVnd\":1000", "police"));
        drafted.then().statusCode(200).body("rules[0].pagesAtLeast", equalTo(40));
        JsonNode preview = json(as(director).get(PATH + "/draft/preview"));
        assertThat(preview.get("lookedAt").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(moved(preview)).containsExactlyInAnyOrder(pages.id() + " office", money.id() + " culture-society");
        assertThat(department(before)).isEqualTo("economy");

        as(director)
                .header("If-Match", drafted.header("ETag"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PATH + "/draft/activation")
                .then()
                .statusCode(200);
        JsonNode routed = opened(MANY_PAGES).read(director);
        assertThat(routed.get("department").asText()).isEqualTo("office");
        assertThat(routed.at("/route/rule").asText()).isEqualTo("Hồ sơ dày");
        assertThat(routed.at("/route/version").asInt())
                .isEqualTo(drafted.jsonPath().getInt("version"));
        assertThat(department(opened(MUCH_MONEY))).isEqualTo("culture-society");
        assertThat(department(opened(MANY_PAGES.replace("150000", "999")))).isEqualTo("office");
        assertThat(department(opened(MANY_PAGES.replace("40", "39").replace("150000", "999"))))
                .isEqualTo("police");
        // a fee that is not established is not little
        assertThat(department(opened(MANY_PAGES.replace("40", "39").replace(",\"feesVnd\":150000", ""))))
                .isEqualTo("economy");
        Sample old = opened(null);
        assertThat(department(old)).isEqualTo("economy");
        assertThat(old.read(director).get("route").isNull()).isTrue();
        // nothing of before moved
        assertThat(department(pages)).isEqualTo("economy");
    }

    @Test
    void a_paper_that_no_version_asks_for_and_a_rule_that_can_never_fit_are_refused() {
        opened(null);
        for (String each : List.of("component", "presented", "notApplicable")) {
            refused(",\"%s\":\"1.013225-09\"".formatted(each), "unknown-component", "/rules/0/" + each);
            // of another procedure than the rule's
            refused(",\"%s\":\"1.001193-01\"".formatted(each), "unknown-component", "/rules/0/" + each);
        }
        refused(",\"presented\":\"1.013225-01\",\"notApplicable\":\"1.013225-01\"", "rule-never-fits", "/rules/0");
        refused(",\"feesAtLeastVnd\":5,\"feesBelowVnd\":5", "rule-never-fits", "/rules/0");
        for (String unfit :
                List.of(",\"pagesAtLeast\":0", ",\"feesBelowVnd\":-1", ",\"presented\":\"Giấy khai sinh\"")) {
            draft("\"0\"", rule("x", unfit, "office")).then().statusCode(400);
        }
    }

    private void refused(String asks, String type, String pointer) {
        draft(revision(), rule("x", asks, "office"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/" + type))
                .body("violations[0].pointer", equalTo(pointer));
    }

    private static Sample opened(String brought) {
        Sample sample = Sample.of(HOUSE, UNIT).due("2026-12-20T10:00:00Z").brought(brought);
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private String department(Sample sample) {
        return sample.read(director).get("department").asText();
    }

    private static List<String> moved(JsonNode preview) {
        return StreamSupport.stream(preview.get("cases").spliterator(), false)
                .map(each -> each.get("caseId").asText() + " " + each.get("to").asText())
                .toList();
    }

    private String revision() {
        for (JsonNode each : json(as(director).get(PATH)).get("items")) {
            if (each.get("state").asText().equals("DRAFT")) {
                return '"' + each.get("revision").asText() + '"';
            }
        }
        return "\"0\"";
    }

    private static String rule(String name, String asks, String department) {
        return "{\"name\":\"%s\",\"procedure\":\"%s\"%s,\"department\":\"%s\"}"
                .formatted(name, HOUSE, asks, department);
    }

    private Response draft(String ifMatch, String... rules) {
        return as(director)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body("{\"rules\":[" + String.join(",", rules) + "]}")
                .put(PATH + "/draft");
    }
}
