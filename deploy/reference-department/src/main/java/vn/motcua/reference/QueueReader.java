package vn.motcua.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads the department's topic, one event at a time. An offset is committed only once its event has had its effect: whoever starts again after
 * a death meets the same event again.
 */
final class QueueReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WORK = Set.of("ADDED", "CHANGED");
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Consumer<String, String> consumer;
    private final HandleCase handle;

    QueueReader(Consumer<String, String> consumer, HandleCase handle) {
        this.consumer = consumer;
        this.handle = handle;
    }

    /** One poll; what cannot be handled now is met again by the next, and whatever of its partition comes after it. */
    void once() throws InterruptedException {
        Map<TopicPartition, Long> unhandled = new HashMap<>();
        for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofSeconds(1))) {
            TopicPartition partition = new TopicPartition(each.topic(), each.partition());
            if (unhandled.containsKey(partition)) {
                continue;
            }
            if (handled(each)) {
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(each.offset() + 1)));
            } else {
                unhandled.put(partition, each.offset());
            }
        }
        unhandled.forEach(consumer::seek);
        if (!unhandled.isEmpty()) {
            Thread.sleep(AGAIN.toMillis());
        }
    }

    private boolean handled(ConsumerRecord<String, String> each) {
        JsonNode told = body(each);
        if (told == null || !WORK.contains(told.path("change").asText())) {
            return true;
        }
        try {
            return handle.handle(event(each), told.path("caseId").asText()) != HandleCase.Outcome.AGAIN;
        } catch (CaseApi.Unavailable later) {
            return false;
        }
    }

    /** Null for what is no event of a queue: nobody here can do anything about it. */
    private static JsonNode body(ConsumerRecord<String, String> each) {
        try {
            JsonNode told = each.value() == null ? null : JSON.readTree(each.value());
            return told == null || !told.path("caseId").isTextual() ? null : told;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static String event(ConsumerRecord<String, String> each) {
        Header id = each.headers().lastHeader("ce_id");
        return id == null
                ? each.topic() + "/" + each.partition() + "/" + each.offset()
                : new String(id.value(), StandardCharsets.UTF_8);
    }
}
