package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;
import vn.motcua.processing.Watched;
import vn.motcua.processing.opinion.Communes;
import vn.motcua.processing.unit.Units;

import java.util.UUID;

/** What lists, figures and the watch say of cases that another unit handles. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HandOverListsResourceTest {
    private static final String RECALL = "{\"action\":\"RECALL\",\"reasonCode\":\"DUE_SOON\"}";

    @Inject
    MovableClock clock;

    @Inject
    Units units;

    @Inject
    AgroalDataSource source;

    private final String office = token("specialist");
    private final String director = token("director");
    private final String approver = token("approver");
    private final String theirs = TestTokens.officer("specialist", OTHER_UNIT, "economy");
    private final String theirDirector = TestTokens.officer("director", OTHER_UNIT);

    @BeforeEach
    void monday() {
        Communes.known(units);
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void what_is_raised_meanwhile_goes_to_the_officers_who_have_it_and_to_the_heads_who_answer_for_it() {
        Sample sample = Sample.of(BIRTH).due("2026-11-25T03:00:00Z");
        sample.transfer();
        sample.awaitAct("OPENED");
        Stays.handOn(sample, office, sample.claim(office), OTHER_UNIT, "economy")
                .then()
                .statusCode(200);
        sample.claim(theirs);
        Watched.go(source, clock, "2026-11-30T10:00");
        await().atMost(Sample.SOON).untilAsserted(() -> assertThat(Stays.raised(director, UNIT, sample))
                .contains("OVERDUE HEAD office", "OVERDUE DIRECTOR office")
                .noneMatch(each -> each.startsWith("OVERDUE OFFICER")));
        assertThat(Stays.raised(theirs, OTHER_UNIT, sample)).contains("OVERDUE OFFICER economy");
        assertThat(Stays.raised(office, UNIT, sample)).isEmpty();
        assertThat(Stays.raised(approver, UNIT, sample)).contains("OVERDUE DIRECTOR office");
        JsonNode told = sample.told().stream()
                .map(each -> each.data())
                .filter(each -> each.at("/payload/kind").asText().equals("OVERDUE"))
                .findFirst()
                .orElseThrow();
        assertThat(told.get("handlingUnit").asText()).isEqualTo(OTHER_UNIT);
        sample.act(director, RECALL).then().statusCode(200);
        assertThat(Stays.raised(office, UNIT, sample)).contains("OVERDUE OFFICER office");
        assertThat(Stays.raised(theirs, OTHER_UNIT, sample)).isEmpty();
    }

    @Test
    void figures_next_and_bulk_are_those_of_the_unit_where_it_lies() {
        String culture = TestTokens.officer("specialist", OTHER_UNIT, "culture-society");
        Sample sample = Sample.opened(BIRTH);
        Stays.handOn(sample, office, sample.claim(office), OTHER_UNIT, "culture-society")
                .then()
                .statusCode(200);
        as(culture)
                .get("/api/processing/departments/culture-society/figures?unit=" + OTHER_UNIT)
                .then()
                .body("unclaimed.count", equalTo(1));
        String id = as(culture)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"unit\":\"%s\"}".formatted(OTHER_UNIT))
                .post("/api/processing/departments/culture-society/next")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(id).isEqualTo(sample.id());
        sample.awaitAct("ACCEPTED");
        as(theirDirector)
                .get("/api/processing/board?unit=" + OTHER_UNIT)
                .then()
                .statusCode(200)
                .body(
                        "officers.find { it.subject == 'specialist-" + OTHER_UNIT + "-culture-society' }",
                        notNullValue());
        Stays.bulkRelease(director, sample).body("results[0].problem.type", equalTo("/problems/case-elsewhere"));
        Stays.bulkRelease(theirDirector, sample).body("results[0].status", equalTo(200));
    }

    @Test
    void both_sides_read_their_own_lines_and_nobody_those_of_others() {
        Sample sample = Stays.given();
        String path = "/api/processing/hand-overs?side=TAKEN&unit=";
        as(office).get(path + OTHER_UNIT).then().statusCode(403);
        as(token("reception")).get(path + UNIT).then().statusCode(403);
        as(theirs).get(path + OTHER_UNIT + "&after=x").then().statusCode(400);
        as(theirs).get("/api/processing/hand-overs?unit=" + OTHER_UNIT).then().statusCode(400);
        assertThat(Stays.ids(TestTokens.officer("specialist", OTHER_UNIT, "police"), OTHER_UNIT, "TAKEN"))
                .doesNotContain(sample.id());
        JsonNode running = Stays.stay(theirDirector, OTHER_UNIT, "TAKEN", sample);
        assertThat(running.get("acceptedAt").isNull()).isTrue();
        assertThat(running.get("due").asText()).isEqualTo("2026-11-27T10:00:00Z");
        assertThat(running.get("givenBy").asText()).isEqualTo("Cán bộ specialist");
    }
}
