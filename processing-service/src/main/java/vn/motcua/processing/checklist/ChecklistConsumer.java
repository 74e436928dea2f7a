package vn.motcua.processing.checklist;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/**
 * Keeps the checklists of all versions of procedures. It reads the topic in a group of its own from the beginning, so that a service
 * that was there before the checklists has them all as well.
 */
@ApplicationScoped
class ChecklistConsumer {
    private static final String NAME = "processing.checklists";

    @Inject
    Inbound inbound;

    @Inject
    Checklists checklists;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("checklists")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        checklists.take(event.as(ProcedureToExamine.class));
    }
}
