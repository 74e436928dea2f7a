package vn.motcua.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.notification.delivery.DeliveryTable.Then;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

class DeliveryTableTest {

    @Test
    void a_state_and_what_happens_name_one_row() {
        Set<String> seen = new HashSet<>();
        DeliveryTable.rows().forEach(row -> assertThat(seen.add(row.from() + " " + row.turn()))
                .as("%s %s", row.from(), row.turn())
                .isTrue());
    }

    @Test
    void every_state_is_reached_and_everything_happens_somewhere() {
        Set<DeliveryState> reached = EnumSet.of(DeliveryState.WAITING);
        Set<Turn> happens = EnumSet.noneOf(Turn.class);
        DeliveryTable.rows().forEach(row -> {
            reached.add(row.to());
            happens.add(row.turn());
        });
        assertThat(reached).isEqualTo(EnumSet.allOf(DeliveryState.class));
        assertThat(happens).isEqualTo(EnumSet.allOf(Turn.class));
    }

    @Test
    void nothing_that_is_not_in_the_table_happens() {
        for (DeliveryState from : DeliveryState.values()) {
            for (Turn turn : Turn.values()) {
                long rows = DeliveryTable.rows().stream()
                        .filter(row -> row.from() == from && row.turn() == turn)
                        .count();
                assertThat(DeliveryTable.find(from, turn).isPresent()).isEqualTo(rows == 1);
            }
        }
    }

    @Test
    void what_may_have_left_never_waits_to_leave_again() {
        DeliveryTable.rows().stream()
                .filter(row -> row.to() == DeliveryState.WAITING)
                .forEach(row -> assertThat(row.from() + " " + row.turn()).isEqualTo("SENDING TRY_LATER"));
        for (DeliveryState past : EnumSet.of(
                DeliveryState.HANDED_OVER,
                DeliveryState.UNKNOWN,
                DeliveryState.GIVEN_UP,
                DeliveryState.DELIVERED,
                DeliveryState.FAILED)) {
            assertThat(DeliveryTable.find(past, Turn.BEGIN)).as("%s", past).isEmpty();
            assertThat(DeliveryTable.find(past, Turn.TRY_LATER)).as("%s", past).isEmpty();
        }
    }

    @Test
    void a_message_takes_its_next_way_once_for_each_way_that_failed() {
        DeliveryTable.rows().stream().filter(row -> row.then() == Then.NEXT_WAY).forEach(row -> {
            assertThat(Deliveries.SETTLED).as("%s", row).contains(row.to());
            assertThat(Deliveries.SETTLED).as("%s", row).doesNotContain(row.from());
        });
    }

    @Test
    void the_database_knows_the_same_states() throws Exception {
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V42__deliveries.sql"));
        for (DeliveryState state : DeliveryState.values()) {
            assertThat(migration).contains("'" + state + "'");
        }
    }
}
