package vn.motcua.processing.absence;

import java.time.Instant;
import java.util.UUID;

/**
 * An officer who is away: from {@code begins} to before {@code ends}, UTC. It ends by itself.
 *
 * @param subject of the officer's account
 * @param substitute of the officer who takes what is held; null where it goes back to the queue
 * @param handedOverAt when what was held was handed over; null before
 * @param handedOn how many cases went to the substitute
 * @param givenBack how many went back to the queue
 */
public record Absence(
        UUID id,
        String unit,
        String department,
        String subject,
        String name,
        String substitute,
        String substituteName,
        Instant begins,
        Instant ends,
        long revision,
        Instant handedOverAt,
        int handedOn,
        int givenBack) {

    /** Whether the officer is away at this instant. */
    public boolean at(Instant now) {
        return !now.isBefore(begins) && now.isBefore(ends);
    }
}
