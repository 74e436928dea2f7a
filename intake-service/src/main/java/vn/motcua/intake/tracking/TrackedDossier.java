package vn.motcua.intake.tracking;

import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.Pause;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What its owner may see of a dossier on the tracking page; nothing about people is in it.
 *
 * @param pinHash as {@link Pins} made it
 * @param code null before receipt
 * @param stage name of the stage in the table of the five steps
 * @param step 2 to 5
 * @param department that has it; null until one has
 * @param handlingUnit of that department where it is not the competent unit's, else null
 * @param stageSince effective instant of the act that brought it here
 * @param limit null where none is established
 * @param due null while no date is promised
 * @param provisional whether the due date rests on a calendar that is not final
 * @param promised the date of form 04, or null
 * @param decidedAt null before the decision
 * @param resultId of the decision, null before it
 * @param reasonCode of the last act, or null
 * @param draftUntil until when a draft of the result may be answered, null where none lies before the person
 * @param draftStopped whether nobody can answer it now and the time stands still
 * @param toSupply what a supplement request asks for, empty without one
 * @param pauses in which its clock stood still
 * @param feesOpenVnd what is still to be paid, 0 for nothing, null where the fee is not established
 * @param feesDueNowVnd the part of it that is due before the result: with the dossier, or because the case waits for it
 */
public record TrackedDossier(
        UUID id,
        String reference,
        String code,
        String pinHash,
        String stage,
        int step,
        Instant stageSince,
        String procedureCode,
        int procedureVersion,
        Channel channel,
        String receivingUnit,
        String competentUnit,
        String returningUnit,
        String department,
        String handlingUnit,
        String returnMode,
        Instant receivedAt,
        Instant due,
        Instant originalDue,
        boolean provisional,
        Instant promised,
        Instant pausedSince,
        Instant decidedAt,
        UUID resultId,
        String reasonCode,
        Instant draftUntil,
        boolean draftStopped,
        List<Missing> toSupply,
        Long feesOpenVnd,
        long feesDueNowVnd,
        Limit limit,
        List<Pause> pauses) {
    /** One paper a supplement request asks for: its component and why. */
    public record Missing(String component, String reasonCode) {}
}
