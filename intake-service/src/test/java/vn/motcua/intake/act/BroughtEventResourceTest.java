package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;

import com.fasterxml.jackson.databind.JsonNode;
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

import java.util.ArrayList;
import java.util.List;

/** What the events of receipt and transfer tell of what was brought. */
@QuarkusTest
class BroughtEventResourceTest {
    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-20T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void receipt_and_transfer_tell_papers_pages_copies_and_fees_and_no_other_act_does() {
        String id = Desk.receivedCopy();
        JsonPath seen = Desk.dossier(HOA, id);
        for (String act : List.of("RECEIVE", "TRANSFER")) {
            JsonNode told = told(id, act);
            JsonNode brought = told.get("brought");
            assertThat(brought.get("presented"))
                    .extracting(JsonNode::asText)
                    .containsExactlyElementsOf(seen.getList("papers.component", String.class));
            assertThat(brought.get("notApplicable")).isEmpty();
            assertThat(brought.get("pages").asInt()).isEqualTo(seen.getInt("quantities.pages"));
            assertThat(brought.get("copies").asInt()).isEqualTo(seen.getInt("quantities.copies"));
            assertThat(brought.get("pages").asInt()).isPositive();
            assertThat(brought.get("feesVnd").asLong()).isEqualTo(seen.getLong("fees.openVnd"));
            assertThat(brought.get("feesVnd").asLong()).isPositive();
            // no name, no file, no person
            List<String> fields = new ArrayList<>();
            brought.fieldNames().forEachRemaining(fields::add);
            assertThat(fields).containsExactly("presented", "notApplicable", "pages", "copies", "feesVnd");
        }
        Desk.done(Desk.MAI, id, Desk.cash(seen.getLong("fees.openVnd")));
        assertThat(told(id, "PAY").has("brought")).isFalse();
    }

    private static JsonNode told(String id, String act) {
        return TestEvents.await(
                        "dossier.stage-changed",
                        each -> id.equals(each.key())
                                && act.equals(each.data().get("action").asText()))
                .data();
    }
}
