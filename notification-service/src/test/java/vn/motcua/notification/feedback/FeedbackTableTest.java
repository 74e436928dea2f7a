package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.notification.feedback.FeedbackState.Clock;
import vn.motcua.notification.feedback.FeedbackTable.By;
import vn.motcua.notification.feedback.FeedbackTable.Guard;
import vn.motcua.notification.feedback.FeedbackTable.Row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

class FeedbackTableTest {
    private static final Set<Guard> NONE = EnumSet.noneOf(Guard.class);

    /** Acts that say something about the matter itself, or add to it, so that nobody does them whom it concerns. */
    private static final Set<FeedbackAction> JUDGING = EnumSet.of(
            FeedbackAction.DROP,
            FeedbackAction.SCREEN,
            FeedbackAction.REJECT,
            FeedbackAction.ASSIGN,
            FeedbackAction.ASK,
            FeedbackAction.ATTACH,
            FeedbackAction.REPLY,
            FeedbackAction.PROPOSE,
            FeedbackAction.SEND_BACK,
            FeedbackAction.APPROVE,
            FeedbackAction.REDACT,
            FeedbackAction.RETURN_REDACTION,
            FeedbackAction.PUBLISH,
            FeedbackAction.WITHHOLD);

    @Test
    void an_act_from_a_state_stands_in_one_row() {
        Set<String> seen = new HashSet<>();
        for (Row row : FeedbackTable.rows()) {
            assertThat(seen.add(row.from() + " " + row.action())).isTrue();
        }
    }

    @Test
    void every_state_is_reached_and_every_act_has_a_row() {
        Set<FeedbackState> reached = EnumSet.of(FeedbackState.NOTED);
        FeedbackTable.rows().forEach(row -> reached.add(row.to()));
        assertThat(reached).isEqualTo(EnumSet.allOf(FeedbackState.class));
        assertThat(FeedbackTable.rows().stream().map(Row::action).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(FeedbackAction.class));
    }

    @Test
    void where_something_is_owed_an_officer_has_a_way_out_of_the_state() {
        for (FeedbackState state : FeedbackState.values()) {
            boolean out = FeedbackTable.rows().stream()
                    .anyMatch(row -> row.from() == state
                            && row.to() != state
                            && row.by().stream().anyMatch(by -> by != By.PERSON));
            boolean owed = state.clock() != Clock.NONE;
            assertThat(out).as(state.name()).isEqualTo(owed || state == FeedbackState.PUBLISHED);
        }
    }

    @Test
    void whatever_the_table_does_not_say_is_refused_to_everybody() {
        int refused = 0;
        for (FeedbackState from : FeedbackState.values()) {
            for (FeedbackAction action : FeedbackAction.values()) {
                for (By who : By.values()) {
                    boolean said = FeedbackTable.rows().stream()
                            .anyMatch(row -> row.from() == from
                                    && row.action() == action
                                    && row.by().contains(who));
                    assertThat(FeedbackTable.allowed(from, EnumSet.of(who), NONE)
                                    .contains(action))
                            .as("%s %s %s", from, action, who)
                            .isEqualTo(said);
                    refused += said ? 0 : 1;
                }
            }
        }
        assertThat(refused).isGreaterThan(900);
    }

    @Test
    void every_broken_guard_takes_exactly_its_acts_away() {
        for (Row row : FeedbackTable.rows()) {
            for (Guard guard : Guard.values()) {
                assertThat(FeedbackTable.allowed(row.from(), row.by(), EnumSet.of(guard))
                                .contains(row.action()))
                        .as("%s %s without %s", row.from(), row.action(), guard)
                        .isEqualTo(!row.when().contains(guard));
            }
        }
    }

    @Test
    void nobody_judges_what_concerns_them() {
        FeedbackTable.rows().forEach(row -> assertThat(row.when().contains(Guard.NOT_CONCERNED))
                .as(row.toString())
                .isEqualTo(JUDGING.contains(row.action())));
        FeedbackTable.rows().stream()
                .filter(row -> row.action() == FeedbackAction.ASSIGN)
                .forEach(row -> assertThat(row.when()).contains(Guard.ASSIGNEE_NOT_CONCERNED));
    }

    @Test
    void whom_it_concerns_ends_nothing_that_nobody_has_screened_but_by_its_own_track() {
        Set<Guard> concerned = EnumSet.of(Guard.NOT_CONCERNED, Guard.SENT_BY_UNCONCERNED);
        assertThat(FeedbackTable.allowed(FeedbackState.NOTED, EnumSet.of(By.RECEPTION), concerned))
                .containsExactlyInAnyOrder(FeedbackAction.AMEND, FeedbackAction.CONFIRM);
        assertThat(FeedbackTable.allowed(FeedbackState.RECEIVED, EnumSet.of(By.RECEPTION), concerned))
                .containsExactly(FeedbackAction.HAND_OVER);
    }

    @Test
    void an_answer_and_a_publication_take_two_people() {
        FeedbackTable.rows().stream()
                .filter(row -> row.to() == FeedbackState.ANSWERED && row.from() == FeedbackState.PROPOSED)
                .forEach(row -> assertThat(row.when()).contains(Guard.ANOTHERS_ANSWER));
        FeedbackTable.rows().stream()
                .filter(row -> row.to() == FeedbackState.PUBLISHED && row.from() != FeedbackState.PUBLISHED)
                .forEach(row -> assertThat(row.when()).contains(Guard.ANOTHERS_TEXT, Guard.NO_PERSONAL_DATA));
    }

    @Test
    void only_the_director_assigns_and_approves_and_only_the_person_rates() {
        FeedbackTable.rows().stream()
                .filter(row -> row.action() == FeedbackAction.ASSIGN || row.action() == FeedbackAction.APPROVE)
                .forEach(row -> assertThat(row.by()).containsExactly(By.DIRECTOR));
        FeedbackTable.rows().stream()
                .filter(row -> row.action() == FeedbackAction.RATE)
                .forEach(row -> assertThat(row.by()).containsExactly(By.PERSON));
    }

    @Test
    void files_are_added_until_the_person_is_answered_and_no_longer() {
        Set<FeedbackState> open = FeedbackTable.rows().stream()
                .filter(row -> row.action() == FeedbackAction.ATTACH)
                .map(Row::from)
                .collect(Collectors.toSet());
        assertThat(open)
                .containsExactlyInAnyOrder(
                        FeedbackState.NOTED,
                        FeedbackState.RECEIVED,
                        FeedbackState.SCREENED,
                        FeedbackState.ASSIGNED,
                        FeedbackState.ASKED,
                        FeedbackState.PROPOSED);
        assertThat(FeedbackTable.allowed(
                        FeedbackState.RECEIVED, EnumSet.of(By.RECEPTION), EnumSet.of(Guard.FILES_LEFT)))
                .doesNotContain(FeedbackAction.ATTACH);
    }

    @Test
    void a_complaint_leaves_from_the_receipt_until_the_answer_is_proposed_and_for_good() {
        assertThat(FeedbackTable.rows().stream()
                        .filter(row -> row.action() == FeedbackAction.HAND_OVER)
                        .map(Row::from))
                .containsExactlyInAnyOrder(
                        FeedbackState.RECEIVED, FeedbackState.SCREENED, FeedbackState.ASSIGNED, FeedbackState.ASKED);
        assertThat(FeedbackTable.rows()).noneMatch(row -> row.from() == FeedbackState.HANDED_OVER);
    }

    @Test
    void the_database_knows_exactly_these_states() throws IOException {
        String sql = Files.readString(Path.of("src/main/resources/db/migration/V50__hotline.sql"));
        String check = sql.substring(
                sql.indexOf("add constraint feedback_state_check"), sql.indexOf("feedback_channel_check"));
        for (FeedbackState state : FeedbackState.values()) {
            assertThat(check).contains("'" + state + "'");
        }
        assertThat(check.chars().filter(c -> c == '\'').count()).isEqualTo(2L * FeedbackState.values().length);
    }

    @Test
    void the_readme_shows_this_table() throws IOException {
        StringBuilder table =
                new StringBuilder("| From | Act | By | When | To | Limit there |\n|---|---|---|---|---|---|\n");
        for (Row row : FeedbackTable.rows()) {
            table.append("| ")
                    .append(String.join(
                            " | ",
                            row.from().name(),
                            row.action().name(),
                            names(row.by()),
                            names(row.when()),
                            row.to().name(),
                            row.to().clock() == Clock.NONE
                                    ? "–"
                                    : row.to().clock().name()))
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
