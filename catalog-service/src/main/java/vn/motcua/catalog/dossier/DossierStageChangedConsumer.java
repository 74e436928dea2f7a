package vn.motcua.catalog.dossier;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;
import vn.motcua.platform.inbox.Unprocessable;

/** Follows which dossiers are open under which version. */
@ApplicationScoped
class DossierStageChangedConsumer {
    private static final String NAME = "catalog.dossiers";

    @Inject
    Inbound inbound;

    @Inject
    FollowedDossiers dossiers;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("dossiers")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        DossierStageChanged told = event.as(DossierStageChanged.class);
        if (!told.whole()) {
            throw new Unprocessable("dossier, procedure, version, stage or unit is missing");
        }
        dossiers.take(told);
    }
}
