package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The instant of an act: this service's clock, never before the acts it rests on. */
@ApplicationScoped
class ActingInstant {
    @Inject
    Clock clock;

    /** Now, raised to the newest of these. */
    Instant after(Instant... grounds) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Instant ground : grounds) {
            if (ground.isAfter(at)) {
                at = ground;
            }
        }
        return at;
    }
}
