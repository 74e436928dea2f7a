package vn.motcua.notification.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * {@code dossier.stage-changed} with the fields this service reads: the state of a dossier after an act, or the refusal
 * of an act offered to it. Instants are UTC.
 */
public record StageChanged(
        UUID dossierId,
        String reference,
        String code,
        long sequence,
        String receivingUnit,
        String competentUnit,
        String returningUnit,
        String department,
        String procedureCode,
        int procedureVersion,
        ReturnMode returnMode,
        String language,
        int step,
        Stage stage,
        Stage previousStage,
        Action action,
        String reasonCode,
        Actor actor,
        Instant effectiveAt,
        Instant receivedAt,
        Instant due,
        Instant originalDue,
        Instant promised,
        Instant pausedSince,
        boolean feesOpen,
        boolean originalsHeld,
        List<Held> heldOriginals,
        String decisionKind,
        UUID resultId,
        String resultHash,
        UUID causedBy,
        Outcome outcome) {

    /** Originals that are held, by component of the published list. */
    public record Held(String component, int pieces) {}

    /** How the person wants the result. */
    public enum ReturnMode {
        COUNTER,
        ELECTRONIC,
        POST
    }

    /** The answer to an act that a case or a return offered; null when nobody offered one. */
    public enum Outcome {
        APPLIED,
        REFUSED
    }

    /** Whether an offered act was refused: nothing changed and nobody is told. */
    public boolean refusedAnswer() {
        return outcome == Outcome.REFUSED;
    }

    /** Whether the dossier stands elsewhere than before. */
    public boolean moved() {
        return stage != previousStage;
    }

    /** Whether the dossier has been received: it has its code and its clock runs. */
    public boolean received() {
        return receivedAt != null;
    }
}
