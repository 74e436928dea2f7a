package vn.motcua.intake.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.catalogue.DueAt.FILING;
import static vn.motcua.intake.catalogue.DueAt.RETURN;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.DueAt;
import vn.motcua.intake.catalogue.Procedure.FeeKind;
import vn.motcua.intake.fee.FeeQuote;

import java.util.List;
import java.util.Map;

class SettlementTest {
    @Test
    void where_nothing_is_paid_everything_is_owed_and_what_is_due_first_stands_in_front() {
        assertThat(Settlement.of(List.of(line(RETURN, 7), line(FILING, 5), line(RETURN, 3)), Map.of()))
                .containsExactly(owed(FILING, 5, 5), owed(RETURN, 7, 7), owed(RETURN, 3, 3));
    }

    @Test
    void what_is_paid_counts_against_what_is_due_at_the_same_time_one_line_after_the_other() {
        assertThat(Settlement.of(List.of(line(FILING, 5), line(FILING, 4), line(FILING, 3)), Map.of(FILING, 7L)))
                .containsExactly(owed(FILING, 5, 0), owed(FILING, 4, 2), owed(FILING, 3, 3));
    }

    @Test
    void what_falls_due_at_another_time_now_is_paid_all_the_same() {
        assertThat(Settlement.of(List.of(line(RETURN, 20)), Map.of(FILING, 20L)))
                .containsExactly(owed(RETURN, 20, 0));
        assertThat(Settlement.of(List.of(line(FILING, 20)), Map.of(RETURN, 20L)))
                .containsExactly(owed(FILING, 20, 0));
    }

    @Test
    void of_a_higher_amount_only_the_difference_is_owed() {
        assertThat(Settlement.of(List.of(line(RETURN, 25)), Map.of(FILING, 20L)))
                .containsExactly(owed(RETURN, 25, 5));
        assertThat(Settlement.of(List.of(line(FILING, 25)), Map.of(FILING, 12L, RETURN, 8L)))
                .containsExactly(owed(FILING, 25, 5));
    }

    @Test
    void like_is_settled_with_like_first_and_only_what_is_left_over_counts_for_the_rest() {
        assertThat(Settlement.of(List.of(line(FILING, 10), line(RETURN, 10)), Map.of(RETURN, 10L)))
                .containsExactly(owed(FILING, 10, 10), owed(RETURN, 10, 0));
        assertThat(Settlement.of(List.of(line(FILING, 10), line(RETURN, 10)), Map.of(FILING, 14L)))
                .containsExactly(owed(FILING, 10, 0), owed(RETURN, 10, 6));
    }

    @Test
    void what_was_paid_beyond_all_of_it_makes_nothing_owed_and_nothing_less_than_nothing() {
        assertThat(Settlement.of(List.of(line(FILING, 10), line(RETURN, 0)), Map.of(FILING, 30L, RETURN, 5L)))
                .containsExactly(owed(FILING, 10, 0), owed(RETURN, 0, 0));
    }

    private static Settlement.Owed owed(DueAt dueAt, long amount, long left) {
        return new Settlement.Owed(line(dueAt, amount), left);
    }

    private static FeeQuote.Line line(DueAt dueAt, long amount) {
        return new FeeQuote.Line(FeeKind.FEE, null, 1, amount, amount, dueAt, false, null);
    }
}
