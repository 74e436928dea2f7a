package vn.motcua.platform.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.platform.sql.Sql;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A consumer as services write it, whose faults a test decides. */
@ApplicationScoped
class Samples {
    static final Set<String> POISON = ConcurrentHashMap.newKeySet();
    static final Set<String> EARLY = ConcurrentHashMap.newKeySet();

    @Inject
    Inbound inbound;

    @Inject
    AgroalDataSource source;

    void start(@Observes StartupEvent event) {
        inbound.register("sample.samples", this::apply);
    }

    @Incoming("samples")
    void on(ConsumerRecords<String, String> batch) {
        inbound.take("sample.samples", batch, this::apply);
    }

    private void apply(Event event) {
        String value = event.data().get("value").asText();
        Sql.update(source, "insert into sample_effect (key, value) values (?,?)", event.key(), value);
        if (EARLY.contains(value)) {
            throw new HoldKey("waits for the test");
        }
        if (POISON.contains(value)) {
            throw new IllegalStateException("cannot take " + value);
        }
    }

    List<String> effects(String key) {
        return Sql.query(source, "select value from sample_effect where key = ? order by n", r -> r.getString(1), key);
    }

    List<String> discarded(String key) {
        return Sql.query(
                source,
                "select reason_code || ' by ' || discarded_by || ': ' || body from discarded_event where key = ?",
                r -> r.getString(1),
                key);
    }
}
