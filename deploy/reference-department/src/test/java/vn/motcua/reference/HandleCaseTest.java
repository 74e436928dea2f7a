package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.reference.HandleCase.Outcome;

import java.io.IOException;
import java.util.List;
import java.util.Map;

class HandleCaseTest {
    private static final String SPECIALIST = "Cà Văn Tú";

    private final FakeCase service = new FakeCase();
    private HandleCase handle;

    @BeforeEach
    void start() throws IOException {
        service.start();
        handle = new HandleCase(new CaseApi(service.uri(), FakeCase::token), new ReferenceDepartment.Granting());
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void what_awaits_the_answer_of_the_dossier_is_left_for_the_answer_brings_an_event() {
        service.pending = true;
        assertThat(handle("changed")).isEqualTo(Outcome.LEFT);
        service.held(FakeCase.NAME);
        assertThat(handle("changed")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).isEmpty();
    }

    @Test
    void a_case_lost_while_dead_and_resumed_since_is_claimed_anew_under_the_same_event() {
        service.losesAnswerOf = 1;
        assertThatThrownBy(() -> handle("added")).isInstanceOf(CaseApi.Unavailable.class);
        service.lost();
        service.happened("PAUSED", null);
        service.happened("RESUMED", null);
        assertThat(handle("added")).isEqualTo(Outcome.PROPOSED);
        assertThat(service.applied).containsExactly("CLAIM", "CLAIM", "EXAMINE", "result", "PROPOSE");
    }

    private Outcome handle(String event) {
        return handle.handle(event, FakeCase.ID);
    }

    /** Examines, and leaves the rest to people. */
    private static final class LeavingAll implements Expert {
        @Override
        public List<Map<String, Object>> examine(JsonNode one, JsonNode items) {
            return new ReferenceDepartment.Granting().examine(one, items);
        }

        @Override
        public Proposed propose(JsonNode one) {
            return null;
        }
    }
}
