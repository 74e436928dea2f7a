package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged.ReturnMode;
import vn.motcua.platform.outbox.Outbox;

import java.util.UUID;

/** Returns an electronic result by laying it into the inbox, which happens as soon as the table allows; in the caller's transaction. */
@ApplicationScoped
class Placing {
    @Inject
    Outbox outbox;

    @Inject
    ActingInstant acting;

    @Inject
    Givebacks givebacks;

    /** Whether the result is returned by lying in the inbox now. */
    boolean fits(Giveback now, KnownDossier dossier) {
        return !now.pending()
                && now.holds() == Holds.RESULT
                && now.result() != null
                && dossier.stage() == Stage.DECIDED
                && ReturnTable.find(now.state(), ReturnAction.PLACE)
                        .filter(row -> row.when().stream().allMatch(guard -> holds(guard, dossier)))
                        .isPresent();
    }

    /**
     * Offers it to the dossier, which answers; the caller keeps the return.
     *
     * @param causedBy the event that led to it; null where none did
     */
    Giveback place(Giveback now, KnownDossier dossier, UUID causedBy) {
        UUID offer = UUID.randomUUID();
        Giveback placed = now.placed(offer, acting.after(now.times().lastAct(), dossier.effectiveAt()));
        outbox.append(
                offer,
                ReturnProgressed.TOPIC,
                placed.dossierId().toString(),
                ReturnProgressed.TYPE,
                ReturnProgressed.placed(placed, dossier.sequence(), causedBy));
        return placed;
    }

    /** The same where no event of the dossier led to it; keeps the return. */
    void now(Giveback now, KnownDossier dossier) {
        Giveback placed = place(now, dossier, null);
        givebacks.change(placed);
        givebacks.actedBy(
                placed.id(), ReturnAction.PLACE.name(), null, placed.times().lastAct());
    }

    private static boolean holds(ReturnTable.Guard guard, KnownDossier dossier) {
        return switch (guard) {
            case FEES_SETTLED -> !dossier.feesOpen();
            case WISHED_ELECTRONIC -> dossier.returnMode() == ReturnMode.ELECTRONIC;
            case NO_ORIGINALS -> !dossier.originalsHeld();
            default -> throw new IllegalStateException(guard + " is no guard of the system's acts");
        };
    }
}
