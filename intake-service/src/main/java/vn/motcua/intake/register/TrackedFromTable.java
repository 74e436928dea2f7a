package vn.motcua.intake.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.dossier.LegalClock;
import vn.motcua.intake.paper.Supplements;
import vn.motcua.intake.payment.Payment;
import vn.motcua.intake.payment.Payments;
import vn.motcua.intake.tracking.TrackedDossier;
import vn.motcua.intake.tracking.TrackedDossiers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What tracking may read of a dossier. */
@ApplicationScoped
class TrackedFromTable implements TrackedDossiers {
    private final Dossiers dossiers;
    private final Supplements supplements;
    private final Payments payments;

    TrackedFromTable(Dossiers dossiers, Supplements supplements, Payments payments) {
        this.dossiers = dossiers;
        this.supplements = supplements;
        this.payments = payments;
    }

    @Override
    @Transactional
    public Optional<TrackedDossier> byReferenceOrCode(String referenceOrCode) {
        String handle = referenceOrCode.strip().toUpperCase(Locale.ROOT);
        return dossiers.byReferenceOrCode(handle).map(this::tracked);
    }

    @Override
    @Transactional
    public Optional<TrackedDossier> byId(UUID id) {
        return dossiers.findByIdOptional(id).map(this::tracked);
    }

    private TrackedDossier tracked(Dossier dossier) {
        LegalClock clock = dossier.clock();
        var matter = dossier.matter();
        var units = dossier.units();
        var handling = dossier.reported().handling();
        return new TrackedDossier(
                dossier.id(),
                dossier.reference(),
                dossier.code(),
                dossier.opened().pinHash(),
                dossier.stage().name(),
                dossier.step(),
                dossier.stageSince(),
                matter.procedureCode(),
                matter.procedureVersion(),
                matter.channel(),
                units.receiving(),
                units.competent(),
                units.returning(),
                handling == null ? dossier.reported().department() : handling.department(),
                handling == null ? null : handling.unit(),
                matter.returnMode(),
                clock.receivedAt(),
                clock.due(),
                clock.originalDue(),
                clock.provisional(),
                clock.promised(),
                clock.pausedSince(),
                dossier.decision() == null ? null : clock.endedAt(),
                dossier.decision() == null ? null : dossier.decision().resultId(),
                dossier.trail().lastReasonCode(),
                dossier.waiting().draftUntil(),
                dossier.waiting().draftStopped(dossier.stage()),
                toSupply(dossier),
                dossier.charges().known() || dossier.feesOpen()
                        ? dossier.charges().openVnd()
                        : null,
                dueNow(dossier),
                clock.limit(),
                clock.pauses());
    }

    private long dueNow(Dossier dossier) {
        long filing = dossier.charges().filingOpenVnd();
        if (!dossier.waiting().paymentAsked() || !dossier.feesOpen()) {
            return filing;
        }
        return filing
                + payments.open(dossier.id(), Set.of()).stream()
                        .filter(payment -> payment.origin() == Payment.Origin.CASE)
                        .mapToLong(Payment::amountVnd)
                        .sum();
    }

    private List<TrackedDossier.Missing> toSupply(Dossier dossier) {
        if (!dossier.waiting().supplementOpen()) {
            return List.of();
        }
        return supplements.of(dossier).stream()
                .filter(item -> item.suppliedAt() == null)
                .map(item -> new TrackedDossier.Missing(item.component(), item.reasonCode()))
                .toList();
    }
}
