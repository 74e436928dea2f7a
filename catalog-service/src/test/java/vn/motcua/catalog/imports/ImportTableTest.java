package vn.motcua.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.platform.problem.ProblemException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class ImportTableTest {
    private static final Set<String> BOTH = Set.of(ImportTable.EDITOR, ImportTable.APPROVER);
    private static final Set<String> WORKED_ON = Set.of("importer", "submitter");

    @Test
    void neither_who_imported_nor_who_submitted_ever_releases() {
        for (ImportState state : ImportState.values()) {
            for (String who : WORKED_ON) {
                assertThat(ImportTable.allowed(state, WORKED_ON, BOTH, who)).doesNotContain(ImportAction.RELEASE);
            }
        }
        assertThatThrownBy(
                        () -> ImportTable.to(ImportState.SUBMITTED, ImportAction.RELEASE, WORKED_ON, BOTH, "submitter"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(CatalogProblem.SECOND_PERSON_NEEDED));
        assertThat(ImportTable.to(ImportState.SUBMITTED, ImportAction.RELEASE, WORKED_ON, BOTH, "another"))
                .isEqualTo(ImportState.RELEASED);
    }

    @Test
    void what_is_not_in_the_table_is_refused_and_says_what_is_allowed() {
        for (ImportState state : ImportState.values()) {
            for (ImportAction action : ImportAction.values()) {
                for (Set<String> roles :
                        List.of(Set.<String>of(), Set.of(ImportTable.EDITOR), Set.of(ImportTable.APPROVER), BOTH)) {
                    boolean row = ImportTable.ROWS.stream()
                            .anyMatch(each ->
                                    each.from() == state && each.action() == action && roles.contains(each.role()));
                    Set<ImportAction> allowed = ImportTable.allowed(state, WORKED_ON, roles, "another");
                    assertThat(allowed.contains(action)).isEqualTo(row);
                    if (!row) {
                        assertThatThrownBy(() -> ImportTable.to(state, action, WORKED_ON, roles, "another"))
                                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.members())
                                        .containsEntry("allowed", allowed));
                    }
                }
            }
        }
    }

    @Test
    void where_there_is_nothing_to_publish_nothing_can_be_done() {
        assertThat(ImportTable.allowed(null, WORKED_ON, BOTH, "another")).isEmpty();
        assertThatThrownBy(() -> ImportTable.to(null, ImportAction.SUBMIT, WORKED_ON, BOTH, "another"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(CatalogProblem.ACTION_NOT_ALLOWED));
    }

    @Test
    void every_state_is_reached_and_only_what_is_being_or_was_decided_has_no_way_out() {
        Set<ImportState> reached = EnumSet.of(ImportState.DRAFT, ImportState.RELEASING);
        Set<ImportState> left = EnumSet.noneOf(ImportState.class);
        for (ImportTable.Row row : ImportTable.ROWS) {
            reached.add(row.to());
            left.add(row.from());
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(ImportState.class));
        assertThat(left).containsExactlyInAnyOrder(ImportState.DRAFT, ImportState.SUBMITTED);
    }
}
