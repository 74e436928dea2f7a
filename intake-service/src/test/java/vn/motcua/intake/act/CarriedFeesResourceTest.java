package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.act.Versions.NOTHING;
import static vn.motcua.intake.act.Versions.carryOver;
import static vn.motcua.intake.act.Versions.costing;
import static vn.motcua.intake.act.Versions.first;
import static vn.motcua.intake.act.Versions.fixed;
import static vn.motcua.intake.act.Versions.second;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.Map;

/** What was paid for a draft counts under the version it is carried over to, whenever its fee falls due. */
@QuarkusTest
class CarriedFeesResourceTest {
    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue samples;

    @Inject
    Versions versions;

    @BeforeEach
    void monday() {
        samples.loaded();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void what_was_paid_with_the_dossier_is_not_asked_for_again_when_it_falls_due_with_the_result() {
        String id = paid("1.997002", fixed(20_000, "FILING"), fixed(20_000, "RETURN"));
        assertThat(Desk.dossier(HOA, id).getList("payments.state")).containsExactly("PAID");
        owes(id, 0, 0);
        Desk.presentAll(id);
        Desk.done(HOA, id, Desk.action("RECEIVE"));
    }

    @Test
    void what_was_paid_for_the_result_is_not_asked_for_again_when_it_falls_due_with_the_dossier() {
        owes(paid("1.997003", fixed(20_000, "RETURN"), fixed(20_000, "FILING")), 0, 0);
    }

    @Test
    void of_a_higher_amount_only_the_difference_is_owed_whenever_it_falls_due() {
        owes(paid("1.997004", fixed(20_000, "FILING"), fixed(25_000, "FILING")), 5_000, 5_000);
        owes(paid("1.997005", fixed(20_000, "FILING"), fixed(25_000, "RETURN")), 0, 5_000);
        owes(paid("1.997006", fixed(20_000, "RETURN"), fixed(25_000, "FILING")), 5_000, 5_000);
    }

    /** A draft whose fee is paid, under the version with the other fee. */
    private String paid(String code, Map<String, Object> before, Map<String, Object> after) {
        ObjectNode first = costing(first(code, "Tờ khai"), before);
        String id = versions.draft(first, NOTHING);
        String path = "/api/intake/dossiers/" + id;
        Desk.post(Desk.MAI, path + "/actions", Desk.get(Desk.MAI, path).header("ETag"), Desk.cash(20_000))
                .then()
                .statusCode(200);
        versions.follows(first, costing(second(code, "Tờ khai"), after));
        carryOver(HOA, id).then().statusCode(200);
        return id;
    }

    private static void owes(String id, int withTheDossier, int inAll) {
        JsonPath seen = Desk.dossier(HOA, id);
        assertThat(seen.getInt("fees.filingOpenVnd")).isEqualTo(withTheDossier);
        assertThat(seen.getInt("fees.openVnd")).isEqualTo(inAll);
    }
}
