package vn.motcua.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Looks after hand-overs that nobody wrote the end of. */
@ApplicationScoped
class Overdue {
    private static final int ROWS_MAX = 100;

    private final Deliveries deliveries;
    private final Receipts receipts;
    private final Outside outside;
    private final Clock clock;

    @Inject
    Overdue(Deliveries deliveries, Receipts receipts, Outside outside, Clock clock) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * A sending whose lease has passed is UNKNOWN, or sent again where the receiver recognises it; an UNKNOWN one whose window has
     * passed takes the next way unless its receipt lies there.
     */
    int look() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Delivery> found = deliveries.overdue(ROWS_MAX);
            found.forEach(this::look);
            return found.size();
        });
    }

    private void look(Delivery delivery) {
        Instant now = clock.instant();
        if (delivery.state() == DeliveryState.UNKNOWN) {
            Delivery told = receipts.byReference(delivery);
            if (told.state() == DeliveryState.UNKNOWN) {
                deliveries.move(told, Turn.WINDOW_PASSED, null, "no-receipt");
            }
            return;
        }
        if (outside.has(delivery.channel()) && outside.way(delivery.channel()).repeatable()) {
            deliveries.move(delivery, Turn.TRY_LATER, now, "lease-passed");
            return;
        }
        receipts.byReference(deliveries.move(delivery, Turn.ANSWER_LOST, now.plus(outside.window()), "lease-passed"));
    }
}
