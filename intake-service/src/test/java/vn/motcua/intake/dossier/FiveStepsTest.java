package vn.motcua.intake.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.Channel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class FiveStepsTest {
    private record Cell(Stage from, Action action, Actor actor, Channel channel) {}

    /** Written down a second time by hand, from design.md §3 and deploy/adr/0009: from, action, by, to; {@code *} stays, {@code ~} is derived. */
    private static final String DESIGN =
            """
            PREPARING SUBMIT CITIZEN ONLINE SUBMITTED
            PREPARING SUBMIT RECEPTION ONLINE,POST SUBMITTED
            PREPARING RECEIVE,REFUSE,ASK_SUPPLEMENT RECEPTION COUNTER RECEIVED,REFUSED,AWAITING_SUPPLEMENT
            SUBMITTED RECEIVE,REFUSE,ASK_SUPPLEMENT RECEPTION all RECEIVED,REFUSED,AWAITING_SUPPLEMENT
            PREPARING,SUBMITTED ABANDON RECEPTION all ABANDONED
            PREPARING,SUBMITTED ABANDON CITIZEN ONLINE ABANDONED
            PREPARING ABANDON CLOCK all ABANDONED
            RECEIVED TRANSFER RECEPTION,CLOCK all IN_PROCESS
            IN_PROCESS ASK_SUPPLEMENT,ASK_PAYMENT CASE all AWAITING_SUPPLEMENT,AWAITING_PAYMENT
            AWAITING_SUPPLEMENT SUPPLY RECEPTION all ~
            AWAITING_SUPPLEMENT SUPPLY CITIZEN ONLINE ~
            AWAITING_SUPPLEMENT LAPSE CLOCK all STOPPED
            AWAITING_PAYMENT PAY CASHIER,PAYMENT all IN_PROCESS
            PREPARING,SUBMITTED,RECEIVED,IN_PROCESS,DECIDED PAY CASHIER,PAYMENT all *
            IN_PROCESS EXTEND CASE all IN_PROCESS
            IN_PROCESS APOLOGISE DIRECTOR all IN_PROCESS
            RECEIVED,IN_PROCESS,AWAITING_SUPPLEMENT,AWAITING_PAYMENT ASK_WITHDRAWAL RECEPTION all WITHDRAWAL_REQUESTED
            RECEIVED,IN_PROCESS,AWAITING_SUPPLEMENT,AWAITING_PAYMENT ASK_WITHDRAWAL CITIZEN ONLINE WITHDRAWAL_REQUESTED
            WITHDRAWAL_REQUESTED CONFIRM,DENY RECEPTION all STOPPED,~
            WITHDRAWAL_REQUESTED CANCEL RECEPTION all ~
            WITHDRAWAL_REQUESTED CANCEL CITIZEN ONLINE ~
            WITHDRAWAL_REQUESTED SUPPLY RECEPTION all *
            WITHDRAWAL_REQUESTED SUPPLY CITIZEN ONLINE *
            WITHDRAWAL_REQUESTED PAY CASHIER,PAYMENT all *
            WITHDRAWAL_REQUESTED,IN_PROCESS DECIDE CASE all DECIDED
            DECIDED HAND_OVER RETURN all RETURNED
            REFUSED,STOPPED HAND_OVER RETURN all *
            DECIDED,RETURNED REISSUE CASE all *
            PREPARING CORRECT CITIZEN ONLINE *
            PREPARING,SUBMITTED,RECEIVED,IN_PROCESS,AWAITING_SUPPLEMENT,AWAITING_PAYMENT,WITHDRAWAL_REQUESTED,DECIDED CORRECT RECEPTION all *
            PREPARING,SUBMITTED,RECEIVED,IN_PROCESS,AWAITING_SUPPLEMENT,AWAITING_PAYMENT,WITHDRAWAL_REQUESTED,DECIDED REDATE CLOCK all *
            """;

    @Test
    void every_combination_of_stage_action_actor_and_channel_does_what_the_design_says_and_all_others_are_refused() {
        Map<Cell, String> design = design();
        int refused = 0;
        for (Stage stage : Stage.values()) {
            for (Action action : Action.values()) {
                for (Actor actor : Actor.values()) {
                    for (Channel channel : Channel.values()) {
                        refused += verify(new Cell(stage, action, actor, channel), design) ? 0 : 1;
                    }
                }
            }
        }
        assertThat(refused).isEqualTo(12 * 22 * 8 * 3 - design.size());
    }

    private static boolean verify(Cell cell, Map<Cell, String> design) {
        String to = design.get(cell);
        if (to == null) {
            assertThatThrownBy(() -> StepTable.find(cell.from(), cell.action(), cell.channel(), cell.actor()))
                    .as("%s", cell)
                    .isInstanceOf(ActionNotAllowed.class);
            return false;
        }
        Transition row = StepTable.find(cell.from(), cell.action(), cell.channel(), cell.actor());
        String found =
                switch (row.to().kind()) {
                    case NAMED -> row.to().stage().name();
                    case DERIVED -> "~";
                    case UNCHANGED -> "*";
                };
        assertThat(found).as("%s", cell).isEqualTo(to);
        return true;
    }

    @Test
    void a_stage_action_actor_and_channel_meet_in_one_row_only() {
        Map<Cell, Transition> seen = new HashMap<>();
        for (Transition row : FiveSteps.ROWS) {
            for (Place place : row.from()) {
                for (Channel channel : place.channels()) {
                    for (Actor actor : row.by()) {
                        Cell cell = new Cell(place.stage(), row.action(), actor, channel);
                        assertThat(seen.put(cell, row)).as("%s", cell).isNull();
                    }
                }
            }
        }
    }

    @Test
    void opening_is_the_only_act_before_there_is_a_dossier() {
        Set<Action> first = FiveSteps.ROWS.stream()
                .filter(row -> row.from().contains(Rows.NOTHING))
                .map(Transition::action)
                .collect(Collectors.toSet());
        assertThat(first).containsExactly(Action.OPEN);
        assertThat(StepTable.find(null, Action.OPEN, Channel.ONLINE, Actor.CITIZEN))
                .isNotNull();
        assertThatThrownBy(() -> StepTable.find(null, Action.OPEN, Channel.COUNTER, Actor.CITIZEN))
                .isInstanceOf(ActionNotAllowed.class);
    }

    @Test
    void every_stage_can_be_reached() {
        Set<Stage> reached = EnumSet.noneOf(Stage.class);
        FiveSteps.ROWS.stream()
                .map(row -> row.to().stage())
                .filter(s -> s != null)
                .forEach(reached::add);
        assertThat(reached).containsExactlyInAnyOrder(Stage.values());
    }

    @Test
    void every_stage_that_is_not_the_end_has_a_way_out() {
        for (Stage stage : Stage.values()) {
            boolean wayOut = FiveSteps.ROWS.stream()
                    .filter(row -> Arrays.stream(Channel.values()).anyMatch(c -> row.matches(stage, c)))
                    .anyMatch(row -> row.to().kind() == Target.Kind.DERIVED
                            || row.to().kind() == Target.Kind.NAMED && row.to().stage() != stage);
            assertThat(wayOut).as("%s", stage).isNotEqualTo(stage.terminal());
        }
    }

    @Test
    void every_row_leads_to_the_national_code_it_names() {
        for (Transition row : FiveSteps.ROWS) {
            if (row.to().kind() == Target.Kind.NAMED) {
                Integer code = row.to().stage().national();
                assertThat(row.national()).as("%s", row).isEqualTo(code == null ? List.of() : List.of(code));
            }
        }
    }

    @Test
    void nobody_but_the_case_pauses_and_nobody_but_the_case_decides() {
        for (Transition row : FiveSteps.ROWS) {
            if (row.clock() == ClockEffect.PAUSES || row.clock() == ClockEffect.STOPS) {
                assertThat(row.by()).containsExactly(Actor.CASE);
            }
        }
    }

    @Test
    void the_step_of_a_stage_follows_from_the_transfer() {
        Map<Stage, Integer> before = Map.of(
                Stage.AWAITING_SUPPLEMENT,
                3,
                Stage.AWAITING_PAYMENT,
                3,
                Stage.WITHDRAWAL_REQUESTED,
                3,
                Stage.STOPPED,
                3);
        before.forEach((stage, step) -> {
            assertThat(stage.step(false)).isEqualTo(step);
            assertThat(stage.step(true)).isEqualTo(4);
        });
        assertThat(Stage.PREPARING.step(false)).isEqualTo(2);
        assertThat(Stage.ABANDONED.step(false)).isEqualTo(2);
        assertThat(EnumSet.of(Stage.SUBMITTED, Stage.REFUSED, Stage.RECEIVED)).allMatch(s -> s.step(true) == 3);
        assertThat(EnumSet.of(Stage.DECIDED, Stage.RETURNED)).allMatch(s -> s.step(true) == 5);
    }

    @Test
    void every_action_with_a_body_in_the_api_is_done_by_a_person() {
        for (Transition row : FiveSteps.ROWS) {
            if (row.action().inApi() && row.action() != Action.ASK_SUPPLEMENT) {
                assertThat(row.by())
                        .as("%s", row)
                        .containsAnyOf(Actor.RECEPTION, Actor.CITIZEN, Actor.CASHIER, Actor.DIRECTOR, Actor.CLOCK);
            }
        }
        Set<Action> used = new HashSet<>();
        FiveSteps.ROWS.forEach(row -> used.add(row.action()));
        assertThat(used).containsExactlyInAnyOrder(Action.values());
    }

    private static Map<Cell, String> design() {
        Map<Cell, String> cells = new HashMap<>();
        for (String line : DESIGN.lines().toList()) {
            String[] column = line.split(" ");
            List<String> actions = List.of(column[1].split(","));
            List<String> targets = List.of(column[4].split(","));
            for (String from : column[0].split(",")) {
                for (int i = 0; i < actions.size(); i++) {
                    for (String actor : column[2].split(",")) {
                        for (Channel channel : channels(column[3])) {
                            cells.put(
                                    new Cell(
                                            Stage.valueOf(from),
                                            Action.valueOf(actions.get(i)),
                                            Actor.valueOf(actor),
                                            channel),
                                    targets.get(Math.min(i, targets.size() - 1)));
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static List<Channel> channels(String names) {
        return names.equals("all")
                ? List.of(Channel.values())
                : Arrays.stream(names.split(",")).map(Channel::valueOf).toList();
    }
}
