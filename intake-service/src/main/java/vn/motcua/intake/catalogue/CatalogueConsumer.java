package vn.motcua.intake.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Inbound;

/** Copies the catalogue's topics into this service's tables, a batch per transaction. */
@ApplicationScoped
class CatalogueConsumer {
    private static final String PROCEDURES = "intake.procedures";
    private static final String UNITS = "intake.units";
    private static final String CALENDARS = "intake.calendars";

    private final Inbound inbound;
    private final Replica replica;
    private final Catalogue catalogue;
    private final jakarta.enterprise.event.Event<WorkingTimeChanged> changed;

    CatalogueConsumer(
            Inbound inbound,
            Replica replica,
            Catalogue catalogue,
            jakarta.enterprise.event.Event<WorkingTimeChanged> changed) {
        this.inbound = inbound;
        this.replica = replica;
        this.catalogue = catalogue;
        this.changed = changed;
    }

    void start(@Observes StartupEvent event) {
        inbound.register(PROCEDURES, this::procedure);
        inbound.register(UNITS, this::unit);
        inbound.register(CALENDARS, this::calendar);
    }

    @Incoming("procedures")
    void procedures(ConsumerRecords<String, String> batch) {
        inbound.take(PROCEDURES, batch, this::procedure);
        catalogue.forgetProcedures();
    }

    @Incoming("units")
    void units(ConsumerRecords<String, String> batch) {
        inbound.take(UNITS, batch, this::unit);
        catalogue.forgetUnits();
        changed.fire(new WorkingTimeChanged());
    }

    @Incoming("calendars")
    void calendars(ConsumerRecords<String, String> batch) {
        inbound.take(CALENDARS, batch, this::calendar);
        catalogue.forgetCalendars();
        changed.fire(new WorkingTimeChanged());
    }

    void procedure(Event event) {
        replica.put(event.as(Procedure.class), event);
    }

    void unit(Event event) {
        replica.put(event.as(Unit.class), event);
    }

    void calendar(Event event) {
        replica.put(event.as(CalendarYear.class), event);
    }
}
