package vn.motcua.catalog.version;

import vn.motcua.catalog.CatalogProblem;
import vn.motcua.platform.problem.ProblemException;

import java.util.EnumSet;
import java.util.Set;

/** What can be done about the end of a procedure, and by whom: who proposed it does not decide. */
enum EndAct {
    PROPOSE_END(Set.of("catalog-editor")),
    END(Set.of("approver")),
    DECLINE_END(Set.of("catalog-editor", "approver"));

    private final Set<String> roles;

    EndAct(Set<String> roles) {
        this.roles = roles;
    }

    static EndAct of(VersionRequest request) {
        return request instanceof VersionRequest.ProposeEnd
                ? PROPOSE_END
                : request instanceof VersionRequest.End ? END : DECLINE_END;
    }

    Set<String> roles() {
        return roles;
    }

    /** What somebody may do now. */
    static Set<EndAct> allowed(Line line, Set<String> has, String subject) {
        EnumSet<EndAct> allowed = EnumSet.noneOf(EndAct.class);
        for (EndAct each : values()) {
            boolean role = each.roles.stream().anyMatch(has::contains);
            boolean another =
                    line.proposal() == null || !line.proposal().by().subject().equals(subject);
            if (role && each.possible(line) && (each != END || another)) {
                allowed.add(each);
            }
        }
        return allowed;
    }

    /** What ended begins again by a draft only; a proposal is decided or declined before the next one. */
    private boolean possible(Line line) {
        return this == PROPOSE_END ? !line.ended() && line.proposal() == null : line.proposal() != null;
    }

    /** @throws ProblemException {@code end-not-open} with what is, {@code second-person-needed} */
    void require(Line line, Set<String> has, String subject) {
        Set<EndAct> allowed = allowed(line, has, subject);
        if (!allowed.contains(this)) {
            throw (possible(line)
                            ? new ProblemException(CatalogProblem.SECOND_PERSON_NEEDED)
                            : new ProblemException(CatalogProblem.END_NOT_OPEN))
                    .with("allowed", allowed);
        }
    }
}
