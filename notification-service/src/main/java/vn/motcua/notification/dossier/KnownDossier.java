package vn.motcua.notification.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What this service knows of a dossier: its newest published state, and the officers who received and handled it last, as
 * name and official title.
 *
 * @param code null until it is received
 * @param step 2 to 5 of the five
 * @param effectiveAt when the newest known act took effect
 * @param receivedBy null if nobody is known
 * @param handledBy null if nobody is known
 * @param returnMode how the person wants the result; null where it was not told yet
 * @param heldOriginals which originals are held; null where none is, or where it was never told
 * @param receivedAt null before the receipt, or where it was not told yet
 * @param due null without one, or where it was not told yet
 */
public record KnownDossier(
        UUID id,
        String reference,
        String code,
        long sequence,
        String receivingUnit,
        String competentUnit,
        String returningUnit,
        String department,
        String procedureCode,
        int procedureVersion,
        int step,
        Stage stage,
        boolean feesOpen,
        boolean originalsHeld,
        String language,
        Instant effectiveAt,
        String receivedBy,
        String handledBy,
        StageChanged.ReturnMode returnMode,
        List<StageChanged.Held> heldOriginals,
        Instant receivedAt,
        Instant due) {

    /**
     * The dossier after a published change.
     *
     * @param known null if nothing was known
     * @return {@code known} itself if it is newer already: nothing is rolled back
     */
    public static KnownDossier after(KnownDossier known, StageChanged change) {
        if (known != null && known.sequence >= change.sequence()) {
            return known;
        }
        return new KnownDossier(
                change.dossierId(),
                change.reference(),
                change.code(),
                change.sequence(),
                change.receivingUnit(),
                change.competentUnit(),
                change.returningUnit(),
                change.department(),
                change.procedureCode(),
                change.procedureVersion(),
                change.step(),
                change.stage(),
                change.feesOpen(),
                change.originalsHeld(),
                "en".equals(change.language()) ? "en" : "vi",
                change.effectiveAt(),
                change.action() == Action.RECEIVE && actedByOfficer(change)
                        ? change.actor().label()
                        : known == null ? null : known.receivedBy,
                actedByOfficer(change) ? change.actor().label() : known == null ? null : known.handledBy,
                change.returnMode(),
                held(known, change),
                change.receivedAt(),
                change.due());
    }

    /** The dossier as it stands, at an instant at which nothing of it changed. */
    public StageChanged at(Instant instant) {
        return new StageChanged(
                id,
                reference,
                code,
                sequence,
                receivingUnit,
                competentUnit,
                returningUnit,
                department,
                procedureCode,
                procedureVersion,
                returnMode,
                language,
                step,
                stage,
                stage,
                Action.OTHER,
                null,
                null,
                instant,
                receivedAt,
                due,
                null,
                null,
                null,
                feesOpen,
                originalsHeld,
                heldOriginals,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<StageChanged.Held> held(KnownDossier known, StageChanged change) {
        if (!change.originalsHeld()) {
            return null;
        }
        return change.heldOriginals() != null || known == null ? change.heldOriginals() : known.heldOriginals;
    }

    private static boolean actedByOfficer(StageChanged change) {
        return !change.refusedAnswer()
                && change.actor() != null
                && change.actor().named();
    }
}
