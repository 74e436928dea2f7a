package vn.motcua.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Opens the ways of a message in the transaction that stores it, so that neither is without the other. */
@ApplicationScoped
public class OpenDeliveries {
    private final Deliveries deliveries;
    private final Outside outside;
    private final Clock clock;

    @Inject
    OpenDeliveries(Deliveries deliveries, Outside outside, Clock clock) {
        this.deliveries = deliveries;
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * Nothing happens where no way is set up.
     *
     * @param unit which pays: the receiving unit of a dossier, or the one that a feedback is about
     * @param chains ways that go side by side; within each, the next follows where the one before fails
     */
    public void open(UUID message, Subject of, String unit, List<List<ChannelKind>> chains) {
        if (!outside.any()) {
            return;
        }
        Instant expires = clock.instant().plus(outside.expiry());
        chains.forEach(chain -> deliveries.open(message, of, unit, chain, expires));
    }
}
