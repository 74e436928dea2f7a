package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The judge of the walks finds what it is there for. */
class FiveStepsWalkTest {
    @Test
    void a_right_history_has_no_faults() {
        assertThat(FiveStepsWalk.faults(List.of(
                        act(1, null, "OPEN", null, "PREPARING"),
                        act(2, 1, "RECEIVE", "PREPARING", "RECEIVED"),
                        act(3, 2, "TRANSFER", "RECEIVED", "IN_PROCESS"),
                        refused(4, 3, "REISSUE", "IN_PROCESS", "NOT_DECIDED"),
                        act(5, 4, "DECIDE", "IN_PROCESS", "DECIDED"))))
                .isEmpty();
    }

    @Test
    void an_act_that_leads_elsewhere_is_found() {
        assertThat(FiveStepsWalk.faults(List.of(act(2, 1, "RECEIVE", "PREPARING", "DECIDED"))))
                .singleElement()
                .asString()
                .contains("leads from PREPARING to DECIDED");
    }

    @Test
    void an_act_that_was_lost_between_two_others_is_found() {
        assertThat(FiveStepsWalk.faults(List.of(
                        act(2, 1, "RECEIVE", "PREPARING", "RECEIVED"), act(5, 2, "DECIDE", "IN_PROCESS", "DECIDED"))))
                .singleElement()
                .asString()
                .contains("begins at IN_PROCESS where RECEIVED stood");
    }

    @Test
    void a_gap_in_the_published_sequences_is_found() {
        assertThat(FiveStepsWalk.faults(Arrays.asList(
                        act(2, 1, "RECEIVE", "PREPARING", "RECEIVED"),
                        act(3, 3, "TRANSFER", "RECEIVED", "IN_PROCESS"))))
                .singleElement()
                .asString()
                .contains("has sequence 3 where 2 follows");
    }

    @Test
    void a_refusal_that_moves_or_gives_no_reason_is_found() {
        Map<String, Object> moved = refused(4, 1, "REISSUE", "IN_PROCESS", null);
        moved.put("toStage", "DECIDED");
        assertThat(FiveStepsWalk.faults(List.of(moved))).hasSize(2);
    }

    private static Map<String, Object> act(long revision, Integer sequence, String action, String from, String to) {
        Map<String, Object> act = new HashMap<>(Map.of("revision", revision, "action", action, "outcome", "APPLIED"));
        act.put("sequence", sequence);
        act.put("fromStage", from);
        act.put("toStage", to);
        return act;
    }

    private static Map<String, Object> refused(
            long revision, Integer sequence, String action, String stage, String reason) {
        Map<String, Object> act = act(revision, sequence, action, stage, stage);
        act.put("outcome", "REFUSED");
        act.put("reasonCode", reason);
        return act;
    }
}
