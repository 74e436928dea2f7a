package vn.motcua.processing.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/** Keeps the replica of procedures. */
@ApplicationScoped
class ProcedurePublishedConsumer {
    private static final String NAME = "processing.procedures";

    @Inject
    Inbound inbound;

    @Inject
    Procedures procedures;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("procedures")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        procedures.take(event.as(ProcedurePublished.class));
    }
}
