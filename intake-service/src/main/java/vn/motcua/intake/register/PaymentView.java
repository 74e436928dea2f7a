package vn.motcua.intake.register;

import vn.motcua.intake.catalogue.DueAt;
import vn.motcua.intake.payment.Payment;

import java.time.Instant;
import java.util.UUID;

/** One amount of a dossier, in đồng. */
public record PaymentView(
        UUID id,
        Payment.Origin origin,
        Payment.Kind kind,
        DueAt dueAt,
        String reasonCode,
        long amountVnd,
        Payment.State state,
        Payment.Method method,
        String receipt,
        Instant paidAt) {
    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.origin(),
                payment.kind(),
                payment.dueAt(),
                payment.reasonCode(),
                payment.amountVnd(),
                payment.state(),
                payment.method(),
                payment.receipt(),
                payment.paidAt());
    }
}
