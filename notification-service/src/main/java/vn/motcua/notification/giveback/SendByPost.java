package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.consignment.Consignment;
import vn.motcua.notification.consignment.Consignments;
import vn.motcua.notification.giveback.ReturnTable.Guard;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Sends what lies ready by post: made up as a consignment, delivered or back again, laid on the shelf. */
@ApplicationScoped
class SendByPost {
    /** How the dossier is told that the post has given it to its addressee. */
    private static final Map<String, Object> DELIVERED_BY_POST = Map.of("collector", "ADDRESSEE", "how", "POST");

    @Inject
    ActOnReturn acts;

    @Inject
    Consignments consignments;

    @Inject
    Caller caller;

    /**
     * Makes up a consignment, or corrects one that waits for the postman.
     *
     * @throws ProblemException as {@link ActOnReturn#begin}, and where originals are held and none is listed
     */
    void post(UUID dossierId, Consignment.Contents contents, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.POST, ifMatch);
        if (acting.row().when().contains(Guard.ORIGINALS_LISTED)
                && acting.dossier().originalsHeld()
                && contents.originals().isEmpty()) {
            throw new ProblemException(NotificationProblem.ORIGINALS_OWED);
        }
        consignments.put(
                acting.consignment(),
                dossierId,
                acting.giveback().unit(),
                contents,
                acting.giveback().holds() == Holds.RESULT,
                acting.at(),
                new Consignments.By(caller.name(), caller.title()));
        recorded("POSTED", acting, ReturnState.POSTED, Map.of());
    }

    /** The post gave it to its addressee, who signed; the dossier is asked to follow. */
    void delivered(UUID dossierId, Instant deliveredAt, String signedBy, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.DELIVERED, ifMatch);
        requireOnItsWay(acting, deliveredAt);
        consignments.delivered(acting.consignment().id(), deliveredAt, signedBy.strip());
        UUID offer = UUID.randomUUID();
        Giveback delivered = acting.giveback().delivered(offer, acting.at());
        acts.tell(
                offer,
                delivered,
                ReturnProgressed.byPost(
                        "DELIVERED", delivered, acts.officer(), acting.dossier().sequence(), DELIVERED_BY_POST));
    }

    /** It came back, or got lost. */
    void undeliverable(UUID dossierId, Instant failedAt, Consignment.Failure why, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.UNDELIVERABLE, ifMatch);
        requireOnItsWay(acting, failedAt);
        consignments.failed(acting.consignment().id(), failedAt, why);
        recorded("UNDELIVERABLE", acting, ReturnState.UNDELIVERABLE, Map.of("reasonCode", why.name()));
    }

    /** Laid on the shelf, to be fetched or sent once more. */
    void shelve(UUID dossierId, String ifMatch) {
        recorded("SHELVED", acts.begin(dossierId, ReturnAction.SHELVE, ifMatch), ReturnState.ON_SHELF, Map.of());
    }

    private void recorded(String act, ActOnReturn.Acting acting, ReturnState to, Map<String, Object> payload) {
        Giveback after = acting.giveback().moved(to, acting.at());
        acts.tell(
                UUID.randomUUID(),
                after,
                ReturnProgressed.byPost(
                        act, after, acts.officer(), acting.dossier().sequence(), payload));
    }

    /** Between the minute of the hand-over to the postman and now. */
    private static void requireOnItsWay(ActOnReturn.Acting acting, Instant at) {
        Instant taken = acting.consignment().dispatchedAt().truncatedTo(ChronoUnit.MINUTES);
        if (at.isBefore(taken) || at.isAfter(acting.at())) {
            throw new ProblemException(Problems.VALIDATION).violation("/at", taken + " … " + acting.at());
        }
    }
}
