package vn.motcua.processing.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.inbox.EventHandler;
import vn.motcua.platform.inbox.Inbound;
import vn.motcua.platform.inbox.Unprocessable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Under which name each topic is heard, from the first batch on. */
class ShadowConsumerTest {
    private final Map<String, EventHandler> taken = new LinkedHashMap<>();
    private final ShadowConsumer consumer = new ShadowConsumer();

    ShadowConsumerTest() {
        consumer.inbound = new Inbound() {
            @Override
            public void take(String name, Iterable<ConsumerRecord<String, String>> batch, EventHandler handler) {
                taken.put(name, handler);
            }
        };
        consumer.authorities = new Authorities() {
            @Override
            List<AuthorityOfRecord> all() {
                return List.of(new EventAuthority("civil-status", Set.of()));
            }
        };
        consumer.known();
    }

    @Test
    void a_batch_that_comes_before_the_start_is_heard_by_its_authority() {
        consumer.on(batch("shadow.civil-status"));
        assertThat(taken).containsOnlyKeys("processing.shadows.civil-status");
        assertThatThrownBy(() -> taken.get("processing.shadows.civil-status").on(null))
                .isInstanceOf(NullPointerException.class); // it is followed, not refused
    }

    @Test
    void what_a_system_tells_that_is_not_configured_waits_under_its_own_name() {
        consumer.on(batch("shadow.land-register"));
        assertThat(taken).containsOnlyKeys("processing.shadows.land-register");
        assertThatThrownBy(() -> taken.get("processing.shadows.land-register").on(null))
                .isInstanceOf(Unprocessable.class);
    }

    private static ConsumerRecords<String, String> batch(String topic) {
        ConsumerRecord<String, String> told = new ConsumerRecord<>(topic, 0, 1, "G22-1", "{}");
        return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(told)), Map.of());
    }
}
