package vn.motcua.notification.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/** Keeps the names of procedures. */
@ApplicationScoped
class ProcedurePublishedConsumer {
    private static final String NAME = "notification.procedures";

    @Inject
    Inbound inbound;

    @Inject
    Catalogue catalogue;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("procedures")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        catalogue.take(event.as(ProcedurePublished.class));
    }
}
