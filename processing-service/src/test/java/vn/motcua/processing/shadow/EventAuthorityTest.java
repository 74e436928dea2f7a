package vn.motcua.processing.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Unprocessable;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.Contracts.Example;
import vn.motcua.processing.shadow.AuthorityOfRecord.Alive;
import vn.motcua.processing.shadow.AuthorityOfRecord.State;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

class EventAuthorityTest {
    private final EventAuthority authority = new EventAuthority("civil-status", Set.of("office", "economy"));

    @Test
    void every_event_ever_committed_is_read_also_with_an_unknown_field() {
        for (Example example : Contracts.examples("shadow.changed")) {
            State read = (State) authority.read(event(example.with("fieldOfTomorrow", "x")));
            assertThat(read.reference())
                    .isEqualTo(example.data().get("reference").asText());
            assertThat(read.status().code())
                    .isEqualTo(example.data().get("status").asInt());
            assertThat(read.sequence()).isEqualTo(example.data().get("sequence").asLong());
            assertThat(read.due() == null).isEqualTo(example.data().get("due").isNull());
        }
        for (Example example : Contracts.examples("shadow.heartbeat")) {
            assertThat(authority.read(event(example.with("fieldOfTomorrow", "x"))))
                    .isEqualTo(new Alive());
        }
    }

    @Test
    void instants_finer_than_ours_are_cut_so_that_the_same_message_read_again_is_the_same() {
        Example right = Contracts.examples("shadow.changed").get(0);
        State read = (State) authority.read(event(
                right.with("since", "2026-11-23T01:12:00.123456789Z").with("due", "2026-11-24T10:00:00.999999Z")));
        assertThat(read.since()).isEqualTo("2026-11-23T01:12:00.123Z");
        assertThat(read.due()).isEqualTo("2026-11-24T10:00:00.999Z");
    }

    @Test
    void what_the_contract_does_not_allow_is_refused_with_its_reason() {
        Example right = Contracts.examples("shadow.changed").get(0);
        assertRefused(right.with("procedureCode", "birth"), "procedureCode");
        assertRefused(right.with("unit", "Mường Sại"), "unit");
        assertRefused(right.with("department", "moon"), "department");
        assertRefused(right.with("status", "11"), "status");
        assertRefused(right.with("status", "0"), "status");
        assertRefused(right.with("sequence", "0"), "sequence");
        assertRefused(right.with("reference", "another"), "key");
        assertRefused(right.with("since", "yesterday"), "");
    }

    @Test
    void a_name_that_cannot_be_the_end_of_a_topic_stops_the_start() {
        for (String wrong : new String[] {"civil.status", "Civil", "x", "hộ-tịch"}) {
            assertThatThrownBy(() -> new EventAuthority(wrong, Set.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void a_type_of_another_topic_is_refused() {
        Example right = Contracts.examples("shadow.changed").get(0);
        Event other = new Event(
                UUID.randomUUID(),
                "vn.motcua.queue.changed.v1",
                "shadow.civil-status",
                right.content().get("key").asText(),
                Instant.EPOCH,
                right.data());
        assertThatThrownBy(() -> authority.read(other)).isInstanceOf(Unprocessable.class);
    }

    @Test
    void nothing_of_people_fits_the_schema() {
        Example right = Contracts.examples("shadow.changed").get(0);
        assertThat(Contracts.misfits("shadow.changed", right.data())).isEmpty();
        assertThat(Contracts.misfits(
                        "shadow.changed", right.with("ownerName", "x").data()))
                .isNotEmpty();
    }

    private void assertRefused(Example example, String reason) {
        assertThatThrownBy(() -> authority.read(event(example)))
                .as(example.body())
                .isInstanceOf(Unprocessable.class)
                .hasMessageContaining(reason);
    }

    private static Event event(Example example) {
        JsonNode content = example.content();
        return new Event(
                UUID.fromString(content.at("/headers/ce_id").asText()),
                example.type(),
                "shadow.civil-status",
                content.get("key").asText(),
                Instant.parse(content.at("/headers/ce_time").asText()),
                example.data());
    }
}
