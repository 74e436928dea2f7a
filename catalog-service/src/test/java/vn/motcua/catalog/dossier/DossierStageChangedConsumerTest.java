package vn.motcua.catalog.dossier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.motcua.catalog.draft.Editing.EDITOR;
import static vn.motcua.catalog.draft.Editing.UNIT;
import static vn.motcua.catalog.draft.Editing.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@QuarkusTest
class DossierStageChangedConsumerTest {
    private static final String TOPIC = "dossier.stage-changed";
    private static final String TYPE = "vn.motcua.dossier.stage-changed.v1";
    private static final String OTHER = "14-03703-20250701";
    private static final Path EXAMPLES = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"))
            .resolve("examples/" + TOPIC);

    @Inject
    AgroalDataSource source;

    @Test
    void open_dossiers_are_counted_by_version_and_closed_ones_are_not() {
        String code = "8.400001";
        tell(UUID.randomUUID(), 1, code, 1, "RECEIVED", UNIT);
        tell(UUID.randomUUID(), 4, code, 2, "IN_PROCESS", UNIT);
        UUID closed = UUID.randomUUID();
        tell(closed, 1, code, 1, "RECEIVED", UNIT);
        tell(closed, 2, code, 1, "RETURNED", UNIT);
        soon(() -> as(EDITOR)
                .get(path(code))
                .then()
                .statusCode(200)
                .body("counts.version", contains(1, 2))
                .body("counts.open", contains(1, 1))
                .body("items", empty()));
    }

    @Test
    void an_older_event_that_comes_late_or_twice_opens_nothing_again() {
        String code = "8.400002";
        UUID dossier = UUID.randomUUID();
        tell(dossier, 2, code, 1, "STOPPED", UNIT);
        tell(dossier, 1, code, 1, "RECEIVED", UNIT);
        UUID event = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        tell(event, other, 1, code, 1, "RECEIVED", UNIT);
        tell(event, other, 1, code, 1, "RECEIVED", UNIT);
        soon(() -> assertThat(row(other)).isEqualTo("1 true"));
        assertThat(row(dossier)).isEqualTo("2 false");
        as(EDITOR).get(path(code)).then().body("counts.open", contains(1));
    }

    @Test
    void what_is_no_event_of_a_dossier_parks_its_key_and_the_others_go_on() {
        String code = "8.400003";
        UUID poison = UUID.randomUUID();
        TestEvents.publish(TOPIC, poison.toString(), TYPE, UUID.randomUUID(), "{\"dossierId\":\"" + poison + "\"}");
        tell(UUID.randomUUID(), 1, code, 1, "RECEIVED", UNIT);
        soon(() -> as(EDITOR).get(path(code)).then().body("counts.open", contains(1)));
        soon(() -> given().auth()
                .oauth2(TestTokens.service())
                .get("/api/catalog/operations/parked-keys")
                .then()
                .body("find { it.key == '" + poison + "' }.consumer", equalTo("catalog.dossiers")));
        String first = given().auth()
                .oauth2(TestTokens.service())
                .get("/api/catalog/operations/parked-keys")
                .path("find { it.key == '" + poison + "' }.first");
        given().auth()
                .oauth2(TestTokens.service())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"eventId\":\"" + first + "\",\"reasonCode\":\"UNREADABLE\"}")
                .post("/api/catalog/operations/parked-keys/catalog.dossiers/" + poison + "/discard")
                .then()
                .statusCode(200);
    }

    @Test
    void a_code_of_blanks_alone_is_no_procedure() {
        as(TestTokens.officer("reception", UNIT))
                .urlEncodingEnabled(false)
                .queryParam("unit", UNIT)
                .get(path("%0D%0A"))
                .then()
                .statusCode(404);
    }

    @Test
    void officers_see_those_of_their_unit_specialists_those_of_their_department_editors_none() {
        String code = "8.400004";
        UUID own = UUID.randomUUID();
        tell(own, 1, code, 1, "IN_PROCESS", UNIT);
        tell(UUID.randomUUID(), 1, code, 1, "IN_PROCESS", OTHER);
        soon(() -> as(EDITOR).get(path(code)).then().body("counts.open", contains(2)));
        for (String role : List.of("reception", "approver", "director", "cashier", "auditor")) {
            as(TestTokens.officer(role, UNIT))
                    .queryParam("unit", UNIT)
                    .get(path(code))
                    .then()
                    .statusCode(200)
                    .body("counts.open", contains(1))
                    .body("items.dossierId", contains(own.toString()));
            as(TestTokens.officer(role, UNIT))
                    .queryParam("unit", OTHER)
                    .get(path(code))
                    .then()
                    .statusCode(403);
            as(TestTokens.officer(role, UNIT)).get(path(code)).then().statusCode(403);
        }
        as(TestTokens.officer("specialist", UNIT, "office"))
                .queryParam("unit", UNIT)
                .get(path(code))
                .then()
                .body("items", hasSize(1));
        as(TestTokens.officer("specialist", UNIT, "economy"))
                .queryParam("unit", UNIT)
                .get(path(code))
                .then()
                .body("items", empty())
                .body("counts", empty());
        as(EDITOR)
                .queryParam("unit", UNIT)
                .get(path(code))
                .then()
                .body("counts.open", contains(1))
                .body("items", empty());
        as(TestTokens.citizen("somebody"))
                .queryParam("unit", UNIT)
                .get(path(code))
                .then()
                .statusCode(403);
        given().queryParam("unit", UNIT).get(path(code)).then().statusCode(401);
    }

    @Test
    void open_dossiers_are_read_by_page() {
        String code = "8.400005";
        for (int i = 0; i < 5; i++) {
            tell(UUID.randomUUID(), 1, code, 1 + i % 2, "RECEIVED", UNIT);
        }
        String token = TestTokens.officer("reception", UNIT);
        soon(() -> as(token).queryParam("unit", UNIT).get(path(code)).then().body("items", hasSize(5)));
        List<String> all = as(token).queryParam("unit", UNIT).get(path(code)).path("items.dossierId");
        List<String> paged = new java.util.ArrayList<>();
        String next = null;
        do {
            var request = as(token).queryParam("unit", UNIT).queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("after", next)).get(path(code));
            paged.addAll(page.path("items.dossierId"));
            next = page.path("next");
        } while (next != null);
        assertThat(paged).isEqualTo(all);
        as(token)
                .queryParam("unit", UNIT)
                .queryParam("after", "YWJj")
                .get(path(code))
                .then()
                .statusCode(400);
    }

    @Test
    void every_example_ever_committed_is_taken_also_with_a_field_that_nobody_knows() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.sorted().toList()) {
                JsonNode data = EventJson.tree(Files.readString(file)).get("data");
                ((ObjectNode) data).put("unheardOf", 1);
                DossierStageChanged told = EventJson.read(data, DossierStageChanged.class);
                assertThat(told.whole()).as("%s", file).isTrue();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String row(UUID dossier) {
        return Sql.query(
                        source,
                        "select sequence, open from followed_dossier where dossier_id = ?",
                        row -> row.getLong(1) + " " + row.getBoolean(2),
                        dossier)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static void tell(UUID dossier, int sequence, String code, int version, String stage, String unit) {
        tell(UUID.randomUUID(), dossier, sequence, code, version, stage, unit);
    }

    private static void tell(
            UUID event, UUID dossier, int sequence, String code, int version, String stage, String unit) {
        ObjectNode body = EventJson.mapper().createObjectNode();
        body.put("dossierId", dossier.toString()).put("sequence", sequence);
        body.put("procedureCode", code).put("procedureVersion", version).put("stage", stage);
        body.put("receivingUnit", unit).put("competentUnit", unit).put("returningUnit", unit);
        body.put("department", "office");
        TestEvents.publish(TOPIC, dossier.toString(), TYPE, event, body.toString());
    }

    private static String path(String code) {
        return "/api/catalog/procedures/" + code + "/open-dossiers";
    }

    private static void soon(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
