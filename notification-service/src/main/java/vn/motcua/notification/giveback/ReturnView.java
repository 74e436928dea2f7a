package vn.motcua.notification.giveback;

import vn.motcua.notification.giveback.Giveback.HandedOver;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A return as officers see it; names of people come from intake, joined by the browser.
 *
 * @param code the dossier's code, null for originals of one never received
 * @param pending whether intake has not answered the last act yet
 * @param refusedReason why intake refused the last act, null if it did not
 * @param handedOver how it was handed over, by which officer; null until then
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
        boolean feesOpen,
        Instant openedAt,
        Instant announcedAt,
        HandedOver handedOver,
        String refusedReason,
        Set<ReturnAction> allowedActions,
        long revision) {

    /** What the dossier adds to a return. */
    record Of(String reference, String code, String procedureCode, boolean feesOpen) {}

    static ReturnView of(Giveback g, Of dossier, boolean mayAct) {
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
                dossier.feesOpen,
                g.times().opened(),
                g.times().announced(),
                g.handedOver(),
                g.refusedReason(),
                !mayAct || g.pending() || dossier.feesOpen
                        ? Set.of()
                        : ReturnTable.allowed(g.state(), ReturnTable.By.RECEPTION),
                g.revision());
    }
}
