package vn.motcua.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * Kafka as a test sees it: publishes CloudEvents in binary mode and reads topics from their beginning, outside any consumer
 * group. Works against the stack of {@link StackResource}; {@link #connect(String)} points it at another broker.
 */
public final class TestEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Map<String, Tail> TAILS = new HashMap<>();
    private static KafkaProducer<String, String> producer;

    private TestEvents() {}

    /** One record as it lies in the topic; {@code data} is null for a body that is absent or no JSON. */
    public record Received(
            String topic,
            int partition,
            long offset,
            String key,
            Map<String, String> headers,
            String body,
            JsonNode data) {

        /** Header {@code ce_id}. */
        public UUID id() {
            return UUID.fromString(headers.get("ce_id"));
        }

        /** Header {@code ce_type}. */
        public String type() {
            return headers.get("ce_type");
        }
    }

    /** Points all further calls at this broker. */
    public static synchronized void connect(String bootstrapServers) {
        reset();
        System.setProperty(TestStack.BOOTSTRAP_PROPERTY, bootstrapServers);
    }

    /** Makes a topic if it is not there yet. */
    public static void createTopic(String name, int partitions) {
        Topics.create(bootstrap(), List.of(new NewTopic(name, partitions, (short) 1)));
    }

    /** Publishes one event with its CloudEvents headers; returns when the broker has it. */
    public static void publish(String topic, String key, String type, UUID eventId, String json) {
        publish(topic, key, type, eventId, json, Instant.now());
    }

    /** @param time when its publisher wrote it */
    public static void publish(String topic, String key, String type, UUID eventId, String json, Instant time) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/test");
        headers.put("ce_time", time.toString());
        headers.put("ce_subject", key);
        headers.put("content-type", "application/json");
        publish(topic, key, headers, json);
    }

    /** The same with the event id as text. */
    public static void publish(String topic, String key, String type, String eventId, String json) {
        publish(topic, key, type, UUID.fromString(eventId), json);
    }

    /** Publishes a record with exactly these headers, for refused cases. */
    public static void publish(String topic, String key, Map<String, String> headers, String body) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not published to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing", e);
        }
    }

    /** Everything in the topic now, from the beginning; order holds within a key. */
    public static List<Received> poll(String topic) {
        synchronized (TAILS) {
            return TAILS.computeIfAbsent(topic, Tail::new).poll();
        }
    }

    /**
     * The first record that fits, waiting up to a minute for it.
     *
     * @throws AssertionError when none came
     */
    public static Received await(String topic, Predicate<Received> fits) {
        return await(topic, LIMIT, fits);
    }

    /** The first record that fits, waiting up to {@code limit} for it. */
    public static Received await(String topic, Duration limit, Predicate<Received> fits) {
        long end = System.nanoTime() + limit.toNanos();
        int seen;
        do {
            List<Received> all = poll(topic);
            for (Received one : all) {
                if (fits.test(one)) {
                    return one;
                }
            }
            seen = all.size();
            synchronized (TAILS) {
                TAILS.get(topic).waitForMore(Duration.ofMillis(100));
            }
        } while (System.nanoTime() < end);
        throw new AssertionError("No fitting record in " + topic + " within " + limit + "; it holds " + seen);
    }

    private static String bootstrap() {
        String bootstrap = System.getProperty(TestStack.BOOTSTRAP_PROPERTY);
        if (bootstrap == null) {
            throw new IllegalStateException(
                    "No stack is running: put @QuarkusTestResource(StackResource.class) on a test");
        }
        return bootstrap;
    }

    private static synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            producer = withOwnClassLoader(() -> new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrap(), "acks", "all", "max.block.ms", "20000", "linger.ms", "0"),
                    new StringSerializer(),
                    new StringSerializer()));
        }
        return producer;
    }

    private static void reset() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
        synchronized (TAILS) {
            TAILS.values().forEach(tail -> tail.consumer.close());
            TAILS.clear();
        }
    }

    private static <T> T withOwnClassLoader(java.util.function.Supplier<T> make) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(TestEvents.class.getClassLoader());
        try {
            return make.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** What was read of one topic so far, and the consumer that reads on. */
    private static final class Tail {

        private final KafkaConsumer<String, String> consumer;
        private final List<TopicPartition> partitions;
        private final List<Received> read = new ArrayList<>();

        Tail(String topic) {
            consumer = withOwnClassLoader(() -> new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers", bootstrap(),
                            "enable.auto.commit", "false",
                            "fetch.max.wait.ms", "50",
                            "auto.offset.reset", "earliest"),
                    new StringDeserializer(),
                    new StringDeserializer()));
            partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                consumer.close();
                throw new IllegalStateException("There is no topic " + topic);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        List<Received> poll() {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long end = System.nanoTime() + LIMIT.toNanos();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                waitForMore(Duration.ofMillis(100));
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The topic cannot be read to its end");
                }
            }
            return List.copyOf(read);
        }

        void waitForMore(Duration limit) {
            consumer.poll(limit).forEach(message -> read.add(received(message)));
        }

        private static Received received(ConsumerRecord<String, String> message) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : message.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Received(
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.key(),
                    headers,
                    message.value(),
                    json(message.value()));
        }

        private static JsonNode json(String body) {
            try {
                return body == null ? null : JSON.readTree(body);
            } catch (IOException e) {
                return null;
            }
        }
    }
}
