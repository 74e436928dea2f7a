package vn.motcua.platform.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Clock;
import java.time.Duration;

/** The one clock of a service: the system's, moved by {@code MOTCUA_CLOCK_OFFSET} in demonstrations only. */
class ClockProducer {

    /**
     * @param demo true only where nothing is real: allows a moved clock and demo secrets
     * @param offset ISO-8601 duration added to the system clock
     */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(
            @ConfigProperty(name = "motcua.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "motcua.clock.offset", defaultValue = "PT0S") Duration offset) {
        if (!offset.isZero() && !demo) {
            throw new IllegalStateException(
                    "MOTCUA_CLOCK_OFFSET moves legal time and is refused unless motcua.demo=true");
        }
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
