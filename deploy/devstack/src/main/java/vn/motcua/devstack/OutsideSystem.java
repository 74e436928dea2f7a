package vn.motcua.devstack;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * A system that is not of the suite, as the broker meets it at its outside door: a client with a credential of its own. Every call is a
 * connection of its own.
 *
 * @param principal the name it gives
 * @param secret its password
 */
public record OutsideSystem(String principal, String secret) {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** What the broker says to an attempt. */
    public enum Answer {
        /** It was done. */
        ALLOWED,
        /** The broker knows who asks, and refuses. */
        REFUSED,
        /** The broker does not know this name with this secret. */
        UNKNOWN
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "OutsideSystem[" + principal + "]";
    }

    /** Reads a topic that has a record, as a member of this group, and commits how far it came. */
    public Answer reads(String topic, String group) {
        return told(() -> {
            try (KafkaConsumer<String, String> consumer = consumer(topic, group)) {
                return first(consumer, topic);
            }
        });
    }

    /**
     * Reads, lets something happen, and reads on by the same session.
     *
     * @return ALLOWED where it was refused nothing for ten seconds
     */
    public Answer readsOn(String topic, String group, Runnable meanwhile) {
        return told(() -> {
            try (KafkaConsumer<String, String> consumer = consumer(topic, group)) {
                first(consumer, topic);
                meanwhile.run();
                long end = System.nanoTime() + LIMIT.toNanos();
                while (System.nanoTime() < end) {
                    consumer.poll(Duration.ofMillis(200));
                }
                return consumer;
            }
        });
    }

    private KafkaConsumer<String, String> consumer(String topic, String group) {
        Map<String, Object> settings = settings();
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static ConsumerRecord<String, String> first(KafkaConsumer<String, String> consumer, String topic) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
                consumer.commitSync(LIMIT);
                return each;
            }
        }
        throw new AssertionError("Nothing came from " + topic + " within " + LIMIT);
    }

    /** Writes one record. */
    public Answer writes(String topic) {
        Map<String, Object> settings = settings();
        settings.put("enable.idempotence", "false");
        return told(() -> {
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                return producer.send(new ProducerRecord<>(topic, "key", "{}")).get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** The topics it is told of; all others are hidden from it. */
    public Set<String> sees() {
        return withOwnClassLoader(() -> {
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
                return new TreeSet<>(consumer.listTopics(LIMIT).keySet());
            }
        });
    }

    private Map<String, Object> settings() {
        String outside = System.getProperty(TestStack.OUTSIDE_PROPERTY);
        if (outside == null) {
            throw new IllegalStateException("No stack is running");
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", outside);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + principal
                        + "\" password=\"" + secret + "\";");
        settings.put("max.block.ms", LIMIT.toMillis());
        return settings;
    }

    private static Answer told(Supplier<?> attempt) {
        try {
            withOwnClassLoader(attempt);
            return Answer.ALLOWED;
        } catch (AuthorizationException e) {
            return Answer.REFUSED;
        } catch (AuthenticationException e) {
            return Answer.UNKNOWN;
        }
    }

    private static <T> T withOwnClassLoader(Supplier<T> make) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(OutsideSystem.class.getClassLoader());
        try {
            return make.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
