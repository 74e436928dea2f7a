package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.intake.Desk.HOA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.HashMap;
import java.util.Map;

/** Filing online with an officer who types: both stand in the dossier, the person agrees to what was read back. */
@QuarkusTest
class AssistedFilingResourceTest {
    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

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
    void an_officer_files_for_a_person_who_agrees_after_the_summary_was_read_aloud() {
        String id = Desk.open(HOA, Desk.COPY, "ONLINE").getString("id");
        assertThat(Desk.dossier(HOA, id).getBoolean("assisted")).isTrue();
        Desk.presentAll(id);
        JsonPath filed = Desk.done(HOA, id, submit(Map.of("consent", true, "readBack", "READ_ALOUD")));
        assertThat(filed.getString("stage")).isEqualTo("SUBMITTED");
        assertThat(filed.getString("clock.acknowledgeBy")).isNotNull();
        JsonPath history =
                Desk.get(HOA, "/api/intake/dossiers/" + id + "/history").jsonPath();
        assertThat(history.getList("items.details.readBack")).contains("READ_ALOUD");
    }

    @Test
    void without_the_persons_agreement_nothing_is_filed() {
        String id = Desk.open(HOA, Desk.COPY, "ONLINE").getString("id");
        refused(HOA, id, submit(null), "/assistance");
        refused(HOA, id, submit(Map.of("consent", false, "readBack", "PRINTED")), "/assistance/consent");
        refused(HOA, id, submit(Map.of("consent", true)), "/assistance/readBack");
        assertThat(Desk.dossier(HOA, id).getString("stage")).isEqualTo("PREPARING");
    }

    @Test
    void who_files_for_themselves_has_nobody_to_agree_with() {
        String lan = TestTokens.citizen("lan-assisted");
        String id = Desk.open(lan, Desk.COPY, "ONLINE").getString("id");
        assertThat(Desk.dossier(lan, id).getBoolean("assisted")).isFalse();
        refused(lan, id, submit(Map.of("consent", true, "readBack", "ON_SCREEN")), "/assistance");
        Desk.done(lan, id, submit(null));
    }

    @Test
    void at_the_counter_nobody_is_assisted() {
        String id = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        assertThat(Desk.dossier(HOA, id).getBoolean("assisted")).isFalse();
    }

    private static void refused(String who, String id, Map<String, Object> act, String pointer) {
        Desk.act(who, id, act).then().statusCode(400).body("violations[0].pointer", equalTo(pointer));
    }

    private static Map<String, Object> submit(Map<String, Object> assistance) {
        Map<String, Object> act = new HashMap<>(Map.of("action", "SUBMIT"));
        if (assistance != null) {
            act.put("assistance", assistance);
        }
        return act;
    }
}
