package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.casework.LeaseHistory.Call;
import vn.motcua.processing.casework.LeaseHistory.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The checker is only worth something where it finds what is wrong. */
class LeaseHistoryTest {
    private static final Duration LEASE = Duration.ofHours(4);
    private static final Instant T0 = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void claims_one_after_the_other_with_a_release_or_an_end_between_them_have_an_order() {
        assertFits(claimed("a", 1, 2, 0, 1), released("a", 3, 4, 0, 1L), claimed("b", 5, 6, 0, 2));
        assertFits(claimed("a", 1, 2, 0, 1), claimed("b", 3, 4, 240, 2), notHeld("a", 5, 6, 240, 1L));
        assertFits(claimed("a", 1, 2, 0, 1), renewed("a", 3, 4, 200, 1L), held("b", 5, 6, 300, "a", 200));
    }

    @Test
    void of_two_at_once_either_may_have_been_first() {
        assertFits(claimed("a", 1, 10, 0, 1), held("b", 2, 9, 0, "a", 0));
        assertFits(held("b", 1, 9, 0, "a", 0), claimed("a", 2, 10, 0, 1));
        assertFits(released("a", 3, 9, 0, 1L), claimed("a", 1, 2, 0, 1), claimed("b", 4, 8, 0, 2));
    }

    @Test
    void a_case_that_two_hold_at_once_is_found() {
        assertNot(claimed("a", 1, 2, 0, 1), claimed("b", 3, 4, 100, 2));
        assertNot(claimed("a", 1, 9, 0, 1), claimed("b", 2, 8, 0, 1));
        assertNot(claimed("a", 1, 2, 0, 1), renewed("a", 3, 4, 200, 1L), claimed("b", 5, 6, 300, 2));
    }

    @Test
    void a_number_given_twice_or_left_out_is_found() {
        assertNot(claimed("a", 1, 2, 0, 1), released("a", 3, 4, 0, 1L), claimed("b", 5, 6, 0, 1));
        assertNot(claimed("a", 1, 2, 0, 1), released("a", 3, 4, 0, 1L), claimed("b", 5, 6, 0, 3));
    }

    @Test
    void an_act_under_an_old_number_that_got_through_is_found() {
        assertNot(claimed("a", 1, 2, 0, 1), claimed("b", 3, 4, 240, 2), released("a", 5, 6, 240, 1L));
        assertNot(claimed("a", 1, 2, 0, 1), released("a", 3, 4, 240, 1L));
        assertNot(claimed("a", 1, 2, 0, 1), released("b", 3, 4, 0, 1L));
    }

    @Test
    void a_refusal_without_ground_is_found() {
        assertNot(claimed("a", 1, 2, 0, 1), released("a", 3, 4, 0, 1L), held("b", 5, 6, 0, "a", 0));
        assertNot(claimed("a", 1, 2, 0, 1), held("b", 3, 4, 241, "a", 0));
        assertNot(claimed("a", 1, 2, 0, 1), notHeld("a", 3, 4, 10, 1L));
        assertNot(claimed("a", 1, 2, 0, 1), held("b", 3, 4, 0, "c", 0));
    }

    /** A refusal that names a holder before anybody has asked is out of order in real time. */
    @Test
    void an_answer_from_the_future_is_found() {
        assertNot(held("b", 1, 2, 0, "a", 0), claimed("a", 3, 4, 0, 1));
        assertNot(claimed("a", 1, 2, 0, 1), claimedAt("b", 3, 4, 240, 2, 100));
    }

    private static void assertFits(Call... calls) {
        assertThat(LeaseHistory.hasAnOrder(List.of(calls), LEASE)).isTrue();
    }

    private static void assertNot(Call... calls) {
        assertThat(LeaseHistory.hasAnOrder(List.of(calls), LEASE)).isFalse();
    }

    private static Call claimed(String officer, long begun, long ended, int minute, long fence) {
        return claimedAt(officer, begun, ended, minute, fence, minute);
    }

    private static Call claimedAt(String officer, long begun, long ended, int minute, long fence, int moment) {
        return new Call(
                officer,
                begun,
                ended,
                at(minute),
                at(minute),
                null,
                Outcome.HOLDS,
                null,
                fence,
                at(moment).plus(LEASE));
    }

    private static Call renewed(String officer, long begun, long ended, int minute, Long fence) {
        return new Call(
                officer,
                begun,
                ended,
                at(minute),
                at(minute),
                fence,
                Outcome.HOLDS,
                null,
                fence,
                at(minute).plus(LEASE));
    }

    private static Call released(String officer, long begun, long ended, int minute, Long fence) {
        return new Call(officer, begun, ended, at(minute), at(minute), fence, Outcome.RELEASED, null, null, null);
    }

    private static Call notHeld(String officer, long begun, long ended, int minute, Long fence) {
        return new Call(officer, begun, ended, at(minute), at(minute), fence, Outcome.NOT_HELD, null, null, null);
    }

    private static Call held(String officer, long begun, long ended, int minute, String by, int claimedAt) {
        return new Call(
                officer,
                begun,
                ended,
                at(minute),
                at(minute),
                null,
                Outcome.HELD_BY_ANOTHER,
                by,
                null,
                at(claimedAt).plus(LEASE));
    }

    private static Instant at(int minute) {
        return T0.plus(Duration.ofMinutes(minute));
    }
}
