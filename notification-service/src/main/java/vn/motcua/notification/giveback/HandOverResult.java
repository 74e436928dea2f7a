package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.consignment.Consignments;
import vn.motcua.notification.giveback.Giveback.HandedOver;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;

import java.util.UUID;

/** Reception hands the result, or the originals, to who came for it; the dossier is asked to follow. */
@ApplicationScoped
class HandOverResult {
    @Inject
    ActOnReturn acts;

    @Inject
    Consignments consignments;

    @Inject
    Caller caller;

    /**
     * Hands over in the caller's transaction; a consignment that waits for the postman is kept back,
     * and taken out once intake agrees.
     *
     * @param ifMatch the ETag the officer has seen, or null
     * @return the return, pending until intake answers
     * @throws ProblemException where it may not be seen, is another unit's, was changed meanwhile, waits for an answer, is
     *     not allowed by the table, fees are open, or the postman has it
     */
    Giveback handOver(UUID dossierId, HandOver how, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.HAND_OVER, ifMatch);
        UUID offer = UUID.randomUUID();
        Giveback handedOver = acting.giveback()
                .handOver(
                        offer, new HandedOver(how.collector(), how.how(), caller.name(), caller.title(), acting.at()));
        if (acting.consignment() != null) {
            consignments.fetched(acting.consignment().id(), acting.at());
        }
        acts.tell(
                offer,
                handedOver,
                ReturnProgressed.handedOver(handedOver, acting.dossier().sequence()));
        return handedOver;
    }
}
