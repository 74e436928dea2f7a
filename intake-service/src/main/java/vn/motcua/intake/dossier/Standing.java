package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;

/** Where the dossier stands, since when and in whose hands, where it stood last before it was handed on, and when it is looked at next. */
@Embeddable
class Standing {
    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false)
    private Stage stage = Stage.PREPARING;

    @Enumerated(EnumType.STRING)
    @Column(name = "base_stage", nullable = false)
    private Stage base = Stage.PREPARING;

    @Column(name = "stage_since", nullable = false)
    private Instant since;

    /** Account of the officer who holds the case; null where that is not known, or nothing is to be held. */
    @Column(name = "holder")
    private String holder;

    /** Both null unless another unit than the competent one handles the case. */
    @Column(name = "handling_unit")
    private String handlingUnit;

    @Column(name = "handling_department")
    private String handlingDepartment;

    @Embedded
    private Watched watched = new Watched();

    protected Standing() {}

    Standing(Instant openedAt) {
        since = openedAt;
    }

    void moveTo(Stage next, Instant at) {
        if (next != stage) {
            since = at;
            // a case lets go of what it cannot work at, and what comes back to it waits to be taken
            holder = next == Stage.IN_PROCESS ? Reported.NOBODY : null;
        }
        stage = next;
        if (next == Stage.SUBMITTED || next == Stage.RECEIVED) {
            base = next;
        }
    }

    /**
     * @param caseState what the case says of itself
     * @param handling null where it lies in the competent unit
     */
    void heldBy(String caseState, String account, Handling handling) {
        handlingUnit = handling == null ? null : handling.unit();
        handlingDepartment = handling == null ? null : handling.department();
        holder = "OPEN".equals(caseState) ? Reported.NOBODY : "CLAIMED".equals(caseState) ? account : null;
    }

    /** Null while the case lies in the competent unit. */
    Handling handling() {
        return handlingUnit == null ? null : new Handling(handlingUnit, handlingDepartment);
    }

    /** Where it stands when nothing else holds it: what it waits for, else its case, else where it stood before. */
    Stage derived(Waiting waiting, boolean transferred) {
        if (waiting.supplementOpen()) {
            return Stage.AWAITING_SUPPLEMENT;
        }
        if (waiting.paymentAsked()) {
            return Stage.AWAITING_PAYMENT;
        }
        return transferred ? Stage.IN_PROCESS : base;
    }

    Stage stage() {
        return stage;
    }

    Watched watched() {
        return watched;
    }

    Instant since() {
        return since;
    }
}
