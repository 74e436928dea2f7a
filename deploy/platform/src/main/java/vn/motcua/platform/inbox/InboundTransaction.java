package vn.motcua.platform.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.outbox.Topics;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One transaction each: remember and apply, or park. */
@ApplicationScoped
class InboundTransaction {
    private static final int SECONDS_MAX = 60;

    @Inject
    AgroalDataSource source;

    @Inject
    Outbox outbox;

    @Inject
    Topics topics;

    @Inject
    Clock clock;

    @ActivateRequestContext
    void apply(String consumer, List<Event> events, EventHandler handler) {
        within(() -> {
            boolean anyParked = anyParked(consumer);
            Set<UUID> fresh = anyParked ? null : remember(consumer, events);
            for (Event event : events) {
                if (anyParked && isParked(consumer, event.key())) {
                    wait(consumer, event);
                } else if (anyParked ? !remember(consumer, List.of(event)).isEmpty() : fresh.remove(event.id())) {
                    handler.on(event);
                }
            }
        });
    }

    /** The next event of a parked key; false where another drain holds the key or the event is gone. */
    @ActivateRequestContext
    boolean applyParked(String consumer, Event event, EventHandler handler) {
        boolean[] applied = new boolean[1];
        within(() -> {
            if (!isParked(consumer, event.key())
                    || Sql.update(
                                    source,
                                    "delete from parked_event where consumer = ? and event_id = ?",
                                    consumer,
                                    event.id())
                            == 0) {
                return;
            }
            if (!remember(consumer, List.of(event)).isEmpty()) {
                handler.on(event);
            }
            applied[0] = true;
        });
        return applied[0];
    }

    /** Keeps the event and all later ones of its key waiting; poison also goes to the dead letters, once. */
    void park(String consumer, Event event, boolean held, String reason) {
        within(() -> {
            int fresh = Sql.update(
                    source,
                    "insert into parked_key as p (consumer, key, held, reason, parked_at) select ?,?,?,?,?"
                            + " where not exists (select 1 from inbox where consumer = ? and event_id = ?)"
                            + " on conflict (consumer, key) do update set held = excluded.held, reason = excluded.reason"
                            + " where p.held and not excluded.held",
                    consumer,
                    event.key(),
                    held,
                    reason,
                    clock.instant(),
                    consumer,
                    event.id());
            wait(consumer, event);
            if (!held && fresh > 0) {
                Map<String, Object> letter = new LinkedHashMap<>();
                letter.put("consumer", consumer);
                letter.put("reason", reason);
                letter.put("eventId", event.id());
                letter.put("topic", event.topic());
                letter.put("type", event.type());
                letter.put("data", event.data());
                outbox.append(topics.deadLetters(), event.key(), "vn.motcua.dead-letter.v1", letter);
            }
        });
    }

    /** Sets the first event of a parked key aside for good; false where it is not the first. */
    boolean discard(String consumer, String key, UUID id, String reasonCode, String by) {
        boolean[] discarded = new boolean[1];
        within(() -> {
            Event first = isParked(consumer, key) ? oldestParked(consumer, key) : null;
            if (first == null || !first.id().equals(id)) {
                return;
            }
            Sql.update(
                    source,
                    "with gone as (delete from parked_event where consumer = ? and event_id = ? returning *)"
                            + " insert into discarded_event (consumer, key, event_id, topic, type, time, body, reason_code,"
                            + " discarded_by, discarded_at)"
                            + " select consumer, key, event_id, topic, type, time, body, ?, ?, ? from gone",
                    consumer,
                    id,
                    reasonCode,
                    by,
                    clock.instant());
            remember(consumer, List.of(first));
            discarded[0] = true;
        });
        return discarded[0];
    }

    Event oldestParked(String consumer, String key) {
        return Sql.query(
                        source,
                        "select event_id, type, topic, time, body from parked_event"
                                + " where consumer = ? and key = ? order by seq limit 1",
                        row -> new Event(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                key,
                                row.getTimestamp(4).toInstant(),
                                EventJson.tree(row.getString(5))),
                        consumer,
                        key)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Frees a key under which nothing waits any more. */
    void unpark(String consumer, String key) {
        within(() -> {
            if (isParked(consumer, key)) {
                Sql.update(
                        source,
                        "delete from parked_key p where consumer = ? and key = ? and not exists"
                                + " (select 1 from parked_event e where e.consumer = p.consumer and e.key = p.key)",
                        consumer,
                        key);
            }
        });
    }

    private static void within(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).run(work);
    }

    private boolean anyParked(String consumer) {
        return Sql.query(
                        source,
                        "select exists (select 1 from parked_key where consumer = ?)",
                        row -> row.getBoolean(1),
                        consumer)
                .get(0);
    }

    /** Locks the parked key, so that an arrival and a drain never interleave. */
    private boolean isParked(String consumer, String key) {
        return !Sql.query(
                        source,
                        "select 1 from parked_key where consumer = ? and key = ? for update",
                        row -> row.getInt(1),
                        consumer,
                        key)
                .isEmpty();
    }

    private Set<UUID> remember(String consumer, List<Event> events) {
        return new HashSet<>(Sql.query(
                source,
                "insert into inbox (consumer, event_id) select ?, unnest(?) on conflict do nothing returning event_id",
                row -> row.getObject(1, UUID.class),
                consumer,
                events.stream().map(Event::id).toArray(UUID[]::new)));
    }

    private void wait(String consumer, Event event) {
        Sql.update(
                source,
                "insert into parked_event (consumer, key, event_id, topic, type, time, body) select ?,?,?,?,?,?,?"
                        + " where not exists (select 1 from inbox where consumer = ? and event_id = ?)"
                        + " on conflict (consumer, event_id) do nothing",
                consumer,
                event.key(),
                event.id(),
                event.topic(),
                event.type(),
                event.time(),
                EventJson.write(event.data()),
                consumer,
                event.id());
    }
}
