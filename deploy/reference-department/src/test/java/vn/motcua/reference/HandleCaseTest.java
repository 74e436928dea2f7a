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

    @Test
    void a_case_whose_proposal_is_refused_for_good_is_given_back_and_not_claimed_again() {
        service.refuses = "PROPOSE";
        assertThat(handle("added")).isEqualTo(Outcome.LEFT);
        assertThat(service.state).isEqualTo("OPEN");
        assertThat(service.applied).containsExactly("CLAIM", "EXAMINE", "result", "RELEASE");
        assertThat(handle("changed by the release")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).hasSize(4);
    }

    @Test
    void what_the_expert_leaves_to_people_is_given_back_once() {
        handle = new HandleCase(new CaseApi(service.uri(), FakeCase::token), new LeavingAll());
        assertThat(handle("added")).isEqualTo(Outcome.LEFT);
        assertThat(handle("changed by the release")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).containsExactly("CLAIM", "EXAMINE", "RELEASE");
    }

    @Test
    void who_is_overtaken_while_giving_back_looks_again_and_gives_back() {
        handle = new HandleCase(new CaseApi(service.uri(), FakeCase::token), new LeavingAll());
        service.held(FakeCase.NAME);
        service.examined();
        service.overtakenOnce = true;
        assertThat(handle("changed")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).containsExactly("RELEASE");
    }

    @Test
    void what_was_assigned_to_it_and_given_back_is_left_too() {
        service.held("Giàng A Páo");
        service.refuses = "PROPOSE";
        assertThat(handle("changed")).isEqualTo(Outcome.LEFT);
        service.applied.clear();
        assertThat(handle("changed by the release")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).isEmpty();
    }

    @Test
    void a_claim_refused_for_good_leaves_the_case_where_it_is() {
        service.refuses = "CLAIM";
        assertThat(handle("added")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).isEmpty();
    }

    @Test
    void a_release_refused_for_good_ends_with_the_lease() {
        handle = new HandleCase(new CaseApi(service.uri(), FakeCase::token), new LeavingAll());
        service.refuses = "RELEASE";
        assertThat(handle("added")).isEqualTo(Outcome.LEFT);
        service.lost();
        assertThat(handle("changed by the clock")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).containsExactly("CLAIM", "EXAMINE");
    }

    @Test
    void what_it_lost_to_the_clock_is_left_until_the_case_is_resumed_or_thawed() {
        service.held(FakeCase.NAME);
        service.lost();
        assertThat(handle("changed")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).isEmpty();
        service.happened("THAWED", null);
        assertThat(handle("thawed")).isEqualTo(Outcome.PROPOSED);
    }

    @Test
    void what_was_resumed_before_it_was_lost_is_left() {
        service.happened("RESUMED", null);
        service.held(FakeCase.NAME);
        service.lost();
        assertThat(handle("changed")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).isEmpty();
    }

    @Test
    void what_somebody_else_gave_back_is_claimed() {
        service.held(FakeCase.NAME);
        service.lost();
        service.happened("CLAIMED", SPECIALIST);
        service.happened("RELEASED", SPECIALIST);
        assertThat(handle("changed")).isEqualTo(Outcome.PROPOSED);
    }

    @Test
    void an_account_without_a_name_could_not_tell_what_it_gave_back_and_does_not_begin() {
        for (String token : List.of("token", "e30.e30.c2ln", "e30.!.c2ln")) {
            handle = new HandleCase(new CaseApi(service.uri(), () -> token), new ReferenceDepartment.Granting());
            assertThatThrownBy(() -> handle("added")).as(token).isInstanceOf(IllegalStateException.class);
        }
        assertThat(service.applied).isEmpty();
    }

    @Test
    void a_draft_from_before_its_claim_is_not_proposed() {
        service.draft = FakeCase.FOREIGN;
        service.happened("CLAIMED", SPECIALIST);
        service.happened("RESULT_ATTACHED", SPECIALIST);
        service.happened("RELEASED", SPECIALIST);
        assertThat(handle("changed")).isEqualTo(Outcome.PROPOSED);
        assertThat(service.applied).containsExactly("CLAIM", "EXAMINE", "result", "PROPOSE");
        assertThat(service.proposed).isNotEqualTo(FakeCase.FOREIGN);
    }

    @Test
    void a_draft_from_before_a_sending_back_is_not_proposed_again() {
        service.held(FakeCase.NAME);
        service.draft = FakeCase.FOREIGN;
        service.happened("RESULT_ATTACHED", FakeCase.NAME);
        service.happened("SENT_BACK", "Lò Văn Hặc");
        assertThat(handle("changed")).isEqualTo(Outcome.PROPOSED);
        assertThat(service.proposed).isNotEqualTo(FakeCase.FOREIGN);
    }

    @Test
    void what_the_signer_sent_back_is_for_people() {
        service.held(FakeCase.NAME);
        service.happened("SENT_BACK", "Lò Văn Hặc");
        service.sentBackReason = "WRONG_FORM";
        assertThat(handle("changed")).isEqualTo(Outcome.LEFT);
        assertThat(handle("changed by the release")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).containsExactly("RELEASE");
        // a specialist looked at it and gave it back: still for people
        service.happened("CLAIMED", SPECIALIST);
        service.happened("RELEASED", SPECIALIST);
        assertThat(handle("changed")).isEqualTo(Outcome.LEFT);
        assertThat(service.applied).containsExactly("RELEASE");
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
