package vn.motcua.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestEvents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OutboxRelayTest {
    private static final String TOPIC = "sample.changed";

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_committed_event_arrives_with_its_headers() {
        UUID id = QuarkusTransaction.requiringNew().call(() -> append(1));
        var event = TestEvents.await(TOPIC, each -> each.key().equals(key));
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/sample-service")
                .containsEntry("ce_subject", key)
                .containsEntry("content-type", "application/json")
                .containsKey("ce_time");
        assertThat(event.data().get("n").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(60)).until(() -> relay.depth() == 0 && relay.ageSeconds() == 0);
    }

    @Test
    void a_rolled_back_event_never_leaves() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    append(1);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        QuarkusTransaction.requiringNew().call(() -> append(2));
        TestEvents.await(TOPIC, each -> each.key().equals(key));
        assertThat(sent()).containsExactly(2);
    }

    @Test
    void the_events_of_one_key_keep_their_order_among_many() {
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, 40).forEach(n -> {
            append(n);
            outbox.append(TOPIC, UUID.randomUUID().toString(), "sample", Map.of("n", n));
        }));
        await().atMost(Duration.ofSeconds(60)).until(() -> sent().size() == 40);
        assertThat(sent()).isEqualTo(IntStream.range(0, 40).boxed().toList());
    }

    @Test
    void when_an_event_left_is_known_where_it_was_asked_for_and_only_once_it_has_left() {
        UUID[] ids = QuarkusTransaction.requiringNew().call(() -> {
            UUID id = append(1);
            outbox.remember(id);
            assertThat(outbox.waits(id)).isTrue();
            assertThat(outbox.leftAt(id)).isNull();
            return new UUID[] {id, append(2)};
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> !outbox.waits(ids[0]) && !outbox.waits(ids[1]));
        assertThat(outbox.leftAt(ids[0])).isBetween(Instant.now().minusSeconds(30), Instant.now());
        assertThat(outbox.leftAt(ids[1])).isNull();
    }

    @Test
    void an_event_without_a_transaction_is_refused() {
        assertThatThrownBy(() -> append(1)).isInstanceOf(TransactionalException.class);
    }

    private UUID append(int n) {
        return outbox.append(TOPIC, key, "sample", Map.of("n", n));
    }

    private List<Integer> sent() {
        return TestEvents.poll(TOPIC).stream()
                .filter(each -> each.key().equals(key))
                .map(each -> each.data().get("n").asInt())
                .toList();
    }
}
