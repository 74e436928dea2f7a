package vn.motcua.processing.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;

/** Ends attempts whose process died between the number and the signature, so that no line of a register stays open. */
@ApplicationScoped
class SigningSweep implements Round {
    private static final Logger LOG = Logger.getLogger(SigningSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Inject
    SigningSteps steps;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return "signing.sweep";
    }

    @Override
    public Duration round() {
        int swept = steps.sweep(clock.instant().minus(PATIENCE));
        if (swept > 0) {
            LOG.warnf("%d signings were interrupted; their numbers are void", swept);
        }
        return EVERY;
    }
}
