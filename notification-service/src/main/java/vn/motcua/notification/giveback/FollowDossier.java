package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.collection.CollectionBook;
import vn.motcua.notification.consignment.Consignments;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.giveback.Giveback.Result;
import vn.motcua.platform.outbox.Outbox;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** What a change of a dossier means for its return: opens it, announces it, answers its offer, replaces its result. */
@ApplicationScoped
public class FollowDossier {
    /** The stages in which something can lie ready; no way leads out of them. */
    private static final Set<Stage> WITH_RETURN =
            EnumSet.of(Stage.DECIDED, Stage.RETURNED, Stage.REFUSED, Stage.STOPPED);

    @Inject
    Givebacks givebacks;

    @Inject
    Consignments consignments;

    @Inject
    Transfers transfers;

    @Inject
    CollectionBook book;

    @Inject
    Placing placing;

    @Inject
    Outbox outbox;

    @Inject
    ActingInstant acting;

    /**
     * Follows one change in the caller's transaction, which holds the dossier's lock.
     *
     * @param dossier what is known after it
     * @param announced whether the message that something can be collected was put into the inbox just now
     */
    public void follow(UUID eventId, StageChanged change, KnownDossier dossier, boolean announced) {
        if (!WITH_RETURN.contains(change.stage())) {
            return;
        }
        Giveback known = givebacks.of(change.dossierId()).orElse(null);
        Giveback now = known == null ? opened(eventId, change, dossier) : answered(known, change);
        if (now == null) {
            return;
        }
        if (change.sequence() == dossier.sequence()) {
            Result before = now.result();
            boolean underWay = now.state() == ReturnState.ON_THE_WAY || consignments.underWay(now.dossierId());
            String place = underWay ? now.unit() : change.returningUnit();
            if (!place.equals(now.unit()) && now.times().closed() == null) {
                consignments.moved(now.dossierId(), place);
                transfers.owed(now.id(), now.unit(), place);
            }
            now = now.with(place, new Result(change.resultId(), change.resultHash()));
            if (before != null && !before.equals(now.result())) {
                consignments.replaced(now.dossierId(), acting.after(change.effectiveAt()));
                givebacks.renewed(now.id(), change.effectiveAt());
            }
        }
        if (announced && now.state() == ReturnState.WAITING) {
            now = now.announced(acting.after(now.times().lastAct(), dossier.effectiveAt()));
            tell(ReturnProgressed.announced(now, dossier.sequence(), eventId));
        }
        if (change.sequence() == dossier.sequence() && !change.refusedAnswer() && placing.fits(now, dossier)) {
            now = placing.place(now, dossier, eventId);
        }
        if (now != known) {
            givebacks.change(now);
            givebacks.actedBy(now.id(), change.action().name(), change.actor(), change.effectiveAt());
        }
    }

    private Giveback opened(UUID eventId, StageChanged change, KnownDossier dossier) {
        Holds holds = holds(change);
        if (holds == null) {
            return null;
        }
        Giveback opened = Giveback.open(
                UUID.randomUUID(),
                change.dossierId(),
                holds,
                change.returningUnit(),
                holds == Holds.RESULT ? new Result(change.resultId(), change.resultHash()) : null,
                acting.after(change.effectiveAt(), dossier.effectiveAt()));
        givebacks.add(opened);
        tell(ReturnProgressed.opened(opened, dossier.sequence(), eventId));
        return opened;
    }

    /** What is to be given back in this state of a dossier, null for nothing. */
    private static Holds holds(StageChanged change) {
        return switch (change.stage()) {
            case DECIDED -> Holds.RESULT;
            case REFUSED, STOPPED -> change.originalsHeld() ? Holds.ORIGINALS : null;
            default -> null;
        };
    }

    private Giveback answered(Giveback known, StageChanged change) {
        if (!known.offered(change.causedBy())) {
            return known;
        }
        if (change.refusedAnswer()) {
            consignments.waitsAgain(known.dossierId());
            book.takenBack(change.causedBy(), acting.after(change.effectiveAt()));
            return known.takenBack(change.reasonCode());
        }
        Instant at = acting.after(known.times().lastAct(), change.effectiveAt());
        consignments.withdrawn(known.dossierId(), at);
        return known.applied(at);
    }

    private void tell(ReturnProgressed event) {
        outbox.append(ReturnProgressed.TOPIC, event.dossierId().toString(), ReturnProgressed.TYPE, event);
    }
}
