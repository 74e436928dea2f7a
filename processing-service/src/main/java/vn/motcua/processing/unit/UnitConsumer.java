package vn.motcua.processing.unit;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/**
 * Keeps which units are in force and what former ones became. It reads the topic in a group of its own from the beginning, so that a service
 * that was there before knows them all as well.
 */
@ApplicationScoped
class UnitConsumer {
    private static final String NAME = "processing.known-units";

    @Inject
    Inbound inbound;

    @Inject
    Units units;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("known-units")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        units.take(event.as(UnitTold.class));
    }
}
