package vn.motcua.catalog.dossier;

import java.util.Set;
import java.util.UUID;

/**
 * What the catalogue reads of {@code dossier.stage-changed}.
 *
 * @param stage by name; one that this service does not know counts as open
 */
record DossierStageChanged(
        UUID dossierId,
        long sequence,
        String receivingUnit,
        String competentUnit,
        String returningUnit,
        String department,
        String procedureCode,
        int procedureVersion,
        String stage) {
    private static final Set<String> ENDS = Set.of("RETURNED", "REFUSED", "STOPPED", "ABANDONED");

    boolean open() {
        return !ENDS.contains(stage);
    }

    /** Without these nothing can be kept. */
    boolean whole() {
        return dossierId != null
                && procedureCode != null
                && procedureVersion > 0
                && stage != null
                && receivingUnit != null
                && competentUnit != null
                && returningUnit != null;
    }
}
