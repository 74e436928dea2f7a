package vn.motcua.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.Forgetting;

import java.time.Duration;
import java.time.Instant;

/** Forgets receipts that belonged to no message within three days: by then no answer is waited for that they could fit. */
@ApplicationScoped
class ForgetReceipts extends Forgetting {
    private static final Duration KEPT = Duration.ofHours(72);

    @Inject
    Segments segments;

    @Override
    public String task() {
        return "receipts-forgotten";
    }

    @Override
    protected int forget(Instant now, int most) {
        return segments.forget(now.minus(KEPT), most);
    }
}
