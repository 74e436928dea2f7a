package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;
import static vn.motcua.processing.casework.Act.*;
import static vn.motcua.processing.casework.Actor.*;
import static vn.motcua.processing.casework.State.*;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.casework.ActRefused.Reason;
import vn.motcua.processing.casework.CaseTable.Flags;
import vn.motcua.processing.casework.CaseTable.Row;
import vn.motcua.processing.casework.CaseTable.Unanswered;
import vn.motcua.processing.casework.CaseTable.Withdrawal;
import vn.motcua.processing.dossier.Stage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class CaseTableTest {
    private static final int FACTS = Facts.class.getRecordComponents().length;

    private static final Map<Act, List<Facts>> ALL_FACTS = new EnumMap<>(Act.class);

    private static final List<Flags> ALL_FLAGS =
            List.of(Flags.NONE, new Flags(true, false), new Flags(false, true), new Flags(true, true));

    @Test
    void no_two_rows_answer_the_same_question() {
        Set<String> seen = new HashSet<>();
        for (Row row : CaseTable.ROWS) {
            for (Actor actor : row.by()) {
                assertThat(seen.add(row.from() + " " + row.act() + " " + actor))
                        .as(row.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void every_state_can_be_reached_and_every_open_one_has_a_way_out_by_an_act() {
        Set<State> reached = CaseTable.ROWS.stream().map(Row::to).collect(Collectors.toCollection(HashSet::new));
        CaseTable.FOLLOWS.forEach(f -> reached.add(f.to()));
        assertThat(reached).containsExactlyInAnyOrder(State.values());
        for (State state : Set.of(OPEN, CLAIMED, PROPOSED)) {
            assertThat(CaseTable.ROWS).anyMatch(r -> r.from() == state && r.to() != state);
        }
        assertThat(CaseTable.follow(Stage.IN_PROCESS, PAUSED)).isEqualTo(OPEN);
    }

    @Test
    void every_act_has_a_row_and_every_row_a_part() {
        assertThat(CaseTable.ROWS.stream().map(Row::act).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Act.values());
        assertThat(CaseTable.ROWS).allMatch(r -> !r.by().isEmpty() && !r.by().contains(DOSSIER));
    }

    /** State × flags × act × part × all answers of all guards: allowed exactly where a row says so. */
    @Test
    void whatever_is_not_in_the_table_is_refused() {
        int allowed = 0;
        int refused = 0;
        for (State state : State.values()) {
            for (Flags flags : ALL_FLAGS) {
                for (Act act : Act.values()) {
                    for (Actor actor : Actor.values()) {
                        for (Facts facts : allFacts(act)) {
                            boolean expected = expected(state, flags, act, actor, facts);
                            if (happens(state, flags, act, Set.of(actor), facts) != expected) {
                                fail("%s %s %s by %s %s".formatted(state, flags, act, actor, facts));
                            }
                            if (expected) {
                                allowed++;
                            } else {
                                refused++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(allowed).isPositive();
        assertThat(refused).isGreaterThan(10 * allowed);
    }

    @Test
    void what_is_offered_as_allowed_is_exactly_what_happens_for_every_set_of_parts() {
        for (State state : State.values()) {
            for (Flags flags : ALL_FLAGS) {
                for (Set<Actor> parts : subsets()) {
                    for (Facts facts : nearlyAllAlike()) {
                        Set<Act> happening = new TreeSet<>();
                        for (Act act : Act.values()) {
                            if (happens(state, flags, act, parts, facts)) {
                                happening.add(act);
                            }
                        }
                        if (!CaseTable.allowed(state, flags, parts, facts).equals(happening)) {
                            fail("%s %s %s %s".formatted(state, flags, parts, facts));
                        }
                    }
                }
            }
        }
    }

    @Test
    void while_an_act_awaits_its_answer_nobody_does_anything_but_the_person_whose_time_runs_on() {
        for (State state : State.values()) {
            assertThat(CaseTable.allowed(state, new Flags(true, false), officersAndClock(), all(true)))
                    .isEmpty();
            assertThat(CaseTable.allowed(state, new Flags(true, false), Set.of(CITIZEN, RECEPTION), all(true)))
                    .isEqualTo(CaseTable.allowed(state, Flags.NONE, Set.of(CITIZEN, RECEPTION), all(true)));
        }
        assertThat(CaseTable.ROWS)
                .filteredOn(r -> r.unanswered() == Unanswered.GOES_ON)
                .allMatch(r -> Set.of(CONFIRM_DRAFT, OBJECT_DRAFT).contains(r.act()))
                .noneMatch(r -> r.by().contains(CLOCK));
        assertThat(refusal(CLAIMED, new Flags(true, false), PROPOSE, SPECIALIST, all(true))
                        .reason())
                .isEqualTo(Reason.PENDING);
    }

    @Test
    void while_a_withdrawal_is_open_a_case_can_only_be_let_go() {
        for (State state : State.values()) {
            assertThat(CaseTable.allowed(state, new Flags(false, true), EnumSet.allOf(Actor.class), all(true)))
                    .isSubsetOf(RELEASE);
        }
        assertThat(CaseTable.ROWS)
                .filteredOn(r -> r.withdrawal() == Withdrawal.ALLOWS)
                .allMatch(r -> r.act() == RELEASE);
        assertThat(refusal(PROPOSED, new Flags(false, true), DECIDE, APPROVER, all(true))
                        .reason())
                .isEqualTo(Reason.FROZEN);
    }

    @Test
    void reasons_of_a_refusal_are_told_apart() {
        assertThat(refusal(OPEN, Flags.NONE, DECIDE, SPECIALIST, all(true)).reason())
                .isEqualTo(Reason.NOT_YOURS);
        assertThat(refusal(CLOSED, Flags.NONE, CLAIM, SPECIALIST, all(true)).reason())
                .isEqualTo(Reason.NOT_NOW);
        assertThat(refusal(OPEN, Flags.NONE, HAND_ON, SPECIALIST, all(true)).reason())
                .isEqualTo(Reason.NOT_YOUR_PART);
        ActRefused held = refusal(CLAIMED, Flags.NONE, CLAIM, SPECIALIST, all(false));
        assertThat(held.reason()).isEqualTo(Reason.GUARD);
        assertThat(held.guard()).isEqualTo(Guard.HOLDS);
        assertThat(held.allowed()).isEmpty();
    }

    @Test
    void who_proposed_does_not_decide_unless_one_hand_may_do_the_whole() {
        Facts own = facts(1 << 3);
        Facts ownSingleHand = facts(1 << 2 | 1 << 3);
        assertThat(refusal(PROPOSED, Flags.NONE, DECIDE, APPROVER, own).guard()).isEqualTo(Guard.OTHER_HAND);
        assertThat(happens(PROPOSED, Flags.NONE, DECIDE, Set.of(APPROVER), ownSingleHand))
                .isTrue();
    }

    @Test
    void only_acts_that_change_the_dossier_await_its_answer() {
        assertThat(EnumSet.allOf(Act.class).stream().filter(Act::offered))
                .containsExactly(ASK_SUPPLEMENT, ASK_PAYMENT, EXTEND, DECIDE, REISSUE);
    }

    @Test
    void a_case_follows_every_stage_of_its_dossier() {
        for (Stage stage : Stage.values()) {
            for (State state : State.values()) {
                assertThat(CaseTable.follow(stage, state))
                        .as("%s while %s", state, stage)
                        .isEqualTo(followed(stage, state));
            }
        }
    }

    @Test
    void following_the_same_stage_again_changes_nothing() {
        for (Stage stage : Stage.values()) {
            for (State state : State.values()) {
                State once = CaseTable.follow(stage, state);
                assertThat(CaseTable.follow(stage, once)).isEqualTo(once);
            }
        }
    }

    /** Written by stage, against the table written by state. */
    private static State followed(Stage stage, State state) {
        if (state == CLOSED) {
            return CLOSED;
        }
        return switch (stage) {
            case PREPARING, SUBMITTED, RECEIVED, WITHDRAWAL_REQUESTED -> state;
            case IN_PROCESS -> state == PAUSED ? OPEN : state;
            case AWAITING_SUPPLEMENT, AWAITING_PAYMENT -> state == DECIDED ? DECIDED : PAUSED;
            case DECIDED, RETURNED -> DECIDED;
            case REFUSED, STOPPED, ABANDONED -> CLOSED;
        };
    }

    private static boolean expected(State state, Flags flags, Act act, Actor actor, Facts facts) {
        return CaseTable.ROWS.stream()
                .filter(r -> r.from() == state && r.act() == act && r.by().contains(actor))
                .filter(r -> !flags.pending() || r.unanswered() == Unanswered.GOES_ON)
                .filter(r -> !flags.frozen() || r.withdrawal() == Withdrawal.ALLOWS)
                .anyMatch(r -> r.when().stream().allMatch(g -> g.holds(facts)));
    }

    private static boolean happens(State state, Flags flags, Act act, Set<Actor> parts, Facts facts) {
        try {
            CaseTable.find(state, flags, act, parts, facts);
            return true;
        } catch (ActRefused refused) {
            return false;
        }
    }

    private static ActRefused refusal(State state, Flags flags, Act act, Actor actor, Facts facts) {
        return catchThrowableOfType(ActRefused.class, () -> CaseTable.find(state, flags, act, Set.of(actor), facts));
    }

    /** All answers of the guards that some row of the act asks; what none asks is answered both ways together. */
    private static List<Facts> allFacts(Act act) {
        return ALL_FACTS.computeIfAbsent(act, CaseTableTest::factsAsked);
    }

    private static List<Facts> factsAsked(Act act) {
        Set<Guard> asked = CaseTable.ROWS.stream()
                .filter(r -> r.act() == act)
                .flatMap(r -> r.when().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Guard.class)));
        Set<Integer> bitsAsked = new TreeSet<>();
        for (int bit = 0; bit < FACTS; bit++) {
            Facts only = facts(1 << bit);
            Facts without = facts((1 << FACTS) - 1 - (1 << bit));
            if (asked.stream()
                    .anyMatch(g -> g.holds(only) != g.holds(facts(0)) || g.holds(without) != g.holds(all(true)))) {
                bitsAsked.add(bit);
            }
        }
        int mask = bitsAsked.stream().mapToInt(bit -> 1 << bit).sum();
        List<Facts> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << FACTS; bits++) {
            if ((bits & ~mask) == 0) {
                all.add(facts(bits));
                all.add(facts(bits | (1 << FACTS) - 1 & ~mask));
            }
        }
        return all;
    }

    /** Everything alike but for at most two answers. */
    private static List<Facts> nearlyAllAlike() {
        Set<Integer> vectors = new TreeSet<>();
        for (int one = 0; one < FACTS; one++) {
            for (int other = 0; other < FACTS; other++) {
                int two = 1 << one | 1 << other;
                vectors.addAll(List.of(two, (1 << FACTS) - 1 & ~two));
            }
        }
        vectors.addAll(List.of(0, (1 << FACTS) - 1));
        return vectors.stream().map(CaseTableTest::facts).toList();
    }

    private static Facts facts(int bits) {
        return new Facts(
                bit(bits, 0),
                bit(bits, 1),
                bit(bits, 2),
                bit(bits, 3),
                bit(bits, 4),
                bit(bits, 5),
                bit(bits, 6),
                bit(bits, 7),
                bit(bits, 8),
                bit(bits, 9),
                bit(bits, 10),
                bit(bits, 11),
                bit(bits, 12),
                bit(bits, 13),
                bit(bits, 14),
                bit(bits, 15),
                bit(bits, 16),
                bit(bits, 17));
    }

    private static Facts all(boolean value) {
        return facts(value ? (1 << FACTS) - 1 : 0);
    }

    private static Set<Actor> officersAndClock() {
        return EnumSet.complementOf(EnumSet.of(CITIZEN, RECEPTION));
    }

    private static List<Set<Actor>> subsets() {
        return List.of(
                Set.of(),
                Set.of(SPECIALIST),
                Set.of(APPROVER),
                Set.of(DIRECTOR),
                Set.of(CLOCK),
                Set.of(RECEPTION),
                Set.of(CITIZEN),
                Set.of(RECEPTION, SPECIALIST),
                Set.of(COMPETENT_DIRECTOR),
                Set.of(DIRECTOR, COMPETENT_DIRECTOR),
                Set.of(SPECIALIST, COMPETENT_DIRECTOR),
                Set.of(SPECIALIST, APPROVER),
                Set.of(SPECIALIST, DIRECTOR),
                Set.of(APPROVER, DIRECTOR),
                Set.of(SPECIALIST, APPROVER, DIRECTOR));
    }

    private static boolean bit(int bits, int which) {
        return (bits >> which & 1) == 1;
    }
}
