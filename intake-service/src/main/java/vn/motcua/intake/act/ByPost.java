package vn.motcua.intake.act;

import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.platform.problem.ProblemException;

/** Whether a dossier may come by post: only where the centre publishes it (Decision 45/2016/QĐ-TTg Arts 1(2), 13). */
public final class ByPost {
    private ByPost() {}

    /**
     * @param pointer where the request names the procedure
     * @throws ProblemException 409 with the reason
     */
    public static void require(Procedure procedure, String pointer) {
        IntakeProblem against =
                switch (procedure.byPost()) {
                    case ALLOWED -> null;
                    case NOT_OFFERED -> IntakeProblem.POST_NOT_OFFERED;
                    case IN_PERSON -> IntakeProblem.PERSON_MUST_COME;
                    case NOT_ESTABLISHED -> IntakeProblem.POST_NOT_ESTABLISHED;
                };
        if (against != null) {
            throw new ProblemException(against, procedure.code()).violation(pointer, procedure.code());
        }
    }
}
