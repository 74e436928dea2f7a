package vn.motcua.processing.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.routing.RoutingRules.RuleSet;

import java.time.Instant;
import java.util.List;

class RoutingRuleTest {
    private static final RoutingFacts BIRTH = new RoutingFacts(
            "1.001193", List.of("1.001193-01", "1.001193-04"), "14-03712-20250701", "ONLINE", "POST", 1L, null);

    @Test
    void a_rule_fits_where_all_that_it_names_fits() {
        assertThat(rule("1.001193", null, null, "ONLINE", null, null).fits(BIRTH))
                .isTrue();
        assertThat(rule("1.001193", null, null, "COUNTER", null, null).fits(BIRTH))
                .isFalse();
        assertThat(rule(null, "1.001193-04", null, null, null, null).fits(BIRTH))
                .isTrue();
        assertThat(rule(null, "1.001193-09", null, null, null, null).fits(BIRTH))
                .isFalse();
        assertThat(rule(null, null, "14-03703-20250701", null, null, null).fits(BIRTH))
                .isFalse();
        assertThat(rule(null, null, null, null, "POST", null).fits(BIRTH)).isTrue();
    }

    @Test
    void a_value_fits_up_to_its_bound_and_never_where_there_is_no_date() {
        assertThat(rule(null, null, null, null, null, 1).fits(BIRTH)).isTrue();
        RoutingFacts later = new RoutingFacts("1.001193", List.of(), "14-03712-20250701", "ONLINE", "POST", 2L, null);
        assertThat(rule(null, null, null, null, null, 1).fits(later)).isFalse();
        RoutingFacts undated =
                new RoutingFacts("1.001193", List.of(), "14-03712-20250701", "ONLINE", "POST", null, null);
        assertThat(rule(null, null, null, null, null, 366).fits(undated)).isFalse();
    }

    @Test
    void the_first_rule_that_fits_decides() {
        RuleSet set = new RuleSet(
                "14-03712-20250701",
                3,
                "ACTIVE",
                2,
                List.of(named("never", "9.999999"), named("birth", "1.001193"), named("birth again", "1.001193")),
                null,
                Instant.EPOCH,
                null,
                Instant.EPOCH);
        assertThat(set.first(BIRTH)).map(RoutingRule::name).contains("birth");
        assertThat(set.first(new RoutingFacts("2.000815", List.of(), null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void a_rule_that_names_nothing_asks_nothing() {
        assertThat(rule(null, null, null, null, null, null).asksSomething()).isFalse();
        assertThat(rule(null, null, null, null, null, 5).asksSomething()).isTrue();
    }

    private static RoutingRule named(String name, String procedure) {
        return new RoutingRule(
                name, procedure, null, null, null, null, null, null, null, null, null, null, null, "economy");
    }

    private static RoutingRule rule(
            String procedure, String component, String receivingUnit, String channel, String returnMode, Integer days) {
        return new RoutingRule(
                "rule",
                procedure,
                component,
                receivingUnit,
                channel,
                returnMode,
                null,
                null,
                null,
                null,
                null,
                null,
                days,
                "economy");
    }
}
