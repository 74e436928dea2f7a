package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
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
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;
import vn.motcua.processing.opinion.Communes;
import vn.motcua.processing.unit.Units;

import java.util.List;
import java.util.UUID;

/** A case that another unit handles: it lies there, and stays the competent unit's. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HandOverUnitsResourceTest {
    private static final String QUEUE = "queue." + UNIT + ".office";
    private static final String ACCEPT = "{\"action\":\"ACCEPT\"}";
    private static final String DECLINE = "{\"action\":\"DECLINE\",\"reasonCode\":\"OUT_OF_COMPETENCE\"}";
    private static final String RECALL = "{\"action\":\"RECALL\",\"reasonCode\":\"DUE_SOON\"}";
    private static final String PROPOSE =
            "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"GRANTED\",\"resultId\":\"0b8f2f3e-4a61-4c7e-9d8e-2f6a5b3c7d10\"}";
    private static final String ASK_SUPPLEMENT =
            "{\"action\":\"ASK_SUPPLEMENT\",\"fence\":%d,\"reasonCode\":\"MISSING\",\"items\":[{\"component\":\"1.001193-01\",\"reasonCode\":\"MISSING\"}]}";

    @Inject
    MovableClock clock;

    @Inject
    Units units;

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
    void another_unit_takes_a_case_over_works_on_it_and_gives_it_back_to_whom_alone_it_is_to_decide() {
        Sample sample = Sample.opened(BIRTH);
        Stays.handOn(sample, office, sample.claim(office), Communes.FORMER_NEIGHBOUR, "economy")
                .then()
                .statusCode(200)
                // the former unit stands for what it became
                .body("unit", equalTo(OTHER_UNIT))
                .body("department", equalTo("economy"))
                .body("competentUnit", equalTo(UNIT))
                .body("homeDepartment", equalTo("office"))
                .body("allowedActions", empty());
        JsonNode told = sample.awaitAct("HANDED_ON").data();
        assertThat(told.get("unit").asText()).isEqualTo(UNIT);
        assertThat(told.get("handlingUnit").asText()).isEqualTo(OTHER_UNIT);
        assertThat(told.at("/payload/fromUnit").asText()).isEqualTo(UNIT);
        assertThat(told.at("/payload/toUnit").asText()).isEqualTo(OTHER_UNIT);

        Stays.queue(theirs, OTHER_UNIT, "economy").body("items.id", hasItem(sample.id()));
        Stays.queue(office, UNIT, "office").body("items.id", not(hasItem(sample.id())));
        sample.get(theirs)
                .then()
                .body("handed.unit", equalTo(UNIT))
                .body("handed.from", equalTo("office"))
                .body("allowedActions", hasItems("ACCEPT", "DECLINE", "CLAIM"));
        sample.get(TestTokens.officer("specialist", OTHER_UNIT, "office"))
                .then()
                .statusCode(404);

        sample.act(theirs, ACCEPT).then().statusCode(200);
        JsonNode accepted = sample.awaitAct("ACCEPTED").data();
        assertThat(accepted.at("/payload/fromUnit").asText()).isEqualTo(UNIT);
        assertThat(accepted.get("handlingUnit").asText()).isEqualTo(OTHER_UNIT);
        long fence = sample.claim(theirs);
        sample.examine(theirs, fence).then().statusCode(200).body("checklistOpen", equalTo(0));
        sample.act(theirs, Stays.note(fence)).then().statusCode(200);
        sample.act(theirs, Stays.opinion(fence, "police")).then().statusCode(200);
        as(theirs)
                .get("/api/processing/cases/" + sample.id() + "/examination")
                .then()
                .statusCode(200);
        Stays.handOn(sample, theirs, fence, UNIT, "office")
                .then()
                .statusCode(200)
                .body("unit", equalTo(UNIT));

        // afterwards they see that it was there and how it ended, and no more
        sample.get(theirs).then().statusCode(404);
        as(theirs)
                .get("/api/processing/cases/" + sample.id() + "/examination")
                .then()
                .statusCode(404);
        JsonNode stay = Stays.stay(theirs, OTHER_UNIT, "TAKEN", sample);
        assertThat(stay.get("ended").asText()).isEqualTo("GIVEN_BACK");
        assertThat(stay.get("acceptedAt").asText()).isEqualTo("2026-11-23T08:30:00Z");
        assertThat(stay.get("due").isNull()).isTrue();
        assertThat(Stays.stay(office, UNIT, "GIVEN", sample)).isEqualTo(stay);

        sample.act(office, DECLINE).then().statusCode(409).body("type", equalTo("/problems/case-come-back"));
        sample.act(office, ACCEPT).then().statusCode(200).body("homeDepartment", equalTo(null));
        decide(sample);
    }

    private void decide(Sample sample) {
        long fence = sample.claim(office);
        JsonNode opinions = json(as(office).get("/api/processing/opinions/of-case/" + sample.id()));
        assertThat(opinions.get("items")).hasSize(1);
        sample.act(
                        office,
                        "{\"action\":\"WITHDRAW_OPINION\",\"fence\":%d,\"opinion\":\"%s\",\"reasonCode\":\"NOT_NEEDED\"}"
                                .formatted(fence, opinions.at("/items/0/id").asText()))
                .then()
                .statusCode(200);
        sample.propose(office, fence).then().statusCode(200);
        sample.act(approver, "{\"action\":\"DECIDE\"}").then().statusCode(200);
        JsonNode decided = sample.awaitAct("DECIDE").data();
        assertThat(decided.get("unit").asText()).isEqualTo(UNIT);
        assertThat(decided.has("handlingUnit")).isFalse();
    }

    @Test
    void while_it_lies_elsewhere_nobody_speaks_to_the_person_or_decides_and_the_own_unit_is_told_where_it_is() {
        Sample sample = Stays.given();
        long fence = sample.claim(theirs);
        for (String act : List.of(PROPOSE.formatted(fence), ASK_SUPPLEMENT.formatted(fence), Stays.askPayment(fence))) {
            sample.act(theirs, act).then().statusCode(409).body("type", equalTo("/problems/case-elsewhere"));
        }
        sample.upload(theirs, fence, "%PDF-1.7".getBytes())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/case-elsewhere"));
        Stays.handOn(sample, theirs, fence, Communes.THIRD, "office")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/only-back-home"))
                .body("unit", equalTo(UNIT))
                .body("department", equalTo("office"));
        for (String own : List.of("{\"action\":\"CLAIM\"}", PROPOSE.formatted(fence))) {
            sample.act(office, own)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/case-elsewhere"))
                    .body("handling.unit", equalTo(OTHER_UNIT))
                    .body("handling.department", equalTo("economy"));
        }
        sample.act(approver, "{\"action\":\"DECIDE\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/case-elsewhere"));
        sample.act(director, "{\"action\":\"RELEASE\"}").then().statusCode(409);
        sample.get(token("reception")).then().statusCode(200).body("unit", equalTo(OTHER_UNIT));
        sample.get(TestTokens.officer("reception", OTHER_UNIT)).then().statusCode(404);
        sample.act(theirDirector, RECALL).then().statusCode(403).body("type", equalTo("/problems/act-not-yours"));
    }

    @Test
    void the_competent_unit_takes_its_case_back_and_grants_an_extension_wherever_it_lies() {
        Sample sample = Stays.given();
        long fence = sample.claim(theirs);
        sample.act(
                        theirs,
                        "{\"action\":\"ASK_EXTENSION\",\"fence\":%d,\"newDue\":\"2026-12-01T10:00:00Z\",\"reasonCode\":\"VERIFYING\"}"
                                .formatted(fence))
                .then()
                .statusCode(200);
        sample.get(theirDirector).then().body("allowedActions", not(hasItem("EXTEND")));
        sample.act(theirDirector, "{\"action\":\"EXTEND\"}").then().statusCode(403);
        sample.get(director).then().body("allowedActions", contains("RECALL", "EXTEND"));
        sample.act(director, "{\"action\":\"EXTEND\"}").then().statusCode(200);
        UUID asked = sample.awaitAct("EXTEND").id();
        sample.applied(asked, "IN_PROCESS", "EXTEND");
        sample.awaitSeen(director, view -> view.get("pending").isNull());
        sample.act(director, RECALL)
                .then()
                .statusCode(200)
                .body("unit", equalTo(UNIT))
                .body("department", equalTo("office"))
                .body("holder", equalTo(null));
        JsonNode recalled = sample.awaitAct("RECALLED").data();
        assertThat(recalled.has("handlingUnit")).isFalse();
        assertThat(recalled.at("/payload/fromUnit").asText()).isEqualTo(OTHER_UNIT);
        assertThat(recalled.at("/actor/role").asText()).isEqualTo("director");
        sample.act(theirs, Stays.note(fence), "\"1\"", "late-" + sample.dossier)
                .then()
                .statusCode(404);
        sample.act(director, RECALL).then().statusCode(409);
        assertThat(Stays.stay(director, UNIT, "GIVEN", sample).get("ended").asText())
                .isEqualTo("RECALLED");
    }

    @Test
    void what_the_other_unit_declines_is_back_where_it_came_from_with_the_reason() {
        Sample sample = Stays.given();
        sample.act(theirs, DECLINE).then().statusCode(200).body("unit", equalTo(UNIT));
        JsonNode declined = sample.awaitAct("DECLINED").data();
        assertThat(declined.has("handlingUnit")).isFalse();
        assertThat(declined.at("/payload/fromUnit").asText()).isEqualTo(OTHER_UNIT);
        assertThat(sample.read(office).at("/history/0/reasonCode").asText()).isEqualTo("OUT_OF_COMPETENCE");
        assertThat(Stays.stay(office, UNIT, "GIVEN", sample).get("ended").asText())
                .isEqualTo("DECLINED");
        await().atMost(Sample.SOON).untilAsserted(() -> assertThat(TestEvents.poll(QUEUE).stream()
                        .filter(e -> e.key().equals(sample.id()))
                        .map(e -> e.data().get("change").asText()))
                .containsSubsequence("ADDED", "REMOVED", "ADDED"));
        sample.claim(office);
    }

    @Test
    void it_goes_to_no_unit_that_is_none_was_divided_or_has_no_such_department() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(office);
        Stays.handOn(sample, office, fence, Communes.DIVIDED, "office")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unit-divided"))
                .body("units", hasItems(OTHER_UNIT, Communes.THIRD));
        Stays.handOn(sample, office, fence, "99-99999-20250701", "office")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-unit"));
        Stays.handOn(sample, office, fence, OTHER_UNIT, "nowhere")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-department"));
        Stays.handOn(sample, office, fence, UNIT, "office").then().statusCode(422);
        Stays.handOn(sample, office, fence, "Xã", "office").then().statusCode(400);
        // the same department of another unit is another one
        Stays.handOn(sample, office, fence, OTHER_UNIT, "office").then().statusCode(200);
    }

    @Test
    void a_dossier_that_ends_ends_the_stay() {
        Sample sample = Stays.given();
        sample.claim(theirs);
        sample.stage("STOPPED", "CONFIRM");
        JsonNode over = sample.awaitAct("RECALLED").data();
        assertThat(over.get("state").asText()).isEqualTo("CLOSED");
        assertThat(over.at("/payload/reasonCode").asText()).isEqualTo("CASE_OVER");
        assertThat(over.at("/actor/role").asText()).isEqualTo("dossier");
        sample.get(theirs).then().statusCode(404);
        sample.get(office).then().body("unit", equalTo(UNIT)).body("state", equalTo("CLOSED"));
        assertThat(Stays.stay(theirs, OTHER_UNIT, "TAKEN", sample).get("ended").asText())
                .isEqualTo("OVER");
    }
}
