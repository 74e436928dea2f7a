package vn.motcua.notification.giveback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.collection.Collected;
import vn.motcua.notification.consignment.Consignment;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.giveback.Giveback.HandedOver;
import vn.motcua.notification.giveback.ReturnTable.Guard;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A return as officers see it; names of people come from intake, joined by the browser.
 *
 * @param code the dossier's code, null for originals of one never received
 * @param pending whether intake has not answered the last act yet
 * @param refusedReason why intake refused the last act, null if it did not
 * @param returnMode how the person wants it; null where it was not told
 * @param originalsHeld whether originals have to go back with it
 * @param consignment of the post, without its address; null where none is made up
 * @param handedOver how it was handed over, by which officer; null until then
 * @param kept where it lies, and what is kept of how it went
 * @param allowedActions what the caller may do now
 * @param revision the ETag
 */
record ReturnView(
        UUID returnId,
        UUID dossierId,
        String reference,
        String code,
        String procedureCode,
        Holds holds,
        ReturnState state,
        boolean pending,
        String unit,
        UUID resultId,
        StageChanged.ReturnMode returnMode,
        boolean originalsHeld,
        boolean feesOpen,
        ByPost consignment,
        Instant openedAt,
        Instant announcedAt,
        HandedOver handedOver,
        Kept kept,
        String refusedReason,
        Set<ReturnAction> allowedActions,
        long revision) {

    /** What the dossier adds to a return. */
    record Of(
            String reference,
            String code,
            String procedureCode,
            StageChanged.ReturnMode returnMode,
            boolean originalsHeld,
            boolean feesOpen) {}

    /**
     * How far the post has it.
     *
     * @param dispatchedAt when the postman took it, null while it waits
     * @param replacedAt since when the result in it is not the newest, null while it is
     */
    @Schema(name = "ReturnByPost")
    record ByPost(
            String slip,
            Instant preparedAt,
            Instant dispatchedAt,
            Instant replacedAt,
            Instant deliveredAt,
            Instant failedAt,
            Consignment.Failure failure) {}

    /**
     * Where it lies, and what is kept of how it went.
     *
     * @param place on the shelf, null where none is known
     * @param liesAt the unit where the papers lie while another returns them, else null
     * @param slip whether a slip of what was collected can be printed
     * @param signed how the slip was signed, null where that was not kept
     * @param downloads how often the person took the newest electronic result
     */
    @Schema(name = "ReturnKept")
    record Kept(
            String place,
            String liesAt,
            boolean slip,
            Collected.Signed signed,
            int downloads,
            Instant firstDownload,
            Instant lastDownload) {}

    static ReturnView of(Giveback g, Of dossier, ByPost consignment, Kept kept, Set<ReturnTable.By> as) {
        return new ReturnView(
                g.id(),
                g.dossierId(),
                dossier.reference,
                dossier.code,
                dossier.procedureCode,
                g.holds(),
                g.state(),
                g.pending(),
                g.unit(),
                g.result() == null ? null : g.result().id(),
                dossier.returnMode,
                dossier.originalsHeld,
                dossier.feesOpen,
                consignment,
                g.times().opened(),
                g.times().announced(),
                g.handedOver(),
                kept,
                g.refusedReason(),
                g.pending() ? Set.of() : ReturnTable.allowed(g.state(), as, broken(g, dossier, consignment)),
                g.revision());
    }

    private static Set<Guard> broken(Giveback g, Of dossier, ByPost consignment) {
        Set<Guard> broken = EnumSet.noneOf(Guard.class);
        if (g.paperIsGiven()) {
            broken.add(Guard.PAPER_NOT_GIVEN);
        }
        if (dossier.feesOpen) {
            broken.add(Guard.FEES_SETTLED);
        }
        boolean dispatched = consignment != null && consignment.dispatchedAt != null && consignment.failedAt == null;
        broken.add(dispatched ? Guard.NOT_DISPATCHED : Guard.DISPATCHED);
        if (consignment != null) {
            boolean replaced = consignment.replacedAt != null;
            if (replaced) {
                broken.add(Guard.NEWEST_RESULT);
            }
            if (consignment.deliveredAt != null) {
                broken.add(Guard.NOT_DELIVERED);
            }
            if (consignment.failure == Consignment.Failure.LOST && !replaced) {
                broken.add(Guard.CAME_BACK);
            }
        }
        return broken;
    }
}
