package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.util.UUID;

/** Whether an officer may see a case, for what hangs on it elsewhere. */
@ApplicationScoped
public class SeenCase {
    @Inject
    Cases cases;

    /** @throws ProblemException {@code case-not-found}, also for the cases of others */
    public void require(UUID id, Officer officer) {
        if (cases.seen(id, officer) == null) {
            throw new ProblemException(ProcessingProblem.CASE_NOT_FOUND);
        }
    }
}
