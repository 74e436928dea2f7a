package vn.motcua.processing.shadow;

import java.time.Duration;
import java.time.Instant;

/** Whether a shadow can be trusted to be what its authority knows; apart from the status, which is that authority's own. */
enum Sync {
    IN_SYNC,
    /** The system was not heard of for longer than it may be silent. */
    LAGGING,
    /** What it told contradicts itself, or what is known here. */
    CONFLICT,
    /** A later message of this dossier was not understood and waits for an operator. */
    PARKED;

    /** Since when it stands so, UTC. */
    record Standing(Sync sync, Instant since) {}

    /**
     * The gravest that holds.
     *
     * @param over whether nothing more is to come
     * @param takenAt when the last message of this dossier was taken
     * @param heardAt when the system was last heard of
     * @param silence how long it may say nothing
     */
    static Standing of(
            boolean over,
            Instant takenAt,
            Instant conflictAt,
            Instant parkedAt,
            Instant heardAt,
            Duration silence,
            Instant now) {
        if (parkedAt != null) {
            return new Standing(PARKED, parkedAt);
        }
        if (conflictAt != null) {
            return new Standing(CONFLICT, conflictAt);
        }
        Instant until = heardAt.plus(silence);
        return !over && now.isAfter(until) ? new Standing(LAGGING, until) : new Standing(IN_SYNC, takenAt);
    }
}
