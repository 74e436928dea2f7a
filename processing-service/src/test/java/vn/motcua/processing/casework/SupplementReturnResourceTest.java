package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
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

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The two clocks of an incomplete dossier, domain notes §1.2. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SupplementReturnResourceTest {
    private static final String PATH = "/api/processing/units/" + UNIT + "/supplement-returns";

    @Inject
    MovableClock clock;

    private final String specialist = token("specialist");
    private final String director = token("director");

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void what_is_returned_within_two_working_days_and_told_within_one_is_in_time() {
        Sample sample = opened();
        assertThat(json(as(specialist).get("/api/processing/cases/" + sample.id() + "/examination"))
                        .get("returnBy")
                        .asText())
                .isEqualTo("2026-11-26T08:30:00Z");
        // the 24th is a day off
        clock.setLegal("2026-11-26T15:30");
        UUID asked = ask(sample);
        JsonNode waiting = of(sample, false);
        assertThat(waiting.get("lateReturn").asBoolean()).isFalse();
        assertThat(waiting.get("toldAt").isNull()).isTrue();
        assertThat(waiting.get("tellBy").asText()).isEqualTo("2026-11-27T08:30:00Z");
        sample.applied(asked, "AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        assertThat(of(sample, false).get("toldAt").isNull()).isFalse();
        assertThat(of(sample, false).get("lateTelling").asBoolean()).isFalse();
        assertThat(of(sample, true)).isNull();
    }

    @Test
    void what_is_returned_a_minute_later_is_late_and_counted_and_forbids_nothing() {
        long before = figures().get("lateReturn").asLong();
        Sample sample = opened();
        clock.setLegal("2026-11-26T15:31");
        ask(sample);
        assertThat(of(sample, true).get("lateReturn").asBoolean()).isTrue();
        assertThat(figures().get("lateReturn").asLong()).isEqualTo(before + 1);
    }

    @Test
    void who_is_not_told_within_a_working_day_is_seen_while_it_lasts() {
        Sample sample = opened();
        ask(sample);
        assertThat(of(sample, true)).isNull();
        clock.setLegal("2026-11-25T15:31");
        assertThat(of(sample, true).get("lateTelling").asBoolean()).isTrue();
    }

    @Test
    void who_was_told_after_a_working_day_stays_counted_as_told_late() {
        Sample sample = opened();
        UUID asked = ask(sample);
        sample.writtenAt("2026-11-30T03:00:00Z").applied(asked, "AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        assertThat(of(sample, true).get("lateTelling").asBoolean()).isTrue();
        assertThat(of(sample, true).get("toldAt").asText()).isEqualTo("2026-11-30T03:00:00Z");
    }

    @Test
    void what_the_dossier_refused_was_no_return() {
        Sample sample = opened();
        UUID asked = ask(sample);
        sample.refused(asked, "ASK_SUPPLEMENT", "FIRST_SUPPLEMENT");
        sample.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        assertThat(of(sample, false)).isNull();
    }

    @Test
    void figures_tell_departments_and_officers_apart_and_lead_to_the_dossiers_behind_them() {
        String subject = "giving-back-" + UUID.randomUUID();
        String officer = TestTokens.builder()
                .subject(subject)
                .roles("specialist")
                .units(UNIT)
                .department("office")
                .name("Lò Thị Hoa")
                .token();
        Sample early = opened();
        early.applied(ask(early, officer), "AWAITING_SUPPLEMENT", "ASK_SUPPLEMENT");
        early.awaitSeen(specialist, seen -> seen.get("pending").isNull());
        Sample late = opened();
        clock.setLegal("2026-11-26T15:31");
        ask(late, officer);
        JsonNode figures = figures();
        JsonNode own = StreamSupport.stream(figures.get("officers").spliterator(), false)
                .filter(each -> each.get("subject").asText().equals(subject))
                .findFirst()
                .orElseThrow();
        assertThat(own.get("name").asText()).isEqualTo("Lò Thị Hoa");
        assertThat(own.get("department").asText()).isEqualTo("office");
        assertThat(own.get("all").asInt()).isEqualTo(2);
        assertThat(own.get("lateReturn").asInt()).isEqualTo(1);
        long office = 0;
        for (JsonNode each : figures.get("departments")) {
            office += each.get("all").asLong();
        }
        assertThat(office).isEqualTo(figures.get("all").asLong());
        String behind = PATH + "?officer=" + subject + "&department=office&from=2026-11-23&to=2026-11-26";
        JsonNode both = json(as(director).get(behind)).get("items");
        assertThat(both.findValuesAsText("caseId")).containsExactly(late.id(), early.id());
        assertThat(both.get(0).get("returnedBy").asText()).isEqualTo("Lò Thị Hoa");
        assertThat(both.get(0).get("dossierId").asText()).isEqualTo(late.dossier.toString());
        assertThat(json(as(director).get(behind + "&late=true")).get("items").findValuesAsText("caseId"))
                .containsExactly(late.id());
        assertThat(json(as(director).get(PATH + "?officer=" + subject + "&to=2026-11-23"))
                        .get("items")
                        .findValuesAsText("caseId"))
                .containsExactly(early.id());
        assertThat(json(as(director).get(PATH + "?officer=" + subject + "&department=police"))
                        .get("items"))
                .isEmpty();
        as(director).get(PATH + "?from=2026-12-31&to=2026-01-01").then().statusCode(400);
    }

    @Test
    void a_span_without_returns_counts_nothing() {
        JsonNode none = json(as(director).get(PATH + "/figures?from=2020-01-01&to=2020-01-31"));
        assertThat(none.get("all").asInt()).isZero();
        assertThat(none.get("departments")).isEmpty();
        assertThat(none.get("officers")).isEmpty();
    }

    @Test
    void only_the_heads_of_the_unit_and_its_auditor_see_the_figures() {
        as(specialist).get(PATH).then().statusCode(403);
        as(TestTokens.officer("director", OTHER_UNIT))
                .get(PATH)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-your-queue"));
        as(token("auditor")).get(PATH).then().statusCode(200);
        as(director).get(PATH + "/figures?from=x&to=2026-12-31").then().statusCode(400);
        for (String span : List.of(
                "from=2026-12-31&to=2026-01-01",
                "from=1999-12-31&to=2026-01-01",
                "from=2026-01-01&to=%2B999999999-12-31")) {
            as(director)
                    .urlEncodingEnabled(false)
                    .get(PATH + "/figures?" + span)
                    .then()
                    .statusCode(400);
        }
    }

    private Sample opened() {
        Sample sample = Sample.of(BIRTH).due("2026-12-10T10:00:00Z");
        sample.transfer();
        sample.awaitAct("OPENED");
        return sample;
    }

    private UUID ask(Sample sample) {
        return ask(sample, specialist);
    }

    private UUID ask(Sample sample, String officer) {
        long fence = sample.claim(officer);
        sample.act(
                        officer,
                        ("{\"action\":\"ASK_SUPPLEMENT\",\"fence\":%d,\"reasonCode\":\"PAPERS_INCOMPLETE\","
                                        + "\"items\":[{\"component\":\"%s-01\",\"reasonCode\":\"PAPER_MISSING\"}]}")
                                .formatted(fence, BIRTH))
                .then()
                .statusCode(200);
        return sample.awaitAct("ASK_SUPPLEMENT").id();
    }

    private JsonNode of(Sample sample, boolean late) {
        JsonNode items =
                json(as(director).get(PATH + "?limit=100&late=" + late)).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.get("caseId").asText().equals(sample.id()))
                .findFirst()
                .orElse(null);
    }

    private JsonNode figures() {
        return json(as(director).get(PATH + "/figures?from=2026-11-01&to=2026-12-31"));
    }
}
