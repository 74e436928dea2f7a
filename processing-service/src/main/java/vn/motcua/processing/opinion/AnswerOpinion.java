package vn.motcua.processing.opinion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.util.Map;
import java.util.UUID;

/** Answers a question, by an officer of the department that was asked. An answer is given once and stays. */
@ApplicationScoped
class AnswerOpinion {
    @Inject
    Opinions opinions;

    @Inject
    AskingCase asking;

    /**
     * @param ifMatch the revision of the opinion the caller has seen
     * @throws ProblemException 404 for what others were asked, 409 where it is answered or withdrawn
     */
    @Transactional
    Opinion answer(UUID id, String ifMatch, AnswerKind kind, String text, Officer officer) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problems.PRECONDITION_REQUIRED);
        }
        Opinion asked = opinions.findById(id);
        if (asked == null || !officer.worksOn(asked.askedUnit(), asked.askedDepartment())) {
            throw new ProblemException(ProcessingProblem.OPINION_NOT_FOUND);
        }
        return asking.answered(asked.caseId(), officer, at -> {
            opinions.getEntityManager().refresh(asked, LockModeType.PESSIMISTIC_WRITE);
            Revision.require(ifMatch, asked.revision(), () -> Map.of("state", asked.state()));
            Opinions.requireOpen(asked);
            asked.answer(kind, text, officer, at);
            return asked;
        });
    }
}
