package vn.motcua.processing.casework;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Inbound;

/** Follows the dossiers. */
@ApplicationScoped
class DossierStageChangedConsumer {
    private static final String NAME = "processing.dossiers";

    @Inject
    Inbound inbound;

    @Inject
    FollowDossier follow;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, follow::apply);
    }

    @Incoming("dossiers")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, follow::apply);
    }
}
