package vn.motcua.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestEvents;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class InboundConsumerTest {
    private static final String TOPIC = "sample.heard";

    @Inject
    Samples samples;

    @Inject
    Inbound inbound;

    @Inject
    ParkedKeys parked;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void topic() {
        TestEvents.createTopic(TOPIC, 3);
    }

    @Test
    void the_same_event_twice_has_one_effect() {
        UUID id = UUID.randomUUID();
        send(id, "a");
        send(id, "a");
        send(UUID.randomUUID(), "b");
        effects("a", "b");
    }

    @Test
    void a_poison_event_parks_its_key_and_a_replay_drains_it_in_order() {
        Samples.POISON.add("bad" + key);
        String other = UUID.randomUUID().toString();
        send(UUID.randomUUID(), "first");
        send(UUID.randomUUID(), "bad" + key);
        send(UUID.randomUUID(), "third");
        TestEvents.publish(TOPIC, other, "sample", UUID.randomUUID(), "{\"value\":\"x\"}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> samples.effects(other).size() == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 2);
        effects("first");
        var letter = TestEvents.await("sample.dead-letters", each -> key.equals(each.key()));
        assertThat(letter.data().get("reason").asText()).contains("cannot take");

        assertThat(inbound.drain("sample.samples", key)).isZero();
        Samples.POISON.clear();
        assertThat(inbound.drain("sample.samples", key)).isEqualTo(2);
        effects("first", "bad" + key, "third");
        assertThat(waiting()).isZero();
        assertThat(TestEvents.poll("sample.dead-letters"))
                .filteredOn(each -> key.equals(each.key()))
                .hasSize(1);
        send(UUID.randomUUID(), "fourth");
        effects("first", "bad" + key, "third", "fourth");
    }

    @Test
    void an_early_event_holds_its_key_until_it_can_be_taken_and_is_no_dead_letter() {
        Samples.EARLY.add("early" + key);
        send(UUID.randomUUID(), "early" + key);
        send(UUID.randomUUID(), "next");
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 2);
        effects();
        Samples.EARLY.clear();
        effects("early" + key, "next");
        assertThat(TestEvents.poll("sample.dead-letters")).noneMatch(each -> key.equals(each.key()));
    }

    @Test
    void what_is_no_event_at_all_is_parked_too() {
        TestEvents.publish(TOPIC, key, Map.of(), "not json");
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 1);
    }

    @Test
    void what_can_never_be_taken_is_discarded_with_its_reason_and_what_waits_behind_it_is_drained() {
        TestEvents.publish(TOPIC, key, Map.of(), "not json");
        send(UUID.randomUUID(), "behind");
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 2);
        assertThat(inbound.drain("sample.samples", key)).isZero();
        UUID first = parked.list().stream()
                .filter(each -> each.key().equals(key))
                .map(ParkedKeys.ParkedKey::first)
                .findFirst()
                .orElseThrow();

        assertThat(inbound.discard("sample.samples", key, UUID.randomUUID(), "UNREADABLE", "an operator"))
                .as("another event")
                .isEqualTo(new Inbound.Discarded(false, 0));
        assertThat(waiting()).isEqualTo(2);
        assertThat(inbound.discard("sample.samples", key, first, "UNREADABLE", "an operator"))
                .isEqualTo(new Inbound.Discarded(true, 1));
        assertThat(inbound.discard("sample.samples", key, first, "UNREADABLE", "an operator"))
                .as("once more")
                .isEqualTo(new Inbound.Discarded(false, 0));
        effects("behind");
        assertThat(parked.list()).noneMatch(each -> each.key().equals(key));
        assertThat(samples.discarded(key)).containsExactly("UNREADABLE by an operator: \"not json\"");
    }

    @Test
    void a_discarded_record_that_is_delivered_again_parks_nothing() {
        ConsumerRecord<String, String> record = new ConsumerRecord<>(TOPIC, 0, 1_000_000, key, "not json");
        inbound.take("sample.samples", List.of(record), event -> {});
        UUID first = Event.unreadable(record).id();
        assertThat(inbound.discard("sample.samples", key, first, "UNREADABLE", "an operator")
                        .discarded())
                .isTrue();
        inbound.take("sample.samples", List.of(record), event -> {});
        assertThat(parked.list()).noneMatch(each -> each.key().equals(key));
    }

    @Test
    void a_key_that_cannot_be_stored_as_it_is_does_not_stop_the_others() {
        TestEvents.publish(TOPIC, key + "\u0000", "sample", UUID.randomUUID(), "{\"value\":\"x\"}");
        send(UUID.randomUUID(), "goes on");
        effects("goes on");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> parked.list().stream().anyMatch(each -> each.key().equals(key + "\uFFFD")));
    }

    private long waiting() {
        return parked.list().stream()
                .filter(each -> each.key().equals(key))
                .mapToLong(ParkedKeys.ParkedKey::waiting)
                .sum();
    }

    private void send(UUID id, String value) {
        TestEvents.publish(TOPIC, key, "sample", id, "{\"value\":\"" + value + "\"}");
    }

    private void effects(String... values) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(samples.effects(key)).containsExactly(values));
    }
}
