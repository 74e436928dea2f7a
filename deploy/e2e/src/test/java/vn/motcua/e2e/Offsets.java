package vn.motcua.e2e;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** How far the readers of the topics have come, as Kafka itself says. */
final class Offsets {
    private final String bootstrap;

    private Offsets(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    static Offsets of(String bootstrap) {
        return new Offsets(bootstrap);
    }

    /** How many records of these topics a group has not acknowledged yet; all of a topic it never acknowledged anything of. */
    long behind(String group, Set<String> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long behind = 0;
            for (Map.Entry<TopicPartition, Long> end : ends(admin, topics).entrySet()) {
                OffsetAndMetadata offset = done.get(end.getKey());
                behind += end.getValue() - (offset == null ? 0 : offset.offset());
            }
            return behind;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell the offsets", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for offsets", e);
        }
    }

    /** The ids of the events of one topic that a group has not acknowledged yet. */
    List<UUID> unacknowledged(String group, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, Long> ends = ends(admin, Set.of(topic));
            Map<TopicPartition, Long> from = new HashMap<>();
            ends.forEach((partition, end) -> {
                OffsetAndMetadata offset = done.get(partition);
                long begin = offset == null ? 0 : offset.offset();
                if (begin < end) {
                    from.put(partition, begin);
                }
            });
            return ids(from, ends);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell the offsets", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for offsets", e);
        }
    }

    private List<UUID> ids(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        List<UUID> ids = new ArrayList<>();
        if (from.isEmpty()) {
            return ids;
        }
        try (KafkaConsumer<String, String> in = consumer()) {
            in.assign(from.keySet());
            from.forEach(in::seek);
            while (from.keySet().stream().anyMatch(each -> in.position(each) < ends.get(each))) {
                in.poll(Duration.ofMillis(50)).forEach(event -> {
                    Header id = event.headers().lastHeader("ce_id");
                    if (id != null) {
                        ids.add(UUID.fromString(new String(id.value(), StandardCharsets.UTF_8)));
                    }
                });
            }
        }
        return ids;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(topics).allTopicNames().get().forEach((topic, description) -> description
                .partitions()
                .forEach(each -> latest.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Everything in these topics now; order holds within a key of one topic. */
    List<ConsumerRecord<String, String>> read(Set<String> topics) {
        try (KafkaConsumer<String, String> in = consumer()) {
            List<TopicPartition> partitions = new ArrayList<>();
            topics.forEach(topic -> in.partitionsFor(topic)
                    .forEach(each -> partitions.add(new TopicPartition(topic, each.partition()))));
            in.assign(partitions);
            in.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = in.endOffsets(partitions);
            List<ConsumerRecord<String, String>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> in.position(each) < ends.get(each))) {
                in.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }
}
