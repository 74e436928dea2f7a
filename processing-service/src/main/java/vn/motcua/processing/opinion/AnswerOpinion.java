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
import vn.motcua.processing.result.ResultStore;
import vn.motcua.processing.result.Upload;

import java.util.Map;
import java.util.UUID;

/** Answers a question, by an officer of the department that was asked, if need be with a file. An answer is given once and stays. */
@ApplicationScoped
class AnswerOpinion {
    @Inject
    Opinions opinions;

    @Inject
    AskingCase asking;

    @Inject
    ResultStore store;

    /**
     * @param ifMatch the revision of the opinion the caller has seen
     * @throws ProblemException 404 for what others were asked, 409 where it is answered or withdrawn
     */
    @Transactional
    Opinion answer(UUID id, String ifMatch, AnswerKind kind, String text, Officer officer) {
        Opinion asked = asked(id, ifMatch, officer);
        return asking.answered(asked.caseId(), officer, at -> {
            requireOpen(asked, ifMatch);
            asked.answer(kind, text, officer, at);
            return asked;
        });
    }

    /**
     * Puts a file to the answer before it is given. Nobody is told: the asking side sees it with the answer.
     *
     * @throws ProblemException 404 for what others were asked, 409 where it is answered or withdrawn
     */
    @Transactional
    Opinion attach(UUID id, String ifMatch, Upload upload, Officer officer) {
        Opinion asked = asked(id, ifMatch, officer);
        requireOpen(asked, ifMatch);
        store.put(upload);
        asked.attach(OpinionFile.of(upload));
        return asked;
    }

    private Opinion asked(UUID id, String ifMatch, Officer officer) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problems.PRECONDITION_REQUIRED);
        }
        Opinion asked = opinions.findById(id);
        if (asked == null || !officer.worksOn(asked.askedUnit(), asked.askedDepartment())) {
            throw new ProblemException(ProcessingProblem.OPINION_NOT_FOUND);
        }
        return asked;
    }

    private void requireOpen(Opinion asked, String ifMatch) {
        opinions.getEntityManager().refresh(asked, LockModeType.PESSIMISTIC_WRITE);
        Revision.require(ifMatch, asked.revision(), () -> Map.of("state", asked.state()));
        Opinions.requireOpen(asked);
    }
}
