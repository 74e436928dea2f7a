package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

class QueueReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("queue.14-03712-20250701.office", 0);

    private static final TopicPartition OTHER = new TopicPartition(PARTITION.topic(), 1);

    private final FakeCase service = new FakeCase();
    private MockConsumer<String, String> consumer;
    private QueueReader reader;

    @BeforeEach
    void start() throws IOException {
        service.start();
        restart(0);
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void a_case_goes_from_the_topic_to_a_proposal_and_only_then_is_its_offset_committed() throws Exception {
        add(0, "ADDED");
        reader.once();
        assertThat(service.applied).containsExactly("CLAIM", "EXAMINE", "result", "PROPOSE");
        assertThat(service.state).isEqualTo("PROPOSED");
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void who_died_after_any_answer_was_lost_goes_on_and_does_nothing_twice() throws Exception {
        for (int lost = 1; lost <= 4; lost++) {
            service.reset();
            restart(lost - 1);
            add(lost - 1, "ADDED");
            service.losesAnswerOf = lost;
            reader.once();
            assertThat(committed()).as("answer %d lost", lost).isNotEqualTo(lost);
            // dead; another one begins where the offset stands
            restart(lost - 1);
            add(lost - 1, "ADDED");
            reader.once();
            assertThat(service.applied)
                    .as("answer %d lost", lost)
                    .containsExactly("CLAIM", "EXAMINE", "result", "PROPOSE");
            assertThat(committed()).isEqualTo(lost);
        }
    }

    @Test
    void while_the_service_is_away_nothing_is_committed_and_the_event_comes_again() throws Exception {
        add(0, "ADDED");
        service.away = true;
        reader.once();
        assertThat(committed()).isEqualTo(-1);
        service.away = false;
        restart(0);
        add(0, "ADDED");
        reader.once();
        assertThat(service.state).isEqualTo("PROPOSED");
    }

    @Test
    void while_the_service_is_away_every_partition_of_a_batch_stays_at_its_first_unhandled_event() throws Exception {
        add(PARTITION, 0, "REMOVED");
        add(PARTITION, 1, "ADDED");
        add(PARTITION, 2, "REMOVED");
        add(OTHER, 0, "ADDED");
        add(OTHER, 1, "ADDED");
        service.away = true;
        reader.once();
        assertThat(consumer.position(PARTITION)).isEqualTo(1);
        assertThat(consumer.position(OTHER)).isZero();
        assertThat(committed(PARTITION)).isEqualTo(1);
        assertThat(committed(OTHER)).isEqualTo(-1);
    }

    @Test
    void what_waits_in_one_partition_holds_up_no_other() throws Exception {
        add(PARTITION, 0, "ADDED");
        add(OTHER, 0, "REMOVED");
        service.away = true;
        reader.once();
        assertThat(consumer.position(PARTITION)).isZero();
        assertThat(committed(OTHER)).isEqualTo(1);
    }

    @Test
    void what_others_hold_what_is_frozen_and_what_went_elsewhere_is_left() throws Exception {
        service.state = "CLAIMED";
        add(0, "CHANGED");
        reader.once();
        service.state = "OPEN";
        service.frozen = true;
        add(1, "CHANGED");
        reader.once();
        service.gone = true;
        add(2, "ADDED");
        reader.once();
        assertThat(service.applied).isEmpty();
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void who_is_overtaken_looks_again_and_goes_on() throws Exception {
        service.overtakenOnce = true;
        add(0, "ADDED");
        reader.once();
        assertThat(service.state).isEqualTo("PROPOSED");
    }

    @Test
    void what_is_no_work_and_what_is_no_event_is_passed_over() throws Exception {
        add(0, "REMOVED");
        add(1, "FROZEN");
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 2, "k", "not json"));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 3, "k", null));
        reader.once();
        assertThat(service.asked).isZero();
        assertThat(committed()).isEqualTo(4);
    }

    @Test
    void the_same_intent_has_the_same_key_and_another_has_another() {
        Map<String, Object> body = Map.of("action", "CLAIM");
        String key = HandleCase.key("e", "\"1\"", "CLAIM", body);
        assertThat(HandleCase.key("e", "\"1\"", "CLAIM", Map.of("action", "CLAIM")))
                .isEqualTo(key);
        assertThat(HandleCase.key("f", "\"1\"", "CLAIM", body)).isNotEqualTo(key);
        assertThat(HandleCase.key("e", "\"2\"", "CLAIM", body)).isNotEqualTo(key);
        assertThat(HandleCase.key("e", "\"1\"", "RELEASE", Map.of("fence", 1)))
                .isNotEqualTo(HandleCase.key("e", "\"1\"", "RELEASE", Map.of("fence", 2)));
    }

    private void restart(long from) {
        consumer = new MockConsumer<>("earliest");
        consumer.assign(List.of(PARTITION, OTHER));
        consumer.updateBeginningOffsets(Map.of(PARTITION, from, OTHER, 0L));
        reader = new QueueReader(
                consumer,
                new HandleCase(new CaseApi(service.uri(), FakeCase::token), new ReferenceDepartment.Granting()));
    }

    private void add(long offset, String change) {
        add(PARTITION, offset, change);
    }

    private void add(TopicPartition partition, long offset, String change) {
        ConsumerRecord<String, String> told = new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                FakeCase.ID,
                "{\"change\":\"%s\",\"caseId\":\"%s\"}".formatted(change, FakeCase.ID));
        told.headers().add("ce_id", ("event-" + offset).getBytes(StandardCharsets.UTF_8));
        consumer.addRecord(told);
    }

    private long committed() {
        return committed(PARTITION);
    }

    /** The offset that stands in the group; -1 for none. */
    private long committed(TopicPartition partition) {
        var found = consumer.committed(Set.of(partition)).get(partition);
        return found == null ? -1 : found.offset();
    }
}
