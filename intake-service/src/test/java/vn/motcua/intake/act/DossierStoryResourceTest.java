package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.Desk.MAI;
import static vn.motcua.intake.Desk.action;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.List;
import java.util.UUID;

@QuarkusTest
class DossierStoryResourceTest {
    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_certified_copy_is_received_transferred_decided_paid_and_returned() {
        clock.setLegal("2026-11-23T15:01");
        JsonPath opened = Desk.open(HOA, Desk.COPY, "COUNTER");
        String id = opened.getString("id");
        assertThat(opened.getString("stage")).isEqualTo("PREPARING");
        assertThat(opened.getString("pin")).matches("[0-9]{6}");
        assertThat(opened.getString("reference")).matches("[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(opened.getString("code")).isNull();
        assertThat(Desk.dossier(HOA, id).getString("pin")).isNull();
        Desk.presentAll(id);

        JsonPath received = Desk.done(HOA, id, action("RECEIVE"));
        assertThat(received.getString("stage")).isEqualTo("IN_PROCESS");
        assertThat(received.getString("code")).matches("H52\\.712\\.00-261123-\\d{4}");
        assertThat(received.getString("clock.due")).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(received.getString("clock.receivedAt")).isEqualTo("2026-11-23T08:01:00Z");
        assertThat(received.getBoolean("originalsHeld")).isTrue();
        assertThat(received.getLong("fees.openVnd")).isEqualTo(2 * 5000);

        clock.setLegal("2026-11-25T09:12");
        UUID decision = Desk.decided(id);
        TestEvents.Received answer = Desk.answer(decision);
        assertThat(answer.data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(answer.data().path("stage").asText()).isEqualTo("DECIDED");
        assertThat(answer.data().path("sequence").asInt()).isEqualTo(3);

        Desk.done(MAI, id, Desk.cash(10000));
        UUID handOver = Desk.handedOver(id);
        assertThat(Desk.answer(handOver).data().path("stage").asText()).isEqualTo("RETURNED");
        JsonPath end = Desk.dossier(HOA, id);
        assertThat(end.getString("clock.punctuality")).isEqualTo("EARLY");
        assertThat(end.getBoolean("originalsHeld")).isFalse();
        assertThat(end.getList("allowedActions")).isEmpty();
        assertThat(sequences(id)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void the_history_tells_every_act_and_is_chained() {
        String id = Desk.receivedCopy();
        JsonPath history = Desk.get(HOA, "/api/intake/dossiers/" + id + "/history")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(history.getList("items.action")).containsExactly("OPEN", "RECEIVE", "TRANSFER");
        assertThat(history.getList("items.actor")).containsExactly("reception", "reception", "clock");
        assertThat(history.<String>getList("items.hash"))
                .doesNotHaveDuplicates()
                .allMatch(h -> h.length() == 64);
    }

    private static List<Integer> sequences(String id) {
        return TestEvents.poll("dossier.stage-changed").stream()
                .filter(each -> each.key().equals(id))
                .map(each -> each.data().path("sequence").asInt())
                .toList();
    }
}
