package vn.motcua.processing.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What processing reads of {@code dossier.stage-changed}: the state of the dossier after an act. */
public record DossierStageChanged(
        UUID dossierId,
        String reference,
        String code,
        long sequence,
        String receivingUnit,
        String competentUnit,
        String returningUnit,
        String procedureCode,
        int procedureVersion,
        String channel,
        String returnMode,
        Stage stage,
        String action,
        String reasonCode,
        Instant effectiveAt,
        Instant receivedAt,
        Instant due,
        Instant originalDue,
        Instant promised,
        boolean extensionUsed,
        boolean feesOpen,
        Brought brought,
        UUID causedBy,
        Outcome outcome) {

    /** What was brought, where the act tells it; null in all others and in events of before. */
    public record Brought(List<String> presented, List<String> notApplicable, int pages, int copies, Long feesVnd) {}

    /** How intake answered an act offered to it; null on everything else. */
    public enum Outcome {
        APPLIED,
        REFUSED
    }
}
