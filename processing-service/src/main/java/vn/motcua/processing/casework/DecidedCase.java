package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import java.time.Instant;
import java.util.UUID;

/** What the keeping of files needs of a case long after its decision: its lock, and the line of its history that tells of their end. */
@ApplicationScoped
public class DecidedCase {
    static final String FILES_DESTROYED = "FILES_DESTROYED";

    @Inject
    Cases cases;

    @Inject
    CaseJournal journal;

    /** Until the end of the caller's transaction nobody acts on the case. */
    @Transactional(TxType.MANDATORY)
    public void lock(UUID id) {
        cases.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Writes who let the files be destroyed into the history; the revision stays, since nothing one could act on has changed. */
    @Transactional(TxType.MANDATORY)
    public void filesDestroyed(UUID id, String subject, String name, String title, Instant at) {
        journal.note(cases.findById(id), FILES_DESTROYED, new Doer(Actor.APPROVER, subject, name, title), null, at);
    }
}
