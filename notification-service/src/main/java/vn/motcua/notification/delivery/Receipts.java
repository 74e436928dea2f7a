package vn.motcua.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes the final receipts of providers, each once however often it comes, before or after the answer it belongs to. */
@ApplicationScoped
public class Receipts {
    private final Deliveries deliveries;
    private final Segments segments;
    private final Clock clock;
    private final MeterRegistry meters;

    @Inject
    Receipts(Deliveries deliveries, Segments segments, Clock clock, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.segments = segments;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Takes a receipt in a transaction of its own.
     *
     * @param reference the provider's message id
     * @param ref the reference that was sent along, null where the provider does not give it back
     * @throws RuntimeException where it cannot be written; the provider says it again
     */
    public void take(String provider, String reference, Integer ref, boolean arrived) {
        QuarkusTransaction.requiringNew().run(() -> {
            segments.lock(provider, reference);
            Optional<UUID> owner = segments.owner(provider, reference);
            if (owner.isPresent()) {
                Delivery delivery = deliveries.locked(owner.get());
                segments.receipt(delivery.id(), reference, arrived);
                conclude(delivery);
                return;
            }
            segments.keep(provider, reference, ref, arrived);
            if (ref != null) {
                deliveries
                        .inDoubt(provider, ref, clock.instant())
                        .map(deliveries::locked)
                        .ifPresent(this::byReference);
            }
        });
        count(provider, arrived ? "DELIVERED" : "FAILED");
    }

    /** Counts a receipt that names no message or no state: nobody can learn anything from it, however often it comes. */
    public void unreadable(String provider) {
        count(provider, "UNREADABLE");
    }

    private void count(String provider, String result) {
        meters.counter("motcua.sms.receipts", "provider", provider, "result", result)
                .increment();
    }

    /**
     * Looks for receipts that carry the reference of a locked delivery whose answer was lost. Where another one with that reference was in
     * doubt since this one was opened, a kept receipt may be the other's: it says nothing of either.
     */
    Delivery byReference(Delivery delivery) {
        if (delivery.state() == DeliveryState.SENDING || delivery.ref() == null || delivery.parts() == null) {
            return delivery;
        }
        Optional<UUID> only = deliveries.inDoubt(delivery.provider(), delivery.ref(), delivery.openedAt());
        if (!only.equals(Optional.of(delivery.id()))) {
            return delivery;
        }
        segments.learn(delivery);
        segments.takeKept(delivery.id());
        return conclude(delivery);
    }

    /** Moves a locked delivery as its receipts say. */
    Delivery conclude(Delivery delivery) {
        Turn turn = segments.verdict(delivery);
        return turn == null
                ? delivery
                : deliveries.move(delivery, turn, null, turn == Turn.ARRIVED ? null : "not-delivered");
    }
}
