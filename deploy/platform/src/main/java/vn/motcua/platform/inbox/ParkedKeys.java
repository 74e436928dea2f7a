package vn.motcua.platform.inbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Background;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The keys that wait: shown to operators, counted, and those merely held tried again every two seconds. */
@ApplicationScoped
public class ParkedKeys {
    private static final Logger LOG = Logger.getLogger(ParkedKeys.class);

    @Inject
    AgroalDataSource source;

    @Inject
    Inbound inbound;

    @Inject
    MeterRegistry meters;

    private ScheduledExecutorService timer;

    /**
     * @param held true: waits for something that will come by itself; false: poison, waits for a replay
     * @param waiting events under the key
     * @param first the event that waits first; null where none does any more
     */
    public record ParkedKey(
            String consumer, String key, boolean held, String reason, Instant parkedAt, long waiting, UUID first) {}

    void start(@Observes StartupEvent event) {
        meters.gauge("motcua.parked.keys", this, keys -> keys.count(false));
        meters.gauge("motcua.held.keys", this, keys -> keys.count(true));
        timer = Background.thread("held-keys");
        timer.scheduleWithFixedDelay(this::drainHeld, 2, 2, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** The oldest hundred, poison and held. */
    public List<ParkedKey> list() {
        return select("true");
    }

    private void drainHeld() {
        try {
            select("k.held").forEach(key -> inbound.drain(key.consumer(), key.key()));
        } catch (RuntimeException e) {
            LOG.debug("held keys are tried again later", e);
        }
    }

    private double count(boolean held) {
        return Sql.query(
                        source,
                        "select count(*) from (select from parked_key where held = ? limit 100000) counted",
                        row -> row.getDouble(1),
                        held)
                .get(0);
    }

    private List<ParkedKey> select(String where) {
        return Sql.query(
                source,
                "select k.consumer, k.key, k.held, k.reason, k.parked_at, (select count(*) from parked_event e"
                        + " where e.consumer = k.consumer and e.key = k.key),"
                        + " (select event_id from parked_event e where e.consumer = k.consumer and e.key = k.key"
                        + " order by seq limit 1) from parked_key k where " + where
                        + " order by k.parked_at limit 100",
                row -> new ParkedKey(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getLong(6),
                        row.getObject(7, UUID.class)));
    }
}
