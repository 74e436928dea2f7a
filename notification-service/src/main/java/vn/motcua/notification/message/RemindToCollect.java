package vn.motcua.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.Names;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.platform.inbox.HoldKey;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells a person once more that something lies ready: the one message that no change of the dossier sends. */
@ApplicationScoped
public class RemindToCollect {
    private static final long LATE = 0xFFFF_0000_0000_0000L;
    private static final long VERSION_4 = 0x4000;
    private static final int DAYS_AT = 16;

    @Inject
    Catalogue catalogue;

    @Inject
    SendMessages sending;

    /**
     * Sends it in the caller's transaction; the same reminder of the same return once.
     *
     * @param unit where it lies
     * @param days after which this reminder goes out
     * @param since when it was announced
     * @return false while a name that the text needs has not arrived: the next walk tries again
     */
    public boolean send(KnownDossier dossier, String unit, UUID returnId, int days, Instant since) {
        StageChanged fact = fact(dossier, unit, since);
        Names names;
        try {
            names = catalogue.names(
                    Set.copyOf(List.of(dossier.receivingUnit(), dossier.competentUnit(), unit)),
                    dossier.procedureCode(),
                    dossier.procedureVersion());
        } catch (HoldKey notYet) {
            return false;
        }
        Facts.Officers officers = new Facts.Officers(dossier.receivedBy(), dossier.handledBy());
        Map<String, String> vi = Facts.of(fact, officers, names, "vi");
        Map<String, String> en = Facts.of(fact, officers, names, "en");
        UUID event = UUID.nameUUIDFromBytes(("reminder " + returnId + " " + days).getBytes(StandardCharsets.UTF_8));
        sending.add(afterAll(days), MessageTable.REMINDER, event, fact, dossier, vi, en);
        return true;
    }

    /** An id behind those of all messages that a change of the same dossier sends, and of the reminders before it. */
    private static UUID afterAll(int days) {
        UUID random = UUID.randomUUID();
        return new UUID(LATE | (long) days << DAYS_AT | VERSION_4, random.getLeastSignificantBits());
    }

    /** The newest state of the dossier with the instant since which it waits. */
    private static StageChanged fact(KnownDossier d, String unit, Instant since) {
        return new StageChanged(
                d.id(),
                d.reference(),
                d.code(),
                d.sequence(),
                d.receivingUnit(),
                d.competentUnit(),
                unit,
                d.department(),
                d.procedureCode(),
                d.procedureVersion(),
                d.returnMode(),
                d.language(),
                d.step(),
                d.stage(),
                d.stage(),
                Action.OTHER,
                null,
                null,
                since,
                null,
                null,
                null,
                null,
                null,
                d.feesOpen(),
                d.originalsHeld(),
                d.heldOriginals(),
                null,
                null,
                null,
                null,
                null);
    }
}
