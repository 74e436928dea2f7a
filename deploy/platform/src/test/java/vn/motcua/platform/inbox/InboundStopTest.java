package vn.motcua.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

class InboundStopTest {
    private final List<String> parked = new ArrayList<>();
    private final Inbound inbound = new Inbound();

    @Test
    void what_fails_while_the_application_ends_is_not_parked_but_comes_again() {
        inbound.transaction = new InboundTransaction() {
            @Override
            void apply(String consumer, List<Event> events, EventHandler handler) {
                throw new IllegalArgumentException("the database's front is closed already");
            }

            @Override
            void park(String consumer, Event event, boolean held, String reason) {
                parked.add(event.key());
            }
        };
        inbound.stop(null);
        assertThatThrownBy(() -> inbound.take("sample", List.of(message()), event -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(parked).isEmpty();
    }

    @Test
    void what_fails_before_the_start_is_over_is_tried_again_and_not_parked() {
        AtomicInteger tries = new AtomicInteger();
        inbound.transaction = new InboundTransaction() {
            @Override
            void apply(String consumer, List<Event> events, EventHandler handler) {
                if (tries.incrementAndGet() <= 4) {
                    throw new IllegalArgumentException("the database's front is not open yet");
                }
            }

            @Override
            void park(String consumer, Event event, boolean held, String reason) {
                parked.add(event.key());
            }
        };
        inbound.take("sample", List.of(message()), event -> {});
        assertThat(parked).isEmpty();
        assertThat(tries).hasValue(5);
    }

    @Test
    void what_fails_after_the_start_for_no_passing_reason_is_parked() {
        inbound.transaction = new InboundTransaction() {
            @Override
            void apply(String consumer, List<Event> events, EventHandler handler) {
                throw new IllegalArgumentException("poison");
            }

            @Override
            void park(String consumer, Event event, boolean held, String reason) {
                parked.add(event.key());
            }
        };
        inbound.meters = new SimpleMeterRegistry();
        inbound.start(null);
        inbound.take("sample", List.of(message()), event -> {});
        assertThat(parked).containsExactly("key");
    }

    private static ConsumerRecord<String, String> message() {
        ConsumerRecord<String, String> message = new ConsumerRecord<>("sample.heard", 0, 0, "key", "{}");
        message.headers()
                .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                .add("ce_type", "sample".getBytes(StandardCharsets.UTF_8))
                .add("ce_time", "2026-11-24T00:00:00Z".getBytes(StandardCharsets.UTF_8));
        return message;
    }
}
