package vn.motcua.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
    void what_fails_before_the_start_is_over_is_tried_again_after_it() {
        AtomicInteger tries = new AtomicInteger();
        inbound.transaction = new InboundTransaction() {
            @Override
            void apply(String consumer, List<Event> events, EventHandler handler) {
                if (tries.incrementAndGet() <= 2) {
                    throw new IllegalArgumentException("the database's front is not open yet");
                }
            }

            @Override
            void park(String consumer, Event event, boolean held, String reason) {
                parked.add(event.key());
            }
        };
        CompletableFuture<Void> taken =
                CompletableFuture.runAsync(() -> inbound.take("sample", List.of(message()), event -> {}));
        await().until(() -> tries.get() == 2);
        assertThat(taken).isNotDone();
        inbound.start(null);
        taken.join();
        assertThat(parked).isEmpty();
        assertThat(tries).hasValue(3);
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
