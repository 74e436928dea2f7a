package vn.motcua.processing.opinion;

import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** The case that asked, as an answer reaches it. */
public interface AskingCase {
    /**
     * Locks the case, has the answer written down at its acting instant, and tells of it.
     *
     * @param write writes the answer and gives back the opinion
     */
    Opinion answered(UUID caseId, Officer by, Function<Instant, Opinion> write);
}
