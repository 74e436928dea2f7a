package vn.motcua.catalog.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.history.Officer;
import vn.motcua.platform.problem.ProblemException;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class DraftTableTest {
    private static final Officer WRITER = new Officer("writer", "Lò Thị Hoa", "Chuyên viên");
    private static final Set<String> BOTH = Set.of(DraftTable.EDITOR, DraftTable.APPROVER);

    @Test
    void whoever_wrote_it_never_approves_nor_publishes_it_in_whatever_state() {
        for (DraftState state : DraftState.values()) {
            assertThat(DraftTable.allowed(in(state), BOTH, "writer"))
                    .doesNotContain(DraftAction.APPROVE, DraftAction.PUBLISH);
        }
        assertThatThrownBy(() -> DraftTable.to(in(DraftState.SUBMITTED), DraftAction.APPROVE, BOTH, "writer"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(CatalogProblem.SECOND_PERSON_NEEDED));
        assertThat(DraftTable.to(in(DraftState.SUBMITTED), DraftAction.APPROVE, BOTH, "another"))
                .isEqualTo(DraftState.APPROVED);
    }

    @Test
    void what_is_not_in_the_table_is_refused_and_says_what_is_allowed() {
        for (DraftState state : DraftState.values()) {
            for (DraftAction action : DraftAction.values()) {
                for (Set<String> roles :
                        List.of(Set.<String>of(), Set.of(DraftTable.EDITOR), Set.of(DraftTable.APPROVER), BOTH)) {
                    boolean row = DraftTable.ROWS.stream()
                            .anyMatch(each ->
                                    each.from() == state && each.action() == action && roles.contains(each.role()));
                    Set<DraftAction> allowed = DraftTable.allowed(in(state), roles, "another");
                    assertThat(allowed.contains(action)).isEqualTo(row);
                    if (!row) {
                        assertThatThrownBy(() -> DraftTable.to(in(state), action, roles, "another"))
                                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.members())
                                        .containsEntry("allowed", allowed));
                    }
                }
            }
        }
    }

    @Test
    void state_and_action_are_unique_every_state_is_reached_and_only_the_ends_have_no_way_out() {
        Set<String> seen = new HashSet<>();
        Set<DraftState> reached = EnumSet.of(DraftState.DRAFT);
        Set<DraftState> left = EnumSet.noneOf(DraftState.class);
        for (DraftTable.Row row : DraftTable.ROWS) {
            assertThat(seen.add(row.from() + " " + row.action())).isTrue();
            reached.add(row.to());
            left.add(row.from());
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(DraftState.class));
        assertThat(left).isEqualTo(EnumSet.complementOf(EnumSet.of(DraftState.PUBLISHED, DraftState.DISCARDED)));
    }

    private static Draft in(DraftState state) {
        Draft draft = Draft.begun(new UUID(0, 1), "8.100000", null, null, "Sửa", WRITER, Instant.EPOCH);
        return draft.moved(state, Instant.EPOCH);
    }
}
