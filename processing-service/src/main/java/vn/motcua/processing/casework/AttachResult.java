package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.CaseJournal.Place;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.Composed;
import vn.motcua.processing.result.Result;
import vn.motcua.processing.result.Results;
import vn.motcua.processing.result.Upload;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Puts an uploaded file beside a case, by whoever could then propose or reissue with it. */
@ApplicationScoped
class AttachResult {
    @Inject
    ActOnCase acts;

    @Inject
    Results results;

    @Inject
    CaseJournal journal;

    /** The file as kept and the case's new revision. */
    record Attached(Result result, long revision) {}

    /**
     * @param fence the fencing number of the caller's claim; not needed for a reissue
     * @param words what the file was made of; null for an uploaded one
     * @throws ProblemException where the caller could not go on with the file
     */
    @Transactional
    Attached attach(UUID caseId, Long fence, String ifMatch, Officer officer, Upload upload, Composed words) {
        Examination met = acts.locked(caseId, officer);
        Case one = met.one();
        acts.require(ifMatch, one.revision(), one);
        boolean reissue = one.state() == State.DECIDED;
        Actor part = part(met, reissue ? Act.REISSUE : Act.PROPOSE, fence);
        if (!reissue && (fence == null || fence != one.fence())) {
            throw new ProblemException(fence == null ? ProcessingProblem.FENCE_MISSING : ProcessingProblem.FENCE_STALE)
                    .with("held", Refusals.held(one));
        }
        Place before = Place.of(one);
        Instant at = one.actingInstant(met.now(), met.dossier());
        Result result = results.add(caseId, upload, officer, at);
        if (words != null) {
            result.composed(words);
            one.beside().reworded();
        }
        one.changed();
        one.attach(result.id());
        journal.note(one, "RESULT_ATTACHED", Doer.of(part, officer), null, at);
        journal.done(one, met.dossier(), before, at);
        return new Attached(result, one.revision());
    }

    private static Actor part(Examination met, Act next, Long fence) {
        Case one = met.one();
        Facts facts = met.facts(null);
        Facts uploaded = new Facts(
                facts.heldByCaller(),
                facts.leaseOver(),
                facts.singleHand(),
                facts.proposedByCaller(),
                true,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                facts.draftOffered(),
                true,
                false,
                facts.elsewhere(),
                false,
                false);
        Set<Actor> parts = met.parts();
        try {
            return CaseTable.part(CaseTable.find(one.state(), one.flags(), next, parts, uploaded), parts);
        } catch (ActRefused refused) {
            throw switch (refused.reason()) {
                case NOT_NOW -> new ProblemException(ProcessingProblem.RESULT_NOT_NOW).with("state", one.state());
                default -> Refusals.problem(refused, new CaseAction.Propose(fence, null, null, null, null), met);
            };
        }
    }
}
