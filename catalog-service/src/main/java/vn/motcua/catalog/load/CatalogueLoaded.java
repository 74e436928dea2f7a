package vn.motcua.catalog.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import java.util.List;

/** Ready only when every part is loaded, with the number of its rows. */
@Readiness
@ApplicationScoped
class CatalogueLoaded implements HealthCheck {
    @Inject
    LoadLedger ledger;

    @Override
    public HealthCheckResponse call() {
        List<LoadLedger.Entry> entries = ledger.entries();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("catalogue-loaded");
        entries.forEach(entry -> answer.withData(entry.part(), entry.rows()));
        return answer.status(
                        entries.stream().map(LoadLedger.Entry::part).toList().containsAll(FirstLoad.PARTS))
                .build();
    }
}
