package vn.motcua.notification.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/** Keeps the days on which nobody works. */
@ApplicationScoped
class CalendarPublishedConsumer {
    private static final String NAME = "notification.calendars";

    @Inject
    Inbound inbound;

    @Inject
    WorkingDays days;

    void start(@Observes StartupEvent event) {
        inbound.register(NAME, this::apply);
    }

    @Incoming("calendars")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take(NAME, batch, this::apply);
    }

    private void apply(Event event) {
        days.take(event.as(CalendarPublished.class));
    }
}
