package vn.motcua.processing.draft;

import java.util.UUID;

/** The case whose draft lies before the person, as their answer reaches it. */
public interface AskedPerson {
    /**
     * Locks the case of the dossier, lets its table judge, writes the answer down and tells of it.
     *
     * @param draft the offer the person has seen
     * @throws vn.motcua.platform.problem.ProblemException 404 where there is no such offer, 409 where the case takes no answer now
     */
    void answered(UUID dossier, UUID draft, DraftAnswer answer);
}
