package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.collection.Collected;
import vn.motcua.notification.collection.CollectionBook;
import vn.motcua.notification.consignment.Consignments;
import vn.motcua.notification.giveback.Giveback.HandedOver;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.List;
import java.util.UUID;

/** Reception hands the result, or the originals, to who came for it; the dossier is asked to follow. */
@ApplicationScoped
class HandOverResult {
    @Inject
    ActOnReturn acts;

    @Inject
    Consignments consignments;

    @Inject
    CollectionBook book;

    @Inject
    Caller caller;

    /**
     * Hands over in the caller's transaction; a consignment that waits for the postman is kept back,
     * and taken out once intake agrees.
     *
     * @param collected who came and how they signed, which stays here
     * @param ifMatch the ETag the officer has seen, or null
     * @return the return, pending until intake answers
     * @throws ProblemException where it may not be seen, is another unit's, was changed meanwhile, waits for an answer, is
     *     not allowed by the table, fees are open, or the postman has it
     */
    Giveback handOver(UUID dossierId, HandOver how, Collected collected, String ifMatch) {
        requireFit(how, collected);
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.HAND_OVER, ifMatch);
        UUID offer = UUID.randomUUID();
        book.enter(entry(acting, offer, ReturnAction.HAND_OVER, how), collected);
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

    /** Gives the paper of a result that was placed in the inbox, or issued anew after its return: the dossier is returned, this is recorded. */
    void givePaper(UUID dossierId, HandOver how, Collected collected, String ifMatch) {
        requireFit(how, collected);
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.GIVE_PAPER, ifMatch);
        UUID told = UUID.randomUUID();
        book.enter(entry(acting, told, ReturnAction.GIVE_PAPER, how), collected);
        Giveback given = acting.giveback()
                .paperGiven(new HandedOver(how.collector(), how.how(), caller.name(), caller.title(), acting.at()));
        acts.tell(
                told, given, ReturnProgressed.paperGiven(given, acting.dossier().sequence()));
    }

    private static void requireFit(HandOver how, Collected collected) {
        String unfit = collected.unfit(how.collector() == HandOver.Collector.AUTHORISED);
        if (unfit != null) {
            throw new ProblemException(Problems.VALIDATION)
                    .violation(unfit, how.collector().name());
        }
    }

    private static CollectionBook.Entry entry(ActOnReturn.Acting acting, UUID told, ReturnAction act, HandOver how) {
        boolean paper = act == ReturnAction.GIVE_PAPER;
        return new CollectionBook.Entry(
                acting.dossier().id(),
                told,
                acting.giveback().unit(),
                act.name(),
                how.collector().name(),
                how.how().name(),
                paper ? paper(acting.giveback()) : whole(acting.giveback()),
                paper || !acting.dossier().originalsHeld()
                        ? List.of()
                        : acting.dossier().heldOriginals(),
                acting.at());
    }

    private static CollectionBook.What whole(Giveback now) {
        return now.holds() == Holds.ORIGINALS ? CollectionBook.What.ORIGINALS : CollectionBook.What.RESULT;
    }

    private static CollectionBook.What paper(Giveback now) {
        return now.state() == ReturnState.PLACED ? CollectionBook.What.PAPER : CollectionBook.What.ANEW;
    }
}
