package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.CaseJournal.Place;
import vn.motcua.processing.checklist.Attachment;
import vn.motcua.processing.checklist.AttachmentKind;
import vn.motcua.processing.checklist.CaseNotes;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.Upload;

import java.time.Instant;
import java.util.UUID;

/** Puts a file of the department beside a case, by whoever may examine it now. */
@ApplicationScoped
class AttachFile {
    /** Beside one case; more belong into the result or an archive. */
    private static final int MOST = 50;

    @Inject
    ActOnCase acts;

    @Inject
    CaseNotes notes;

    @Inject
    CaseJournal journal;

    /** The file as kept and the case's new revision. */
    record Attached(Attachment file, long revision) {}

    /**
     * @param fence the fencing number of the caller's claim
     * @throws ProblemException where the caller does not hold the case, or it has as many files as it may
     */
    @Transactional
    Attached attach(UUID caseId, Long fence, String ifMatch, AttachmentKind kind, Officer officer, Upload upload) {
        Examination met = acts.locked(caseId, officer);
        Case one = met.one();
        acts.require(ifMatch, one.revision(), one);
        CaseAction.Examine examine = new CaseAction.Examine(fence, null, null);
        Actor part = CaseTable.part(acts.row(met, examine), met.parts());
        ActOnCase.fence(acts.row(met, examine), examine, one);
        if (notes.attachments(caseId) >= MOST) {
            throw new ProblemException(ProcessingProblem.TOO_MANY_ATTACHMENTS, MOST);
        }
        Place before = Place.of(one);
        Instant at = one.actingInstant(met.now(), met.dossier());
        Attachment file = notes.attach(caseId, kind, upload, officer, at);
        one.changed();
        journal.note(one, "FILE_ATTACHED", Doer.of(part, officer), kind.name(), at);
        journal.done(one, met.dossier(), before, at);
        return new Attached(file, one.revision());
    }
}
