package vn.motcua.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends what the outbox holds. One relay works per database, whatever the number of replicas (advisory lock); it sends
 * in waves with at most one unacknowledged event per key and deletes what the broker acknowledged. After any failure it
 * closes the producer and begins again at the oldest row: events may be sent twice, never lost, never out of order.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x6d6f74637561L;
    private static final int WAVE_ROWS_MAX = 500;
    private static final long ACK_SECONDS_MAX = 25;

    @Inject
    AgroalDataSource source;

    @Inject
    Topics topics;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /** What was acknowledged is deleted; of what is remembered it is kept when. */
    private static final String GONE = "with gone as (delete from outbox where seq = any(?) returning id, remembered)"
            + " insert into departed_event (id, at) select id, cast(? as timestamptz) from gone where remembered";

    /** One permit is there from the start: the first wave waits for nothing. */
    private final Semaphore signal = new Semaphore(1);

    private volatile boolean running = true;
    private Thread thread;
    private Producer<String, String> producer;

    private record Row(
            long seq, UUID id, String topic, String key, String type, String body, String trace, Instant at) {}

    void start(@Observes StartupEvent event) {
        meters.gauge("motcua.outbox.depth", this, OutboxRelay::depth);
        meters.gauge("motcua.outbox.age.seconds", this, OutboxRelay::ageSeconds);
        thread = new Thread(this::run, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        thread.join(3_000);
        thread.interrupt();
    }

    /** Called after a commit that appended. */
    void wake() {
        signal.release();
    }

    /** Events not yet acknowledged by the broker, counted up to 100,000. */
    public double depth() {
        return number("select count(*)::float8 from (select from outbox limit 100000) counted");
    }

    /** Age of the oldest of them in seconds; 0 when there is none. */
    public double ageSeconds() {
        return Sql.query(source, "select created_at from outbox order by seq limit 1", row -> row.getTimestamp(1))
                .stream()
                .mapToDouble(at -> Math.max(
                        0, Duration.between(at.toInstant(), clock.instant()).toMillis() / 1000.0))
                .findFirst()
                .orElse(0);
    }

    private double number(String sql) {
        return Sql.query(source, sql, row -> row.getDouble(1)).get(0);
    }

    private void run() {
        Instant swept = Instant.EPOCH;
        while (running) {
            try {
                pause();
                topics.ensure();
                while (running && wave() > 0) {
                    // the next wave at once
                }
                if (clock.instant().isAfter(swept.plus(10, ChronoUnit.MINUTES))) {
                    swept = clock.instant();
                    Sql.update(source, "delete from idempotency where created_at < ?", swept.minus(7, ChronoUnit.DAYS));
                    Sql.update(source, "delete from departed_event where at < ?", swept.minus(60, ChronoUnit.DAYS));
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                break;
            } catch (Exception e) {
                LOG.warnf("outbox relay begins again: %s", e.toString());
                closeProducer();
            }
        }
        closeProducer();
    }

    private void pause() throws InterruptedException {
        signal.tryAcquire(1, TimeUnit.SECONDS);
        signal.drainPermits();
    }

    private int wave() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int sent = Sql.query(connection, "select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                                .get(0)
                        ? send(connection)
                        : 0;
                connection.commit();
                return sent;
            } catch (Exception e) {
                rollback(connection);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            LOG.debug("connection lost with its transaction", gone);
        }
    }

    private int send(Connection connection) throws Exception {
        List<Row> rows = Sql.query(
                connection,
                "select seq, id, topic, key, type, body, traceparent, created_at from outbox order by seq limit ?",
                r -> new Row(
                        r.getLong(1),
                        r.getObject(2, UUID.class),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        r.getTimestamp(8).toInstant()),
                WAVE_ROWS_MAX);
        Instant begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Long> acknowledged = new ArrayList<>();
        Exception failure = null;
        try {
            for (List<Row> round : rounds(rows)) {
                acknowledge(round, acknowledged);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
            failure = e;
        }
        if (!acknowledged.isEmpty()) {
            Sql.update(connection, GONE, acknowledged.toArray(new Long[0]), begun);
        }
        if (failure != null) {
            connection.commit();
            throw failure;
        }
        return rows.size();
    }

    /** The n-th event of every key goes with the n-th round: one unacknowledged event per key at a time. */
    private static List<List<Row>> rounds(List<Row> rows) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, List<Row>> rounds = new LinkedHashMap<>();
        for (Row row : rows) {
            int round = seen.merge(row.topic + '\n' + row.key, 1, Integer::sum);
            rounds.computeIfAbsent(round, k -> new ArrayList<>()).add(row);
        }
        return new ArrayList<>(rounds.values());
    }

    private void acknowledge(List<Row> round, List<Long> acknowledged)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<Long, Future<?>> sends = new LinkedHashMap<>();
        for (Row row : round) {
            sends.put(row.seq, producer().send(message(row)));
        }
        producer().flush();
        for (Map.Entry<Long, Future<?>> each : sends.entrySet()) {
            each.getValue().get(ACK_SECONDS_MAX, TimeUnit.SECONDS);
            acknowledged.add(each.getKey());
        }
    }

    private ProducerRecord<String, String> message(Row row) {
        ProducerRecord<String, String> message = new ProducerRecord<>(row.topic, row.key, row.body);
        Headers headers = message.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", row.id.toString());
        header(headers, "ce_type", row.type);
        header(headers, "ce_source", "/" + service);
        header(headers, "ce_time", row.at.toString());
        header(headers, "ce_subject", row.key);
        header(headers, "content-type", "application/json");
        if (row.trace != null) {
            header(headers, "traceparent", row.trace);
        }
        return message;
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Producer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers", bootstrap,
                            "client.id", service + "-outbox",
                            "acks", "all",
                            "enable.idempotence", "true",
                            "linger.ms", "0",
                            "max.block.ms", "10000",
                            "request.timeout.ms", "8000",
                            "delivery.timeout.ms", "20000"),
                    new StringSerializer(),
                    new StringSerializer());
        }
        return producer;
    }

    private void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }
}
