package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.consignment.Consignment;
import vn.motcua.notification.consignment.Consignments;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.giveback.ReturnTable.Guard;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends what lies ready by post: made up as a consignment, delivered or back again, laid on the shelf. */
@ApplicationScoped
class SendByPost {
    @Inject
    ActOnReturn acts;

    @Inject
    Consignments consignments;

    @Inject
    Shelf shelf;

    @Inject
    Placing placing;

    @Inject
    Caller caller;

    /**
     * Makes up a consignment, or corrects one that waits for the postman.
     *
     * @throws ProblemException as {@link ActOnReturn#begin}, and where originals are held and none is listed
     */
    void post(UUID dossierId, Consignment.Contents contents, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.POST, ifMatch);
        if (acting.row().when().contains(Guard.ORIGINALS_LISTED)) {
            requireListed(acting.dossier(), contents.originals());
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

    /**
     * The post gave it to its addressee, who signed; the dossier is asked to follow. Where it was told before and the dossier
     * refused it, this asks once more: who signed and when stay as the post said first.
     *
     * @param deliveredAt null where it was told before
     * @param signedBy null where it was told before
     */
    void delivered(UUID dossierId, Instant deliveredAt, String signedBy, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.DELIVERED, ifMatch);
        Instant signed = acting.consignment().outcome().deliveredAt();
        if (signed == null) {
            requireSaid("/at", deliveredAt);
            requireSaid("/signedBy", signedBy);
            requireOnItsWay(acting, deliveredAt);
            signed = deliveredAt.truncatedTo(ChronoUnit.MICROS);
            consignments.delivered(acting.consignment().id(), signed, signedBy.strip());
        }
        UUID offer = UUID.randomUUID();
        Giveback delivered = acting.giveback().delivered(offer, acting.at());
        acts.tell(
                offer,
                delivered,
                ReturnProgressed.byPost(
                        "DELIVERED", delivered, acts.officer(), acting.dossier().sequence(), byPost(acting, signed)));
    }

    /** It came back, or got lost. */
    void undeliverable(UUID dossierId, Instant failedAt, Consignment.Failure why, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.UNDELIVERABLE, ifMatch);
        requireOnItsWay(acting, failedAt);
        consignments.failed(acting.consignment().id(), failedAt, why);
        Giveback back = acting.giveback().back(acting.dossier().returningUnit(), acting.at());
        told("UNDELIVERABLE", acting, back, Map.of("reasonCode", why.name()));
    }

    /**
     * What was reported as lost, or as not delivered, has turned up with the post or at its addressee: the report is taken back, and
     * the consignment is on its way again, with the unit that sent it.
     */
    void found(UUID dossierId, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.FOUND, ifMatch);
        Consignment failed = consignments.newest(dossierId).orElseThrow();
        consignments.found(failed, acting.at());
        told("FOUND", acting, acting.giveback().found(failed.unit(), acting.at()), Map.of());
    }

    /**
     * Laid on the shelf, or elsewhere on it, to be fetched or sent once more; what still waited for the postman does not go. What the person
     * wants electronically by now is returned by lying in the inbox.
     *
     * @param place the code on the shelf, null where it has none
     */
    void shelve(UUID dossierId, String place, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.SHELVE, ifMatch);
        Giveback now = acting.giveback();
        shelf.lay(now.id(), place, now.state() == ReturnState.ON_SHELF, acting.at());
        if (acting.consignment() != null) {
            consignments.takenOut(acting.consignment().id(), acting.at());
        }
        Giveback laid = now.moved(ReturnState.ON_SHELF, acting.at());
        told("SHELVED", acting, laid, Map.of());
        if (now.refusedReason() == null && placing.fits(laid, acting.dossier())) {
            placing.now(laid, acting.dossier());
        }
    }

    private void recorded(String act, ActOnReturn.Acting acting, ReturnState to, Map<String, Object> payload) {
        told(act, acting, acting.giveback().moved(to, acting.at()), payload);
    }

    private void told(String act, ActOnReturn.Acting acting, Giveback after, Map<String, Object> payload) {
        acts.tell(
                UUID.randomUUID(),
                after,
                ReturnProgressed.byPost(
                        act, after, acts.officer(), acting.dossier().sequence(), payload));
    }

    /** Every original that is held goes back whole; nothing is listed twice. */
    private static void requireListed(KnownDossier dossier, List<Consignment.Original> listed) {
        Map<String, Integer> back = new HashMap<>();
        for (Consignment.Original each : listed) {
            if (back.put(each.component(), each.pieces()) != null) {
                throw new ProblemException(Problems.VALIDATION).violation("/consignment/originals", each.component());
            }
        }
        List<String> owed = dossier.heldOriginals() == null
                ? List.of()
                : dossier.heldOriginals().stream()
                        .filter(held -> back.getOrDefault(held.component(), 0) < held.pieces())
                        .map(StageChanged.Held::component)
                        .toList();
        if (!owed.isEmpty() || dossier.originalsHeld() && back.isEmpty()) {
            throw new ProblemException(NotificationProblem.ORIGINALS_OWED).with("owed", owed);
        }
    }

    /** How the dossier is told that the post has given it to its addressee, with what went back. */
    private static Map<String, Object> byPost(ActOnReturn.Acting acting, Instant signed) {
        return Map.of(
                "collector",
                "ADDRESSEE",
                "how",
                "POST",
                "deliveredAt",
                signed,
                "originals",
                acting.consignment().contents().originals());
    }

    private static void requireSaid(String pointer, Object value) {
        if (value == null) {
            throw new ProblemException(Problems.VALIDATION).violation(pointer, "null");
        }
    }

    /** Between the minute of the hand-over to the postman and now. */
    private static void requireOnItsWay(ActOnReturn.Acting acting, Instant at) {
        Instant taken = acting.consignment().dispatchedAt().truncatedTo(ChronoUnit.MINUTES);
        if (at.isBefore(taken) || at.isAfter(acting.at())) {
            throw new ProblemException(Problems.VALIDATION).violation("/at", taken + " … " + acting.at());
        }
    }
}
