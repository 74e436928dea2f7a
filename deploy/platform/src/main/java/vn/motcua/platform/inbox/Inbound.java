package vn.motcua.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way in for every event: remembered and applied in one transaction, repeated while the fault is transient, its key
 * parked where it is not. Retry stays outside, the transaction inside ({@link InboundTransaction}).
 */
@ApplicationScoped
public class Inbound {
    private static final Logger LOG = Logger.getLogger(Inbound.class);
    private static final long WAIT_MILLIS_MAX = 10_000;

    @Inject
    InboundTransaction transaction;

    @Inject
    MeterRegistry meters;

    private final Map<String, EventHandler> handlers = new ConcurrentHashMap<>();
    private volatile boolean started;
    private volatile boolean stopping;

    /** The last of the start. One that fails tears down what an event needs, and no event is to blame for that. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        started = true;
    }

    /** From now on nothing is judged: what fails because its surroundings are gone comes again after the next start. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Makes a consumer known before its first event, so that its parked keys can be drained; call it at start-up. */
    public void register(String consumer, EventHandler handler) {
        handlers.put(consumer, handler);
    }

    /**
     * Takes a batch of records in their order. Returns when each is applied, known already, or parked.
     *
     * @param consumer stable name; part of the inbox key
     */
    public void take(String consumer, Iterable<ConsumerRecord<String, String>> batch, EventHandler handler) {
        register(consumer, handler);
        List<Event> events = new ArrayList<>();
        for (ConsumerRecord<String, String> message : batch) {
            Event event = readable(message);
            if (event == null) {
                flush(consumer, events, handler);
                events.clear();
                Event unreadable = Event.unreadable(message);
                persist(() -> transaction.park(consumer, unreadable, false, "unreadable record"));
                counted(consumer, "unreadable record", unreadable);
            } else {
                events.add(event);
            }
        }
        flush(consumer, events, handler);
    }

    /**
     * Applies what waits under one parked key, oldest first, until it is empty or one fails again.
     *
     * @return the number applied
     */
    public int drain(String consumer, String key) {
        EventHandler handler = handlers.get(consumer);
        int applied = 0;
        while (handler != null) {
            Event event = transaction.oldestParked(consumer, key);
            if (event == null) {
                transaction.unpark(consumer, key);
                return applied;
            }
            try {
                if (!transaction.applyParked(consumer, event, handler)) {
                    return applied;
                }
                applied++;
            } catch (HoldKey stillEarly) {
                return applied;
            } catch (RuntimeException e) {
                if (!Faults.isTransient(e) && started && !stopping) {
                    transaction.park(consumer, event, false, reason(e));
                }
                return applied;
            }
        }
        return applied;
    }

    /**
     * Gives up the event that waits first under a parked key, keeps it with the reason, and applies what waits behind it. Safe to
     * repeat: an event that does not wait first stays untouched.
     *
     * @param by the operator's subject
     */
    public Discarded discard(String consumer, String key, UUID event, String reasonCode, String by) {
        boolean discarded = transaction.discard(consumer, key, event, reasonCode, by);
        if (discarded) {
            LOG.warnf("%s discarded event %s: %s, by %s", consumer, event, reasonCode, by);
        }
        return new Discarded(discarded, discarded ? drain(consumer, key) : 0);
    }

    /**
     * What became of a request to discard.
     *
     * @param applied events that had waited behind it
     */
    public record Discarded(boolean discarded, int applied) {}

    private static Event readable(ConsumerRecord<String, String> message) {
        try {
            return message.key() == null ? null : Event.of(message);
        } catch (Unprocessable e) {
            return null;
        }
    }

    private void flush(String consumer, List<Event> events, EventHandler handler) {
        if (events.isEmpty()) {
            return;
        }
        try {
            transaction.apply(consumer, events, handler);
        } catch (RuntimeException together) {
            LOG.debugf("batch of %s is taken one by one: %s", consumer, together);
            events.forEach(event -> single(consumer, event, handler));
        }
    }

    private void single(String consumer, Event event, EventHandler handler) {
        MDC.put("subject", event.key());
        try {
            persist(() -> transaction.apply(consumer, List.of(event), handler));
        } catch (RuntimeException e) {
            if (stopping || !started) {
                throw e;
            }
            boolean held = e instanceof HoldKey;
            persist(() -> transaction.park(consumer, event, held, reason(e)));
            if (!held) {
                counted(consumer, reason(e), event);
                LOG.errorf(e, "%s parked a key: event %s of %s", consumer, event.id(), event.topic());
            }
        } finally {
            MDC.remove("subject");
        }
    }

    /** Repeats while the fault is transient or the start is not over, for as long as it lasts; waits longer each time, 10 s at most. */
    private void persist(Runnable work) {
        for (int attempt = 0; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!Faults.isTransient(e) && (started || stopping)) {
                    throw e;
                }
                LOG.warnf("transient fault, tried again: %s", e.toString());
                try {
                    Thread.sleep(Math.min(WAIT_MILLIS_MAX, 100L << Math.min(attempt, 7)));
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("stopped while waiting for a transient fault to pass", stopping);
                }
            }
        }
    }

    private void counted(String consumer, String reason, Event event) {
        meters.counter("motcua.dead.letters", "consumer", consumer).increment();
        LOG.debugf("%s: %s (%s)", consumer, reason, event.id());
    }

    private static String reason(RuntimeException e) {
        String text = e.getClass().getSimpleName() + ": " + e.getMessage();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
