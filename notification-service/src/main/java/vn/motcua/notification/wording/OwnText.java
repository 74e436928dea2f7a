package vn.motcua.notification.wording;

import java.time.Instant;
import java.util.UUID;

/**
 * A text in a unit's own words. Never changed: another wording is another version.
 *
 * @param proposedBy subject of who proposed it, who cannot approve it
 * @param proposer their name, null where it is not known
 * @param decidedBy null while it is proposed
 */
public record OwnText(
        UUID id,
        String unit,
        String template,
        String language,
        TextChannel channel,
        int version,
        String text,
        State state,
        String proposedBy,
        String proposer,
        Instant proposedAt,
        String decidedBy,
        String decider,
        Instant decidedAt,
        long revision) {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED,
        /** Another version took its place. */
        RETIRED
    }
}
