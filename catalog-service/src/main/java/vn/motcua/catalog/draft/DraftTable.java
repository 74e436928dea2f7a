package vn.motcua.catalog.draft;

import static vn.motcua.catalog.draft.DraftAction.APPROVE;
import static vn.motcua.catalog.draft.DraftAction.DISCARD;
import static vn.motcua.catalog.draft.DraftAction.EDIT;
import static vn.motcua.catalog.draft.DraftAction.PUBLISH;
import static vn.motcua.catalog.draft.DraftAction.SEND_BACK;
import static vn.motcua.catalog.draft.DraftAction.SUBMIT;
import static vn.motcua.catalog.draft.DraftState.APPROVED;
import static vn.motcua.catalog.draft.DraftState.DISCARDED;
import static vn.motcua.catalog.draft.DraftState.DRAFT;
import static vn.motcua.catalog.draft.DraftState.PUBLISHED;
import static vn.motcua.catalog.draft.DraftState.SENT_BACK;
import static vn.motcua.catalog.draft.DraftState.SUBMITTED;

import vn.motcua.catalog.CatalogProblem;
import vn.motcua.platform.problem.ProblemException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may do what to a draft in which state. Rows and nothing else: buttons, refusals and tests follow from them. */
final class DraftTable {
    static final String EDITOR = "catalog-editor";
    static final String APPROVER = "approver";

    /** @param another must be somebody who wrote nothing of the draft */
    record Row(DraftState from, DraftAction action, String role, boolean another, DraftState to) {}

    // spotless:off
    static final List<Row> ROWS = List.of(
        row(DRAFT,     EDIT,      EDITOR,   false, DRAFT),
        row(DRAFT,     SUBMIT,    EDITOR,   false, SUBMITTED),
        row(DRAFT,     DISCARD,   EDITOR,   false, DISCARDED),
        row(SENT_BACK, EDIT,      EDITOR,   false, SENT_BACK),
        row(SENT_BACK, SUBMIT,    EDITOR,   false, SUBMITTED),
        row(SENT_BACK, DISCARD,   EDITOR,   false, DISCARDED),
        row(SUBMITTED, APPROVE,   APPROVER, true,  APPROVED),
        row(SUBMITTED, SEND_BACK, APPROVER, false, SENT_BACK),
        row(APPROVED,  PUBLISH,   APPROVER, true,  PUBLISHED),
        row(APPROVED,  SEND_BACK, APPROVER, false, SENT_BACK));
    // spotless:on

    private DraftTable() {}

    private static Row row(DraftState from, DraftAction action, String role, boolean another, DraftState to) {
        return new Row(from, action, role, another, to);
    }

    /** What somebody may do now. */
    static Set<DraftAction> allowed(Draft draft, Set<String> roles, String subject) {
        EnumSet<DraftAction> allowed = EnumSet.noneOf(DraftAction.class);
        ROWS.stream()
                .filter(row -> row.from == draft.state() && roles.contains(row.role))
                .filter(row -> !row.another || !draft.writers().contains(subject))
                .forEach(row -> allowed.add(row.action));
        return allowed;
    }

    /**
     * The state an action leads to.
     *
     * @throws ProblemException {@code action-not-allowed} with what is, {@code second-person-needed}
     */
    static DraftState to(Draft draft, DraftAction action, Set<String> roles, String subject) {
        Set<DraftAction> allowed = allowed(draft, roles, subject);
        for (Row row : ROWS) {
            if (row.from == draft.state() && row.action == action && roles.contains(row.role)) {
                if (allowed.contains(action)) {
                    return row.to;
                }
                throw new ProblemException(CatalogProblem.SECOND_PERSON_NEEDED).with("allowed", allowed);
            }
        }
        throw new ProblemException(CatalogProblem.ACTION_NOT_ALLOWED, action, draft.state()).with("allowed", allowed);
    }
}
