package vn.motcua.platform.clock;

import io.quarkus.arc.DefaultBean;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;

/** The one clock of a service: the system's, moved by {@code MOTCUA_CLOCK_OFFSET} in demonstrations only. */
class ClockProducer {

    @ConfigMapping(prefix = "motcua")
    interface Settings {
        /** True only where nothing is real: allows a moved clock and demo secrets. */
        @WithDefault("false")
        boolean demo();

        /** ISO-8601 duration added to the system clock. */
        @WithName("clock.offset")
        @WithDefault("PT0S")
        Duration offset();
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(Settings settings) {
        if (!settings.offset().isZero() && !settings.demo()) {
            throw new IllegalStateException(
                    "MOTCUA_CLOCK_OFFSET moves legal time and is refused unless motcua.demo=true");
        }
        return Clock.offset(Clock.systemUTC(), settings.offset());
    }
}
