package vn.motcua.catalog.imports;

import static vn.motcua.catalog.imports.ImportAction.DECLINE;
import static vn.motcua.catalog.imports.ImportAction.DISCARD;
import static vn.motcua.catalog.imports.ImportAction.RELEASE;
import static vn.motcua.catalog.imports.ImportAction.SUBMIT;
import static vn.motcua.catalog.imports.ImportState.DECLINED;
import static vn.motcua.catalog.imports.ImportState.DISCARDED;
import static vn.motcua.catalog.imports.ImportState.DRAFT;
import static vn.motcua.catalog.imports.ImportState.RELEASED;
import static vn.motcua.catalog.imports.ImportState.SUBMITTED;

import vn.motcua.catalog.CatalogProblem;
import vn.motcua.platform.problem.ProblemException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may do what about an import in which state. Rows and nothing else: buttons, refusals and tests follow from them. */
final class ImportTable {
    static final String EDITOR = "catalog-editor";
    static final String APPROVER = "approver";

    /** @param another must be neither who imported the lists nor who submitted them */
    record Row(ImportState from, ImportAction action, String role, boolean another, ImportState to) {}

    // spotless:off
    static final List<Row> ROWS = List.of(
        row(DRAFT,     SUBMIT,  EDITOR,   false, SUBMITTED),
        row(DRAFT,     DISCARD, EDITOR,   false, DISCARDED),
        row(SUBMITTED, RELEASE, APPROVER, true,  RELEASED),
        row(SUBMITTED, DECLINE, APPROVER, false, DECLINED),
        row(SUBMITTED, DECLINE, EDITOR,   false, DECLINED));
    // spotless:on

    private ImportTable() {}

    private static Row row(ImportState from, ImportAction action, String role, boolean another, ImportState to) {
        return new Row(from, action, role, another, to);
    }

    /**
     * What somebody may do now.
     *
     * @param state null: there is nothing to publish
     * @param workedOn subjects of those who imported and submitted it
     */
    static Set<ImportAction> allowed(ImportState state, Set<String> workedOn, Set<String> roles, String subject) {
        EnumSet<ImportAction> allowed = EnumSet.noneOf(ImportAction.class);
        ROWS.stream()
                .filter(row -> row.from == state && roles.contains(row.role))
                .filter(row -> !row.another || !workedOn.contains(subject))
                .forEach(row -> allowed.add(row.action));
        return allowed;
    }

    /**
     * The state an action leads to.
     *
     * @throws ProblemException {@code action-not-allowed} with what is, {@code second-person-needed}
     */
    static ImportState to(
            ImportState state, ImportAction action, Set<String> workedOn, Set<String> roles, String subject) {
        Set<ImportAction> allowed = allowed(state, workedOn, roles, subject);
        for (Row row : ROWS) {
            if (row.from == state && row.action == action && roles.contains(row.role)) {
                if (allowed.contains(action)) {
                    return row.to;
                }
                throw new ProblemException(CatalogProblem.SECOND_PERSON_NEEDED).with("allowed", allowed);
            }
        }
        throw new ProblemException(CatalogProblem.ACTION_NOT_ALLOWED, action, state == null ? "–" : state)
                .with("allowed", allowed);
    }
}
