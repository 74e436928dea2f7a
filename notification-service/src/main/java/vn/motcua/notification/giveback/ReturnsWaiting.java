package vn.motcua.notification.giveback;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** How many returns wait to be collected, for the operators' dashboards. */
@ApplicationScoped
class ReturnsWaiting {
    @Inject
    Givebacks givebacks;

    @Inject
    MeterRegistry meters;

    void start(@Observes StartupEvent event) {
        meters.gauge("motcua.returns.waiting", givebacks, Givebacks::waiting);
    }
}
