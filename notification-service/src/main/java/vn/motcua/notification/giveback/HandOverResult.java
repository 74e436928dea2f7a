package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.notification.giveback.Giveback.HandedOver;
import vn.motcua.notification.giveback.ReturnTable.By;
import vn.motcua.notification.giveback.ReturnTable.Guard;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Reception hands the result, or the originals, to who came for it; the dossier is asked to follow. */
@ApplicationScoped
class HandOverResult {
    @Inject
    Dossiers dossiers;

    @Inject
    Givebacks givebacks;

    @Inject
    Outbox outbox;

    @Inject
    ActingInstant acting;

    @Inject
    Caller caller;

    /**
     * Hands over in the caller's transaction.
     *
     * @param ifMatch the ETag the officer has seen, or null
     * @return the return, pending until intake answers
     * @throws ProblemException where it may not be seen, is another unit's, was changed meanwhile, waits for an answer, is
     *     not allowed by the table, or fees are open
     */
    Giveback handOver(UUID dossierId, HandOver how, String ifMatch) {
        Sight sight = Sight.of(caller);
        KnownDossier dossier = dossiers.locked(dossierId)
                .filter(known -> dossiers.seen(dossierId, sight).isPresent())
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        Giveback now = givebacks.of(dossierId).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        if (!caller.units().contains(now.unit())) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Revision.require(ifMatch, now.revision(), () -> lastAct(now));
        ReturnTable.Row row = allowed(now, ReturnAction.HAND_OVER);
        if (row.when().contains(Guard.FEES_SETTLED) && dossier.feesOpen()) {
            throw new ProblemException(NotificationProblem.FEES_OPEN);
        }
        UUID offer = UUID.randomUUID();
        Giveback handedOver = now.handOver(
                offer,
                new HandedOver(
                        how.collector(),
                        how.how(),
                        caller.name(),
                        caller.title(),
                        acting.after(now.times().lastAct(), dossier.effectiveAt())));
        givebacks.change(handedOver);
        outbox.append(
                offer,
                ReturnProgressed.TOPIC,
                dossierId.toString(),
                ReturnProgressed.TYPE,
                ReturnProgressed.handedOver(handedOver, dossier.sequence()));
        return handedOver;
    }

    private static ReturnTable.Row allowed(Giveback now, ReturnAction action) {
        if (now.pending()) {
            throw new ProblemException(NotificationProblem.RETURN_PENDING);
        }
        return ReturnTable.find(now.state(), action)
                .filter(row -> row.by().contains(By.RECEPTION))
                .orElseThrow(() -> new ProblemException(NotificationProblem.ACTION_NOT_ALLOWED, now.state())
                        .with("allowed", ReturnTable.allowed(now.state(), By.RECEPTION)));
    }

    private static Map<String, Object> lastAct(Giveback now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", now.state());
        if (now.handedOver() != null) {
            facts.put("officer", now.handedOver().officer());
            facts.put("title", now.handedOver().title());
        }
        facts.put("at", now.times().lastAct());
        return facts;
    }
}
