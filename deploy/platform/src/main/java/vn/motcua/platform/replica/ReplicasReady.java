package vn.motcua.platform.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready after the first full load of every replica. */
@Readiness
@ApplicationScoped
class ReplicasReady implements HealthCheck {
    @Inject
    Replicas replicas;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("replicas")
                .status(replicas.allLoaded())
                .withData("missing", String.join(" ", replicas.missing()))
                .build();
    }
}
