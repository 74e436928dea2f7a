package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.UNIT;
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

/** A case that goes to another department is answered there. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HandOverResourceTest {
    private static final String ACCEPT = "{\"action\":\"ACCEPT\"}";
    private static final String DECLINE = "{\"action\":\"DECLINE\",\"reasonCode\":\"OUT_OF_COMPETENCE\"}";

    @Inject
    MovableClock clock;

    private final String office = token("specialist");
    private final String economy = TestTokens.officer("specialist", UNIT, "economy");
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
    void the_receiving_department_accepts_and_both_sides_are_told() {
        Sample sample = handedOn();
        sample.get(economy)
                .then()
                .body("allowedActions", hasItems("ACCEPT", "DECLINE", "CLAIM"))
                .body("handed.from", equalTo("office"))
                .body("handed.at", equalTo("2026-11-23T08:30:00Z"));
        sample.act(economy, ACCEPT)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("handed", equalTo(null));
        JsonNode accepted = sample.awaitAct("ACCEPTED").data();
        assertThat(accepted.at("/payload/fromDepartment").asText()).isEqualTo("office");
        assertThat(accepted.get("department").asText()).isEqualTo("economy");
        sample.get(economy).then().body("allowedActions", not(hasItems("DECLINE")));
        sample.act(economy, ACCEPT).then().statusCode(409).body("type", equalTo("/problems/not-handed-on"));
        sample.act(economy, DECLINE).then().statusCode(409).body("type", equalTo("/problems/not-handed-on"));
    }

    @Test
    void who_claims_it_has_accepted_it() {
        Sample sample = handedOn();
        sample.claim(economy);
        await().atMost(Sample.SOON)
                .untilAsserted(() -> assertThat(sample.acts()).endsWith("HANDED_ON", "ACCEPTED", "CLAIMED"));
        assertThat(sample.read(economy).get("handed").isNull()).isTrue();
    }

    @Test
    void what_is_declined_goes_back_with_its_reason() {
        Sample sample = handedOn();
        sample.act(economy, DECLINE.replace("OUT_OF_COMPETENCE", "free text"))
                .then()
                .statusCode(400);
        sample.act(economy, DECLINE).then().statusCode(200).body("department", equalTo("office"));
        JsonNode declined = sample.awaitAct("DECLINED").data();
        assertThat(declined.at("/payload/reasonCode").asText()).isEqualTo("OUT_OF_COMPETENCE");
        assertThat(declined.get("department").asText()).isEqualTo("office");
        sample.get(economy).then().statusCode(404);
        JsonNode back = sample.read(office);
        assertThat(back.get("handed").isNull()).isTrue();
        assertThat(back.at("/history/0/reasonCode").asText()).isEqualTo("OUT_OF_COMPETENCE");
        sample.claim(office);
    }

    @Test
    void the_sending_department_and_others_do_not_answer_for_the_receiving_one() {
        Sample sample = handedOn();
        String etag = sample.get(director).header("ETag");
        sample.act(office, ACCEPT, etag, "a-" + sample.dossier).then().statusCode(404);
        sample.act(TestTokens.officer("specialist", UNIT, "police"), DECLINE, etag, "b-" + sample.dossier)
                .then()
                .statusCode(404);
        sample.act(token("approver"), DECLINE).then().statusCode(403);
        sample.act(director, DECLINE).then().statusCode(200).body("department", equalTo("office"));
    }

    private Sample handedOn() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(office);
        sample.act(office, "{\"action\":\"HAND_ON\",\"fence\":%d,\"toDepartment\":\"economy\"}".formatted(fence))
                .then()
                .statusCode(200);
        sample.awaitAct("HANDED_ON");
        return sample;
    }
}
