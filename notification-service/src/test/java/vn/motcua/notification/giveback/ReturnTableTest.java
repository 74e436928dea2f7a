package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.notification.giveback.ReturnTable.By;
import vn.motcua.notification.giveback.ReturnTable.Guard;
import vn.motcua.notification.giveback.ReturnTable.Row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

class ReturnTableTest {

    @Test
    void an_act_from_a_state_stands_in_one_row() {
        Set<String> seen = new HashSet<>();
        for (Row row : ReturnTable.rows()) {
            assertThat(seen.add(row.from() + " " + row.action())).isTrue();
        }
    }

    @Test
    void every_state_is_reached_and_every_open_one_has_a_way_out() {
        Set<ReturnState> reached = EnumSet.of(ReturnState.WAITING);
        ReturnTable.rows().forEach(row -> reached.add(row.to()));
        assertThat(reached).isEqualTo(EnumSet.allOf(ReturnState.class));

        for (ReturnState state : ReturnState.values()) {
            boolean end = Set.of(ReturnState.HANDED_OVER, ReturnState.PLACED, ReturnState.DELIVERED)
                    .contains(state);
            assertThat(ReturnTable.isEnd(state)).as(state.name()).isEqualTo(end);
        }
    }

    @Test
    void every_act_is_in_the_table() {
        assertThat(ReturnTable.rows().stream().map(Row::action).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(ReturnAction.class));
    }

    @Test
    void whatever_the_table_does_not_say_is_not_found() {
        for (ReturnState from : ReturnState.values()) {
            for (ReturnAction action : ReturnAction.values()) {
                boolean said =
                        ReturnTable.rows().stream().anyMatch(row -> row.from() == from && row.action() == action);
                assertThat(ReturnTable.find(from, action).isPresent()).isEqualTo(said);
            }
        }
    }

    @Test
    void handing_over_and_placing_wait_for_the_fees() {
        ReturnTable.rows().stream()
                .filter(row -> row.action() == ReturnAction.HAND_OVER || row.action() == ReturnAction.PLACE)
                .forEach(row -> assertThat(row.when()).contains(Guard.FEES_SETTLED));
    }

    @Test
    void whatever_ends_a_return_is_offered_to_the_dossier() {
        ReturnTable.rows().forEach(row -> assertThat(row.tells() == ReturnTable.Tells.OFFERED)
                .isEqualTo(ReturnTable.isEnd(row.to()) && !ReturnTable.isEnd(row.from())));
    }

    @Test
    void only_acts_with_a_body_become_buttons_and_only_for_reception() {
        assertThat(ReturnTable.allowed(ReturnState.ANNOUNCED, By.RECEPTION))
                .containsExactly(ReturnAction.HAND_OVER, ReturnAction.POST, ReturnAction.SHELVE);
        assertThat(ReturnTable.allowed(ReturnState.WAITING, By.RECEPTION)).containsExactly(ReturnAction.HAND_OVER);
        for (ReturnState state : ReturnState.values()) {
            assertThat(ReturnTable.allowed(state, By.SYSTEM)).isEmpty();
        }
        assertThat(ReturnTable.allowed(ReturnState.PLACED, By.RECEPTION)).containsExactly(ReturnAction.GIVE_PAPER);
        assertThat(ReturnTable.allowed(ReturnState.ANNOUNCED, By.HOLDER)).containsExactly(ReturnAction.SEND_ON);
        assertThat(ReturnTable.allowed(ReturnState.ON_THE_WAY, By.RECEPTION)).containsExactly(ReturnAction.ARRIVE);
        assertThat(ReturnTable.allowed(ReturnState.ON_THE_WAY, By.HOLDER)).isEmpty();
        assertThat(ReturnTable.allowed(ReturnState.HANDED_OVER, By.HOLDER)).isEmpty();
    }

    @Test
    void a_consignment_is_changed_in_the_house_and_delivered_only_by_the_post() {
        assertThat(ReturnTable.allowed(ReturnState.POSTED, By.RECEPTION, Set.of(Guard.DISPATCHED)))
                .containsExactly(ReturnAction.HAND_OVER, ReturnAction.POST, ReturnAction.SHELVE);
        assertThat(ReturnTable.allowed(ReturnState.POSTED, By.RECEPTION, Set.of(Guard.NOT_DISPATCHED)))
                .containsExactly(ReturnAction.DELIVERED, ReturnAction.UNDELIVERABLE);
    }

    @Test
    void whatever_is_returned_gives_the_paper_of_its_newest_result_once() {
        for (ReturnState state : ReturnState.values()) {
            assertThat(ReturnTable.find(state, ReturnAction.GIVE_PAPER).isPresent())
                    .as(state.name())
                    .isEqualTo(ReturnTable.isEnd(state));
        }
        for (ReturnState end : Set.of(ReturnState.PLACED, ReturnState.HANDED_OVER, ReturnState.DELIVERED)) {
            assertThat(ReturnTable.allowed(end, By.RECEPTION)).containsExactly(ReturnAction.GIVE_PAPER);
            assertThat(ReturnTable.allowed(end, By.RECEPTION, Set.of(Guard.PAPER_NOT_GIVEN)))
                    .isEmpty();
        }
    }

    @Test
    void only_an_electronic_result_without_originals_is_placed_and_only_by_the_system() {
        ReturnTable.rows().stream()
                .filter(row -> row.action() == ReturnAction.PLACE)
                .forEach(row -> {
                    assertThat(row.by()).containsExactly(By.SYSTEM);
                    assertThat(row.when())
                            .containsExactlyInAnyOrder(Guard.FEES_SETTLED, Guard.WISHED_ELECTRONIC, Guard.NO_ORIGINALS);
                });
    }

    @Test
    void the_database_knows_exactly_these_states() throws IOException {
        String sql = Files.readString(Path.of("src/main/resources/db/migration/V46__placed_collected_shelved.sql"));
        for (ReturnState state : ReturnState.values()) {
            assertThat(sql).contains("'" + state + "'");
        }
    }

    @Test
    void the_readme_shows_this_table() throws IOException {
        StringBuilder table =
                new StringBuilder("| From | Act | By | When | To | Dossier |\n|---|---|---|---|---|---|\n");
        for (Row row : ReturnTable.rows()) {
            table.append("| ")
                    .append(String.join(
                            " | ",
                            row.from().name(),
                            row.action().name(),
                            names(row.by()),
                            names(row.when()),
                            row.to().name(),
                            row.tells() == ReturnTable.Tells.OFFERED ? "answers" : "–"))
                    .append(" |\n");
        }
        assertThat(Files.readString(Path.of("README.md"))).contains(table);
    }

    private static String names(Set<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? "–"
                : constants.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }
}
