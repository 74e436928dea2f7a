package vn.motcua.processing.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.dossier.Brought;

import java.util.List;
import java.util.function.Consumer;

/** Rules that ask what was brought: a paper that is there or is not asked for, pages, copies, fees. */
class BroughtRuleTest {
    private static final Brought BROUGHT =
            new Brought(new String[] {"1.013225-01", "1.013225-03"}, new String[] {"1.013225-02"}, 12, 3, 50_000L);

    /** What a rule may ask; null asks nothing. */
    private static final class Asked {
        private String presented;
        private String notApplicable;
        private Integer pages;
        private Integer copies;
        private Long feesFrom;
        private Long feesBelow;
    }

    @Test
    void a_paper_that_is_there_is_not_one_that_is_not_asked_for() {
        assertThat(fits(asked -> asked.presented = "1.013225-01")).isTrue();
        assertThat(fits(asked -> asked.presented = "1.013225-02")).isFalse();
        assertThat(fits(asked -> asked.presented = "1.013225-09")).isFalse();
        assertThat(fits(asked -> asked.notApplicable = "1.013225-02")).isTrue();
        assertThat(fits(asked -> asked.notApplicable = "1.013225-03")).isFalse();
    }

    @Test
    void each_bound_fits_on_its_own_side_and_at_its_edge() {
        for (int[] each : new int[][] {{11, 1}, {12, 1}, {13, 0}}) {
            assertThat(fits(asked -> asked.pages = each[0])).isEqualTo(each[1] == 1);
        }
        for (int[] each : new int[][] {{2, 1}, {3, 1}, {4, 0}}) {
            assertThat(fits(asked -> asked.copies = each[0])).isEqualTo(each[1] == 1);
        }
        for (long[] each : new long[][] {{49_999, 1, 0}, {50_000, 1, 0}, {50_001, 0, 1}}) {
            assertThat(fits(asked -> asked.feesFrom = each[0])).isEqualTo(each[1] == 1);
            assertThat(fits(asked -> asked.feesBelow = each[0])).isEqualTo(each[2] == 1);
        }
    }

    /** All 64 choices of which conditions to ask, each holding or not: the rule fits where all that are asked hold. */
    @Test
    void a_rule_fits_where_all_that_it_asks_holds() {
        for (int asks = 0; asks < 64; asks++) {
            for (int holds = 0; holds < 64; holds++) {
                RoutingRule rule = rule(asks, holds);
                assertThat(rule.fits(facts(BROUGHT))).as(rule.toString()).isEqualTo((asks & ~holds) == 0);
                assertThat(rule.asksSomething()).isEqualTo(asks != 0);
            }
        }
    }

    @Test
    void what_no_event_told_fits_no_rule_that_asks_for_it_and_every_rule_that_does_not() {
        for (int asks = 1; asks < 64; asks++) {
            assertThat(rule(asks, 63).fits(facts(null))).isFalse();
        }
        assertThat(rule(0, 0).fits(facts(null))).isTrue();
    }

    @Test
    void fees_that_are_not_established_are_neither_much_nor_little() {
        Brought unknown = new Brought(new String[0], new String[0], 0, 0, null);
        Brought free = new Brought(new String[0], new String[0], 0, 0, 0L);
        assertThat(rule(16, 63).fits(facts(unknown))).isFalse();
        assertThat(rule(32, 63).fits(facts(unknown))).isFalse();
        assertThat(rule(32, 63).fits(facts(free))).isTrue();
    }

    @Test
    void what_can_never_fit_is_known_as_such() {
        assertThat(asking(asked -> {
                            asked.feesFrom = 10L;
                            asked.feesBelow = 10L;
                        })
                        .contradictory())
                .isTrue();
        assertThat(asking(asked -> asked.presented = asked.notApplicable = "1.013225-01")
                        .contradictory())
                .isTrue();
        assertThat(asking(asked -> {
                            asked.feesFrom = 10L;
                            asked.feesBelow = 11L;
                        })
                        .contradictory())
                .isFalse();
    }

    private static RoutingRule rule(int asks, int holds) {
        return asking(asked -> {
            asked.presented = (asks & 1) == 0 ? null : (holds & 1) != 0 ? "1.013225-01" : "1.013225-02";
            asked.notApplicable = (asks & 2) == 0 ? null : (holds & 2) != 0 ? "1.013225-02" : "1.013225-01";
            asked.pages = (asks & 4) == 0 ? null : (holds & 4) != 0 ? Integer.valueOf(12) : Integer.valueOf(13);
            asked.copies = (asks & 8) == 0 ? null : (holds & 8) != 0 ? Integer.valueOf(3) : Integer.valueOf(4);
            asked.feesFrom = (asks & 16) == 0 ? null : (holds & 16) != 0 ? Long.valueOf(50_000) : Long.valueOf(50_001);
            asked.feesBelow = (asks & 32) == 0 ? null : (holds & 32) != 0 ? Long.valueOf(50_001) : Long.valueOf(50_000);
        });
    }

    private static boolean fits(Consumer<Asked> what) {
        return asking(what).fits(facts(BROUGHT));
    }

    private static RoutingRule asking(Consumer<Asked> what) {
        Asked asked = new Asked();
        what.accept(asked);
        return new RoutingRule(
                "rule",
                null,
                null,
                null,
                null,
                null,
                asked.presented,
                asked.notApplicable,
                asked.pages,
                asked.copies,
                asked.feesFrom,
                asked.feesBelow,
                null,
                "economy");
    }

    private static RoutingFacts facts(Brought brought) {
        return new RoutingFacts("1.013225", List.of(), "14-03712-20250701", "COUNTER", "COUNTER", 5L, brought);
    }
}
