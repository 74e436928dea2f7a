package vn.motcua.processing.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.timer.Round;

import java.time.Duration;

/** Goes through approved reports in portions, whatever dies meanwhile; an approval calls it at once. */
@ApplicationScoped
class RetentionRound implements Round {
    static final String TASK = "retention.destroy";

    private static final Logger LOG = Logger.getLogger(RetentionRound.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int PORTION = 200;

    @Inject
    DestroyFiles destroy;

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public boolean remote() {
        return true; // each item in a transaction of its own
    }

    @Override
    public Duration round() {
        int settled = 0;
        while (settled < PORTION && destroy.next()) {
            settled++;
        }
        if (settled > 0) {
            LOG.infof("%d items of approved retention reports settled", settled);
        }
        return settled == PORTION ? Duration.ZERO : EVERY;
    }
}
