package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code bench visible}: how long after an act is committed its event can be read in {@code queue.<unit>.<department>}, beside a bare
 * round trip of a record of the same size through the same broker, each in turn. The answer of the act stands for the commit: it is
 * sent after it, so the true time is longer by what the answer takes to arrive.
 */
final class VisibleRun {
    private static final String QUEUE = "queue." + Staff.UNIT + "." + Staff.DEPARTMENT;
    private static final String BARE = "bench.round-trip";
    private static final String CASES = "/api/processing/cases/";
    private static final int PARTITIONS = 3;
    private static final int PATIENCE_SECONDS = 30;

    private final Options options;
    private final Target target;
    private final PrintStream out;
    /** Nanosecond at which a record was first seen, by its key and sequence. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    private final Histogram bare = histogram();
    private final Histogram fromAnswer = histogram();
    private final Histogram fromRequest = histogram();
    private volatile boolean over;

    VisibleRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    void run() throws Exception {
        int rounds = options.number("requests", 500);
        int warmup = options.number("warmup", 100);
        create();
        Thread reader = new Thread(this::read);
        Staff staff = Staff.loggedIn(target.gateway());
        try (Client client = new Client(target.gateway(), staff, new Pace(), 7);
                Wire wire = new Wire(target.gateway());
                KafkaProducer<String, byte[]> producer = producer()) {
            client.record(new Recorder());
            Lifecycle lifecycle = new Lifecycle(client);
            lifecycle.intake();
            JsonNode held = lifecycle.unclaimed();
            reader.start();
            TimeUnit.SECONDS.sleep(5);
            for (int i = 0; i < rounds + warmup; i++) {
                if (i == warmup) {
                    List.of(bare, fromAnswer, fromRequest).forEach(Histogram::reset);
                }
                staff.renewIfOld();
                byte[] body = roundTrip(producer, held);
                held = act(wire, staff, held, "{\"action\":\"CLAIM\"}");
                long fence = held.at("/holder/fence").asLong();
                roundTrip(producer, body);
                held = act(wire, staff, held, "{\"action\":\"RELEASE\",\"fence\":" + fence + "}");
            }
        } finally {
            over = true;
            reader.join();
        }
        report(rounds);
    }

    private void create() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", target.kafka()))) {
            if (!admin.listTopics().names().get().contains(BARE)) {
                admin.createTopics(List.of(new NewTopic(BARE, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
        }
    }

    private byte[] roundTrip(KafkaProducer<String, byte[]> producer, JsonNode like) throws Exception {
        byte[] body = Wire.JSON.writeValueAsBytes(Map.of(
                "change", "CHANGED",
                "caseId", like.path("id").asText(),
                "reference", like.path("reference").asText(),
                "sequence", 1,
                "filling", "x".repeat(220)));
        roundTrip(producer, body);
        return body;
    }

    private void roundTrip(KafkaProducer<String, byte[]> producer, byte[] body) throws Exception {
        String key = UUID.randomUUID().toString();
        long begin = System.nanoTime();
        producer.send(new ProducerRecord<>(BARE, key, body)).get();
        record(bare, await(key) - begin);
    }

    /** One act through the gateway, then its event in the queue's topic. */
    private JsonNode act(Wire wire, Staff staff, JsonNode held, String body) throws InterruptedException {
        String id = held.path("id").asText();
        Request request = Request.post(CASES + id + "/actions")
                .as(staff.specialist())
                .once(Client.key())
                .match('"' + held.path("revision").asText() + '"')
                .json(body);
        long begin = System.nanoTime();
        Wire.Answer answer = wire.send(request);
        long answered = System.nanoTime();
        if (!answer.ok()) {
            throw new Client.Unexpected(body + ": " + answer.status() + " " + answer.text());
        }
        JsonNode after = answer.json();
        long read = await(id + '#' + after.path("revision").asLong());
        record(fromAnswer, read - answered);
        record(fromRequest, read - begin);
        return after;
    }

    private long await(String what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            Long at = seen.remove(what);
            if (at != null) {
                return at;
            }
            Thread.sleep(0, 200_000);
        }
        throw new IllegalStateException(what + " was not read within " + PATIENCE_SECONDS + " s");
    }

    private static void record(Histogram times, long nanos) {
        times.recordValue(Math.max(1, nanos / 1_000));
    }

    private void read() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                target.kafka(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest"))) {
            List<TopicPartition> all = new ArrayList<>();
            for (String topic : List.of(QUEUE, BARE)) {
                consumer.partitionsFor(topic).forEach(one -> all.add(new TopicPartition(topic, one.partition())));
            }
            consumer.assign(all);
            consumer.seekToEnd(all);
            while (!over) {
                var records = consumer.poll(Duration.ofMillis(100));
                long at = System.nanoTime();
                records.forEach(one -> seen.put(name(one), at));
            }
        }
    }

    private static String name(ConsumerRecord<String, byte[]> record) {
        try {
            return record.topic().equals(BARE)
                    ? record.key()
                    : record.key()
                            + '#'
                            + Wire.JSON
                                    .readTree(record.value())
                                    .path("sequence")
                                    .asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes as the services' relay does. */
    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                target.kafka(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true));
    }

    private void report(int rounds) {
        out.printf("%n%d acts of a case, load of the machine %.1f%n%n", 2 * rounds, CatalogueRun.load());
        out.println("| from … until it is read | p50 ms | p99 ms | max ms |\n|---|--:|--:|--:|");
        line("bare round trip: sent", bare);
        line("an act: its answer (committed)", fromAnswer);
        line("an act: its request", fromRequest);
    }

    private void line(String name, Histogram times) {
        out.printf(
                "| %s | %.1f | %.1f | %.1f |%n",
                name,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                times.getMaxValue() / 1e3);
    }

    private static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
    }
}
