package vn.motcua.processing.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * The body of {@code queue.<unit>.<department>}; see {@code deploy/contracts}.
 *
 * @param sequence the case's revision: an older one never replaces a newer one
 */
public record QueueChanged(
        Change change,
        UUID caseId,
        UUID dossierId,
        String reference,
        String code,
        String procedureCode,
        int procedureVersion,
        String state,
        Instant due,
        long sequence,
        Instant at) {

    public enum Change {
        ADDED,
        CHANGED,
        /** A withdrawal was asked: stop working until CHANGED or REMOVED. */
        FROZEN,
        REMOVED
    }
}
