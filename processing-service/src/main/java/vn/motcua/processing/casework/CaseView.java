package vn.motcua.processing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.processing.dossier.Stage;
import vn.motcua.processing.draft.DraftState;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.Result;
import vn.motcua.processing.urgency.Why;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A case as an officer sees it. Instants are UTC.
 *
 * @param unit where the case lies, which is not the competent one while another handles it
 * @param homeDepartment of the competent unit, which gave the case to another; null while it lies at home
 * @param due the legal due date; null where no limit is established
 * @param promised the new date of an apology; the legal one stays
 * @param why why it stands where it stands in its queue; null once it is out of it
 * @param sequence the newest act of the dossier known here
 * @param draftResult uploaded for the next proposal or reissue
 * @param checklistOpen items of the checklist without a finding
 * @param opinionsUntil the latest date among the opinions still awaited; null where none is
 * @param draft where it stands with the draft that the person has to see; null where none is asked for
 * @param handed by whom the case was handed on, while this department has not answered
 * @param route by which rule the case was routed; null: by the catalogue
 * @param history newest first; null in lists
 */
record CaseView(
        UUID id,
        UUID dossierId,
        String reference,
        String code,
        String unit,
        String department,
        String competentUnit,
        String homeDepartment,
        State state,
        boolean frozen,
        PendingView pending,
        RefusalView refusal,
        Stage stage,
        long sequence,
        ProcedureView procedure,
        String channel,
        String returnMode,
        Instant openedAt,
        Instant due,
        Instant originalDue,
        Instant promised,
        Why why,
        HolderView holder,
        ProposalView proposal,
        String sentBackReason,
        ExtensionView extension,
        UUID draftResult,
        UUID result,
        Instant decidedAt,
        int checklistOpen,
        Instant opinionsUntil,
        DraftView draft,
        HandedView handed,
        RouteView route,
        Set<Act> allowedActions,
        long revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<ActView> history) {

    /** An act that awaits the answer of the dossier. */
    record PendingView(Act act, Instant since) {}

    /** The last act the dossier refused. */
    record RefusalView(Act act, String reasonCode, Instant at) {}

    record ProcedureView(String code, int version, String nameVi, String nameEn, boolean singleHand) {}

    /**
     * Who holds the case.
     *
     * @param mine whether it is the caller
     * @param fence the fencing number; only for the one who holds it
     */
    record HolderView(String name, Instant since, Instant until, boolean mine, Long fence) {}

    /** @param mine whether the caller proposed it */
    record ProposalView(String name, Instant at, DecisionKind decisionKind, String groundCode, boolean mine) {}

    /** @param until the last minute in which the person may answer; null unless a draft waits for them */
    @Schema(name = "DraftOfCase")
    record DraftView(DraftState state, Instant until) {}

    /**
     * A hand-over that awaits its acceptance.
     *
     * @param unit that handed it on
     * @param from its department
     */
    record HandedView(String unit, String from, String by, Instant at) {}

    /** The rule that routed the case, with the version of the unit's rules it stood in. */
    record RouteView(int version, String rule) {}

    record ExtensionView(Instant newDue, String reasonCode, Instant at) {}

    /** An uploaded file; {@code size} in bytes. */
    record ResultView(UUID id, String sha256, long size, String mediaType, Instant uploadedAt) {
        static ResultView of(Result result) {
            return new ResultView(result.id(), result.sha256(), result.size(), result.mediaType(), result.uploadedAt());
        }
    }

    /** @param unit where the case lay; null for the competent one */
    record ActView(
            String act,
            String role,
            String name,
            String title,
            State state,
            String unit,
            String department,
            String reasonCode,
            Instant at) {
        static ActView of(CaseAct act) {
            return new ActView(
                    act.act(),
                    act.actorRole(),
                    act.actorName(),
                    act.actorTitle(),
                    act.state(),
                    act.unit(),
                    act.department(),
                    act.reasonCode(),
                    act.at());
        }
    }

    static CaseView of(Examination met, List<CaseAct> acts) {
        Case one = met.one();
        var dossier = met.dossier();
        return new CaseView(
                one.id(),
                one.dossierId(),
                dossier.reference(),
                dossier.code(),
                one.unit(),
                one.department(),
                one.beside().competentUnit(),
                one.beside().homeDepartment(),
                one.state(),
                one.frozen(),
                one.pending() == null
                        ? null
                        : new PendingView(one.pending().act(), one.pending().since()),
                one.refusal() == null
                        ? null
                        : new RefusalView(
                                one.refusal().act(),
                                one.refusal().reasonCode(),
                                one.refusal().at()),
                dossier.stage(),
                dossier.sequence(),
                procedure(met),
                dossier.channel(),
                dossier.returnMode(),
                one.openedAt(),
                one.due(),
                dossier.originalDue(),
                dossier.promised(),
                why(met),
                holder(one, met.officer()),
                proposal(one, met.officer()),
                one.beside().sentBackReason(),
                one.extension() == null
                        ? null
                        : new ExtensionView(
                                one.extension().newDue(),
                                one.extension().reasonCode(),
                                one.extension().at()),
                one.draftResult(),
                one.result(),
                one.decidedAt(),
                one.beside().checklistOpen(),
                one.beside().opinionsUntil(),
                one.beside().draftState() == null
                        ? null
                        : new DraftView(one.beside().draftState(), one.beside().draftUntil()),
                one.beside().handed() == null
                        ? null
                        : new HandedView(
                                one.beside().handed().fromUnit(one.unit()),
                                one.beside().handed().from(),
                                one.beside().handed().byName(),
                                one.beside().handed().at()),
                one.beside().routeVersion() == null
                        ? null
                        : new RouteView(
                                one.beside().routeVersion(), one.beside().routeRule()),
                met.allowed(),
                one.revision(),
                acts == null ? null : acts.stream().map(ActView::of).toList());
    }

    private static Why why(Examination met) {
        Case one = met.one();
        return one.queued()
                ? Why.of(Ordering.known(met.dossier()), one.openedAt(), one.state() == State.PAUSED, met.now())
                : null;
    }

    private static ProcedureView procedure(Examination met) {
        var procedure = met.procedure();
        return new ProcedureView(
                met.dossier().procedureCode(),
                met.dossier().procedureVersion(),
                procedure == null ? null : procedure.nameVi(),
                procedure == null ? null : procedure.nameEn(),
                procedure != null && procedure.singleHand());
    }

    private static HolderView holder(Case one, Officer officer) {
        Lease lease = one.lease();
        if (lease == null) {
            return null;
        }
        boolean mine = lease.holder().equals(officer.subject());
        return new HolderView(lease.name(), lease.since(), lease.until(), mine, mine ? one.fence() : null);
    }

    private static ProposalView proposal(Case one, Officer officer) {
        Proposal proposal = one.proposal();
        return proposal == null
                ? null
                : new ProposalView(
                        proposal.name(),
                        proposal.at(),
                        proposal.kind(),
                        proposal.groundCode(),
                        proposal.by().equals(officer.subject()));
    }
}
