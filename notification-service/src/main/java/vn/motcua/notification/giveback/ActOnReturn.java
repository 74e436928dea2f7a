package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.consignment.Consignment;
import vn.motcua.notification.consignment.Consignments;
import vn.motcua.notification.dossier.Actor;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.notification.giveback.ReturnTable.By;
import vn.motcua.notification.giveback.ReturnTable.Guard;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What every act of reception on a return asks first, and how it is told. */
@ApplicationScoped
class ActOnReturn {
    @Inject
    Dossiers dossiers;

    @Inject
    Givebacks givebacks;

    @Inject
    Consignments consignments;

    @Inject
    Transfers transfers;

    @Inject
    Outbox outbox;

    @Inject
    ActingInstant acting;

    @Inject
    Caller caller;

    /**
     * A return about to be acted on, under its dossier's lock.
     *
     * @param consignment the one under way, or null
     * @param at the acting instant
     */
    record Acting(KnownDossier dossier, Giveback giveback, Consignment consignment, ReturnTable.Row row, Instant at) {}

    /**
     * Begins an act in the caller's transaction.
     *
     * @param ifMatch the ETag the officer has seen, or null
     * @throws ProblemException where it may not be seen, is another unit's, was changed meanwhile, waits for an answer, is
     *     not allowed by the table, fees are open, the paper was given, or the consignment is where the act does not fit
     */
    Acting begin(UUID dossierId, ReturnAction action, String ifMatch) {
        Sight sight = Sight.of(caller);
        KnownDossier dossier = dossiers.locked(dossierId).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        Giveback now = givebacks
                .of(dossierId)
                .filter(known -> caller.units().contains(known.unit())
                        || holder(known)
                        || dossiers.seen(dossierId, sight).isPresent())
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        By as = action == ReturnAction.SEND_ON ? By.HOLDER : By.RECEPTION;
        if (as == By.HOLDER ? !holder(now) : !caller.units().contains(now.unit())) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Revision.require(ifMatch, now.revision(), () -> lastAct(now));
        ReturnTable.Row row = allowed(now, action, as);
        requireReady(row, dossier, now);
        Consignment consignment = consignments.current(dossierId).orElse(null);
        boolean dispatched = consignment != null && consignment.dispatchedAt() != null;
        if (row.when().contains(Guard.DISPATCHED) && !dispatched) {
            throw new ProblemException(NotificationProblem.NOT_DISPATCHED);
        }
        if (row.when().contains(Guard.NOT_DISPATCHED) && dispatched) {
            throw new ProblemException(NotificationProblem.DISPATCHED);
        }
        if (row.when().contains(Guard.NEWEST_RESULT) && consignment.replacedAt() != null) {
            throw new ProblemException(NotificationProblem.RESULT_REPLACED);
        }
        if (row.when().contains(Guard.NOT_DELIVERED) && consignment.outcome().deliveredAt() != null) {
            throw new ProblemException(NotificationProblem.ALREADY_DELIVERED);
        }
        if (row.when().contains(Guard.CAME_BACK) && lost(dossierId)) {
            throw new ProblemException(NotificationProblem.NOT_COME_BACK);
        }
        return new Acting(
                dossier, now, consignment, row, acting.after(now.times().lastAct(), dossier.effectiveAt()));
    }

    private static void requireReady(ReturnTable.Row row, KnownDossier dossier, Giveback now) {
        if (row.when().contains(Guard.FEES_SETTLED) && dossier.feesOpen()) {
            throw new ProblemException(NotificationProblem.FEES_OPEN);
        }
        if (row.when().contains(Guard.PAPER_NOT_GIVEN) && now.paperIsGiven()) {
            throw new ProblemException(NotificationProblem.PAPER_GIVEN);
        }
    }

    /** Keeps what the act has made of it and tells intake; what the returning unit acts on evidently lies there. */
    void tell(UUID event, Giveback after, ReturnProgressed told) {
        givebacks.change(after);
        if (after.state() != ReturnState.ON_THE_WAY && caller.units().contains(after.unit())) {
            transfers.liesHere(after.id());
        }
        givebacks.actedBy(after.id(), told.act(), told.actor(), told.effectiveAt());
        outbox.append(event, ReturnProgressed.TOPIC, after.dossierId().toString(), ReturnProgressed.TYPE, told);
    }

    /** The caller in official capacity. */
    Actor officer() {
        return new Actor("reception", caller.name(), caller.title());
    }

    private boolean lost(UUID dossierId) {
        return consignments.newest(dossierId).filter(Consignment::lost).isPresent();
    }

    /** Whether the papers lie at a unit of the caller though another returns them. */
    private boolean holder(Giveback now) {
        return transfers.liesAt(now.id()).filter(caller.units()::contains).isPresent();
    }

    private static ReturnTable.Row allowed(Giveback now, ReturnAction action, By as) {
        if (now.pending()) {
            throw new ProblemException(NotificationProblem.RETURN_PENDING);
        }
        return ReturnTable.find(now.state(), action)
                .filter(row -> row.by().contains(as))
                .orElseThrow(() -> new ProblemException(NotificationProblem.ACTION_NOT_ALLOWED, now.state())
                        .with("allowed", ReturnTable.allowed(now.state(), EnumSet.of(as), given(now))));
    }

    private static Set<Guard> given(Giveback now) {
        return now.paperIsGiven() ? EnumSet.of(Guard.PAPER_NOT_GIVEN) : EnumSet.noneOf(Guard.class);
    }

    /** Where it stands now, and the newest act with who did it and when: an officer's, or the dossier's that moved the return. */
    private Map<String, Object> lastAct(Giveback now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", now.state());
        facts.put("at", now.times().lastAct());
        facts.putAll(givebacks.lastAct(now.id()));
        return facts;
    }
}
