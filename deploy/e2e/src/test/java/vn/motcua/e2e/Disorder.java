package vn.motcua.e2e;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.motcua.devstack.TestEvents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A post office without discipline: takes each event out of a topic and delivers it into another twice. The first deliveries of a key
 * keep their order, as Kafka keeps it; everything else is late by chance: keys overtake each other, topics overtake each other, and
 * second deliveries come whenever they like after the first, even behind newer events of their key.
 */
final class Disorder implements AutoCloseable {
    private static final long FIRST_MILLIS_MAX = 700;
    private static final long SECOND_MILLIS_MAX = 2_500;

    private final Map<String, List<String>> routes;
    private final Random random;
    private final KafkaConsumer<String, String> in;
    private final KafkaProducer<String, String> out;
    private final PriorityQueue<Letter> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Letter::due).thenComparingLong(Letter::number));
    private final Map<String, Long> lanes = new HashMap<>();
    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "disorder");
    private volatile boolean running = true;
    private volatile boolean idle;
    private long number;

    private record Letter(long due, long number, String topic, ConsumerRecord<String, String> event, boolean again) {}

    /**
     * Makes the topics and begins with what comes into the others from now on.
     *
     * @param routes to which topics the events of a topic go
     */
    Disorder(String bootstrap, long seed, Map<String, List<String>> routes) {
        this.routes = routes;
        this.random = new Random(seed);
        makeTopics(routes);
        in = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false", "fetch.max.wait.ms", "20"),
                new StringDeserializer(),
                new StringDeserializer());
        out = producer(bootstrap);
        List<TopicPartition> partitions = new ArrayList<>();
        routes.keySet().forEach(topic -> in.partitionsFor(topic)
                .forEach(each -> partitions.add(new TopicPartition(topic, each.partition()))));
        in.assign(partitions);
        in.seekToEnd(partitions);
        partitions.forEach(in::position);
        thread.setDaemon(true);
        thread.start();
    }

    /** Events delivered for the first time. */
    int first() {
        return first.get();
    }

    /** Events delivered again. */
    int second() {
        return second.get();
    }

    /** Whether everything that came in has been delivered twice. */
    boolean idle() {
        return idle;
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
        in.close();
        out.close(Duration.ofSeconds(2));
    }

    private void run() {
        while (running) {
            boolean any = false;
            for (ConsumerRecord<String, String> event : in.poll(Duration.ofMillis(20))) {
                any = true;
                idle = false;
                for (String to : routes.get(event.topic())) {
                    takeIn(event, to);
                }
            }
            long now = System.currentTimeMillis();
            while (!waiting.isEmpty() && waiting.peek().due <= now) {
                deliver(waiting.poll(), now);
            }
            idle = !any && waiting.isEmpty();
        }
    }

    private void takeIn(ConsumerRecord<String, String> event, String to) {
        String lane = to + ' ' + event.key();
        long due = Math.max(lanes.getOrDefault(lane, 0L), System.currentTimeMillis() + delay(FIRST_MILLIS_MAX));
        lanes.put(lane, due);
        waiting.add(new Letter(due, number++, to, event, false));
    }

    private void deliver(Letter letter, long now) {
        out.send(copy(letter.event, letter.topic));
        if (letter.again) {
            second.incrementAndGet();
        } else {
            first.incrementAndGet();
            waiting.add(new Letter(now + delay(SECOND_MILLIS_MAX), number++, letter.topic, letter.event, true));
        }
    }

    private long delay(long max) {
        return (long) (random.nextDouble() * max);
    }

    /**
     * Delivers events twice and shuffled at one go: the first deliveries of a key in their order, all else by chance.
     *
     * @param routes to which topic the events of a topic go
     * @return how many deliveries
     */
    static int shuffled(
            String bootstrap, long seed, Map<String, String> routes, List<ConsumerRecord<String, String>> events) {
        makeTopics(asLists(routes));
        Map<String, List<ConsumerRecord<String, String>>> lanes = new java.util.LinkedHashMap<>();
        events.forEach(event -> lanes.computeIfAbsent(event.topic() + ' ' + event.key(), lane -> new ArrayList<>())
                .add(event));
        Random random = new Random(seed);
        List<List<ConsumerRecord<String, String>>> left = new ArrayList<>(lanes.values());
        List<ConsumerRecord<String, String>> again = new ArrayList<>();
        List<Future<?>> sent = new ArrayList<>();
        int deliveries = 0;
        try (KafkaProducer<String, String> out = producer(bootstrap)) {
            while (!left.isEmpty() || !again.isEmpty()) {
                ConsumerRecord<String, String> next;
                if (left.isEmpty() || !again.isEmpty() && random.nextInt(3) == 0) {
                    next = takeAny(again, random);
                } else {
                    int lane = random.nextInt(left.size());
                    next = left.get(lane).remove(0);
                    again.add(next);
                    if (left.get(lane).isEmpty()) {
                        left.set(lane, left.get(left.size() - 1));
                        left.remove(left.size() - 1);
                    }
                }
                sent.add(out.send(copy(next, routes.get(next.topic()))));
                deliveries++;
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("An event could not be delivered", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while delivering", e);
        }
        return deliveries;
    }

    private static ConsumerRecord<String, String> takeAny(List<ConsumerRecord<String, String>> from, Random random) {
        int at = random.nextInt(from.size());
        ConsumerRecord<String, String> taken = from.get(at);
        from.set(at, from.get(from.size() - 1));
        from.remove(from.size() - 1);
        return taken;
    }

    private static ProducerRecord<String, String> copy(ConsumerRecord<String, String> event, String topic) {
        return new ProducerRecord<>(topic, null, null, event.key(), event.value(), event.headers());
    }

    private static KafkaProducer<String, String> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "linger.ms",
                        "0",
                        "max.in.flight.requests.per.connection",
                        "1"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static Map<String, List<String>> asLists(Map<String, String> routes) {
        Map<String, List<String>> lists = new HashMap<>();
        routes.forEach((from, to) -> lists.put(from, List.of(to)));
        return lists;
    }

    private static void makeTopics(Map<String, List<String>> routes) {
        routes.values().stream().flatMap(List::stream).forEach(name -> TestEvents.createTopic(name, 6));
    }
}
