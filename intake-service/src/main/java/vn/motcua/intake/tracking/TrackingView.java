package vn.motcua.intake.tracking;

import java.time.Instant;
import java.util.List;

/**
 * The four questions of a person about their dossier, answered in one language, with the facts the sentences rest on.
 *
 * @param code null before receipt
 * @param step which of the five steps, 1 to 5
 * @param done whether all five are behind it
 * @param where where is it
 * @param who who has it since when
 * @param toDo what must I do
 * @param draftUntil until when a draft of the result may be answered; null where none lies before the person, or while the time stands still
 * @param toSupply the papers asked for, empty without a request
 * @param when when is it ready
 * @param why why that date, a sentence per reason
 */
public record TrackingView(
        String reference,
        String code,
        String procedure,
        String stage,
        int step,
        boolean done,
        Instant stageSince,
        String where,
        String who,
        String toDo,
        Instant draftUntil,
        List<Asked> toSupply,
        Long feesOpenVnd,
        String when,
        List<String> why,
        Instant receivedAt,
        Instant due,
        Instant promised,
        boolean provisional,
        Instant pausedSince) {
    /** A paper asked for and why. */
    public record Asked(String component, String name, String reason) {}
}
