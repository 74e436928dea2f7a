package vn.motcua.processing.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/** Keeps the replicas from which working time is counted. */
@ApplicationScoped
class WorkingTimeConsumer {
    private static final String CALENDARS = "processing.calendars";
    private static final String UNITS = "processing.units";

    @Inject
    Inbound inbound;

    @Inject
    Calendars calendars;

    void start(@Observes StartupEvent event) {
        inbound.register(CALENDARS, this::year);
        inbound.register(UNITS, this::unit);
    }

    @Incoming("calendars")
    void years(ConsumerRecords<String, String> batch) {
        inbound.take(CALENDARS, batch, this::year);
        calendars.forget();
    }

    @Incoming("units")
    void units(ConsumerRecords<String, String> batch) {
        inbound.take(UNITS, batch, this::unit);
        calendars.forget();
    }

    private void year(Event event) {
        calendars.take(event.as(CalendarYear.class));
    }

    private void unit(Event event) {
        calendars.take(event.as(UnitHours.class));
    }
}
