package vn.motcua.intake.act;

import com.fasterxml.jackson.annotation.JsonInclude;
import vn.motcua.intake.dossier.Decision;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.LegalClock;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.history.Act;
import vn.motcua.intake.paper.Papers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event of the dossier: its state after an act, or the refusal of an offered one. Nothing about people served, no free text. */
record DossierStageChanged(
        UUID dossierId,
        String reference,
        String code,
        int sequence,
        String receivingUnit,
        String competentUnit,
        String returningUnit,
        String department,
        String procedureCode,
        int procedureVersion,
        String channel,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean assisted,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer supplements,
        String returnMode,
        String language,
        int step,
        String stage,
        String previousStage,
        String action,
        String reasonCode,
        Official actor,
        Instant effectiveAt,
        Instant receivedAt,
        Instant due,
        Instant originalDue,
        Instant promised,
        Instant pausedSince,
        boolean extensionUsed,
        boolean feesOpen,
        boolean originalsHeld,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Papers.Originals> heldOriginals,
        @JsonInclude(JsonInclude.Include.NON_NULL) Brought brought,
        String decisionKind,
        UUID resultId,
        String resultHash,
        UUID causedBy,
        Act.Outcome outcome) {
    static final String TOPIC = "dossier.stage-changed";
    static final String TYPE = "vn.motcua.dossier.stage-changed.v1";

    /** Role, and name and title of an officer in official capacity. */
    record Official(String role, String name, String title) {
        static Official of(Deed deed) {
            return new Official(deed.actor().role(), deed.by().name(), deed.by().title());
        }
    }

    /**
     * @param held the originals that are kept by component, null where none is or nobody asked
     * @param brought what routing asks for, null where the act does not tell it
     */
    static DossierStageChanged of(
            Dossier dossier,
            Stage previous,
            Deed deed,
            Instant at,
            String reasonCode,
            Act.Outcome outcome,
            List<Papers.Originals> held,
            Brought brought) {
        LegalClock clock = dossier.clock();
        Decision decision = dossier.decision();
        boolean decided = decision != null;
        return new DossierStageChanged(
                dossier.id(),
                dossier.reference(),
                dossier.code(),
                dossier.trail().sequence(),
                dossier.units().receiving(),
                dossier.units().competent(),
                dossier.units().returning(),
                dossier.reported().department(),
                dossier.matter().procedureCode(),
                dossier.matter().procedureVersion(),
                dossier.channel().name(),
                dossier.opened().assisted() ? Boolean.TRUE : null,
                dossier.waiting().supplements() > 1 ? dossier.waiting().supplements() : null,
                dossier.matter().returnMode(),
                dossier.matter().language(),
                dossier.step(),
                dossier.stage().name(),
                previous.name(),
                deed.action().name(),
                reasonCode,
                Official.of(deed),
                at,
                clock.receivedAt(),
                clock.due(),
                clock.originalDue(),
                clock.promised(),
                clock.pausedSince(),
                clock.extensionUsed(),
                dossier.feesOpen(),
                dossier.originalsHeld(),
                held,
                brought,
                decided ? decision.kind() : null,
                decided ? decision.resultId() : null,
                decided ? decision.resultHash() : null,
                deed.causedBy(),
                deed.causedBy() == null ? null : outcome);
    }
}
