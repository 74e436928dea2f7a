package vn.motcua.notification.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.notification.satisfaction.Groups.Group;
import vn.motcua.notification.satisfaction.Groups.Waiting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

class GroupsTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    private static List<Waiting> waiting(LocalDate month, String procedures) {
        List<Waiting> waiting = new ArrayList<>();
        for (char each : procedures.toCharArray()) {
            waiting.add(new Waiting(UUID.randomUUID(), String.valueOf(each), month));
        }
        return waiting;
    }

    @Test
    void five_of_one_procedure_are_counted_at_once_whoever_else_waits() {
        List<Waiting> waiting = waiting(NOVEMBER, "AABAAA");
        Group group = Groups.next(waiting).orElseThrow();
        assertThat(group.ofOneProcedure()).isTrue();
        assertThat(group.answers()).hasSize(5).doesNotContain(waiting.get(2).id());
    }

    @Test
    void nine_of_several_procedures_wait_and_ten_leave_those_with_hope_of_company() {
        assertThat(Groups.next(waiting(NOVEMBER, "AAAABBBCD"))).isEmpty();
        List<Waiting> ten = waiting(NOVEMBER, "AAAABBBCDE");
        Group group = Groups.next(ten).orElseThrow();
        assertThat(group.ofOneProcedure()).isFalse();
        assertThat(group.answers())
                .hasSize(5)
                .contains(ten.get(7).id(), ten.get(8).id(), ten.get(9).id())
                .doesNotContainAnyElementsOf(
                        ten.subList(0, 4).stream().map(Waiting::id).toList());
    }

    @Test
    void an_answer_of_a_month_before_waits_no_longer_than_the_newer_ones() {
        List<Waiting> ten = waiting(NOVEMBER.minusMonths(1), "AAAA");
        ten.addAll(waiting(NOVEMBER, "BBBCDE"));
        assertThat(Groups.next(ten).orElseThrow().answers())
                .containsAll(ten.subList(0, 4).stream().map(Waiting::id).toList());
    }

    /** All that was ever shown of a unit: answers in each figure, by their numbers. */
    private static final class Shown {
        private final Set<BitSet> units = new HashSet<>();
        private final Set<BitSet> procedures = new HashSet<>();
        private final Set<BitSet> remainders = new HashSet<>();
    }

    @Test
    void no_two_figures_of_whatever_moments_differ_by_fewer_answers_than_a_group() {
        for (long seed = 1; seed <= 40; seed++) {
            Shown shown = story(new Random(seed), 150);
            List<BitSet> figures = new ArrayList<>(shown.units);
            figures.addAll(shown.procedures);
            assertThat(shown.procedures).as("seed " + seed).isNotEmpty();
            for (BitSet one : figures) {
                assertThat(one.cardinality()).isGreaterThanOrEqualTo(Groups.TOGETHER);
                for (BitSet other : figures) {
                    BitSet apart = (BitSet) one.clone();
                    apart.xor(other);
                    assertThat(apart.cardinality()).as("seed " + seed).isNotIn(1, 2, 3, 4);
                }
            }
            for (BitSet rest : shown.remainders) {
                assertThat(rest.cardinality()).as("seed " + seed).isNotIn(1, 2, 3, 4);
            }
        }
    }

    /** Answers come, months go by, groups of twelve months before leave; each figure is what the rule lets it count. */
    private static Shown story(Random random, int answers) {
        Shown shown = new Shown();
        List<Waiting> waiting = new ArrayList<>();
        Map<UUID, Integer> numbers = new HashMap<>();
        Map<UUID, String> procedures = new HashMap<>();
        Map<Group, LocalDate> closed = new HashMap<>();
        LocalDate month = NOVEMBER;
        for (int i = 0; i < answers; i++) {
            month = random.nextInt(8) == 0 ? month.plusMonths(1) : month;
            // one procedure is asked for much, others seldom
            String procedure = "P" + (int) Math.abs(random.nextGaussian() * 2);
            Waiting said = new Waiting(new UUID(random.nextLong(), random.nextLong()), procedure, month);
            numbers.put(said.id(), i);
            procedures.put(said.id(), procedure);
            waiting.add(said);
            Optional<Group> group = Groups.next(waiting);
            if (group.isPresent()) {
                closed.put(group.get(), month);
                waiting.removeIf(each -> group.get().answers().contains(each.id()));
            }
            assertThat(waiting).hasSizeLessThan(Groups.PATIENCE);
            look(shown, closed, month.minusMonths(12), numbers, procedures);
        }
        return shown;
    }

    private static void look(
            Shown shown,
            Map<Group, LocalDate> closed,
            LocalDate since,
            Map<UUID, Integer> numbers,
            Map<UUID, String> procedures) {
        BitSet unit = new BitSet();
        Map<String, BitSet> each = new HashMap<>();
        closed.forEach((group, month) -> {
            if (month.isBefore(since)) {
                return;
            }
            group.answers().forEach(id -> {
                unit.set(numbers.get(id));
                if (group.ofOneProcedure()) {
                    each.computeIfAbsent(procedures.get(id), key -> new BitSet())
                            .set(numbers.get(id));
                }
            });
        });
        if (!unit.isEmpty()) {
            shown.units.add(unit);
        }
        shown.procedures.addAll(each.values());
        BitSet rest = (BitSet) unit.clone();
        each.values().forEach(rest::andNot);
        shown.remainders.add(rest);
    }
}
