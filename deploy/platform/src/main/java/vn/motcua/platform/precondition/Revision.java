package vn.motcua.platform.precondition;

import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.Map;
import java.util.function.Supplier;

/** The revision of a resource as its strong ETag, and the demand that a change names the revision it has seen. */
public final class Revision {
    private Revision() {}

    /** {@code "7"}, with the quotes. */
    public static String etag(long revision) {
        return '"' + Long.toString(revision) + '"';
    }

    /**
     * @param ifMatch the header as received, or null
     * @param whoChanged facts about the newest change for the loser; asked only on a mismatch
     * @throws ProblemException 428 without the header, 412 where it names another revision
     */
    public static void require(String ifMatch, long revision, Supplier<Map<String, Object>> whoChanged) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problems.PRECONDITION_REQUIRED);
        }
        if (!ifMatch.trim().equals(etag(revision))) {
            throw new ProblemException(Problems.PRECONDITION_FAILED)
                    .with("current", whoChanged.get())
                    .with("etag", etag(revision));
        }
    }
}
