package vn.motcua.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Events that must not be lost: written in the transaction of the state they tell of, sent afterwards by the relay.
 * The caller holds the row lock of the aggregate the key names, so that the order of appends is the order of the facts.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT =
            "insert into outbox (id, topic, key, type, body, traceparent, created_at) values (?,?,?,?,?,?,?)";

    private static final String LEFT = "select at from departed_event where id = ?";

    @Inject
    AgroalDataSource source;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    OutboxRelay relay;

    @Inject
    Clock clock;

    /** Appends with a new id, made here once and kept through every retry. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(String topic, String key, String type, Object body) {
        return append(UUID.randomUUID(), topic, key, type, body);
    }

    /** Appends under an id the caller already keeps beside its state. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(UUID id, String topic, String key, String type, Object body) {
        Sql.update(source, INSERT, id, topic, key, type, EventJson.write(body), traceparent(), clock.instant());
        transaction.registerInterposedSynchronization(new WakeAfterCommit());
        return id;
    }

    /** An event of many that are appended together. */
    public record Entry(UUID id, String topic, String key, String type, Object body) {}

    /** Appends many in one statement; the caller holds the row locks of all their aggregates. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<Entry> entries) {
        Sql.updateAll(
                source,
                INSERT,
                entries.stream()
                        .map(e -> new Object[] {
                            e.id, e.topic, e.key, e.type, EventJson.write(e.body), traceparent(), clock.instant()
                        })
                        .toList());
        transaction.registerInterposedSynchronization(new WakeAfterCommit());
    }

    /** Whether the broker has not acknowledged this event yet, so that nobody can know of it. */
    public boolean waits(UUID id) {
        return !Sql.query(source, "select 1 from outbox where id = ?", row -> row.getInt(1), id)
                .isEmpty();
    }

    /** Keeps for 60 days when this event leaves; in the transaction that appended it. */
    public void remember(UUID id) {
        Sql.update(source, "update outbox set remembered = true where id = ?", id);
    }

    /**
     * When a remembered event went to the broker, to the length of one try (25 s).
     *
     * @return UTC; null where it waits, or where nobody wrote it down
     */
    public Instant leftAt(UUID id) {
        List<Instant> at = Sql.query(source, LEFT, row -> row.getTimestamp(1).toInstant(), id);
        return at.isEmpty() ? null : at.get(0);
    }

    private static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing to do: the row is written already
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
