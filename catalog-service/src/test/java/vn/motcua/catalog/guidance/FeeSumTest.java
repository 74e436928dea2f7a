package vn.motcua.catalog.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.catalog.guidance.GuideTest.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.catalog.guidance.FeeSum.State;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.DueAt;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.platform.json.EventJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class FeeSumTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"))
            .resolve("rules/fees.json");

    @ParameterizedTest
    @CsvSource({"1, 1, 2000", "2, 1, 4000", "3, 1, 5000", "3, 2, 10000", "200, 1, 200000", "500, 2, 400000"})
    void a_certified_copy_costs_by_page_and_copy_up_to_the_cap(int pages, int copies, long vnd) {
        FeeSum sum = FeeSum.of(procedure("2.000815"), Channel.COUNTER, pages, copies);
        assertThat(sum.state()).isEqualTo(State.AMOUNT);
        assertThat(sum.totalVnd()).isEqualTo(vnd);
    }

    @TestFactory
    List<DynamicTest> the_examples_shared_with_intake_cost_the_same_here() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : EventJson.tree(Files.readString(EXAMPLES))) {
            tests.add(DynamicTest.dynamicTest(each.get("example").asText(), () -> {
                FeeSum sum = FeeSum.of(
                        EventJson.read(each, Procedure.class),
                        Channel.valueOf(each.get("channel").asText()),
                        EventJson.read(each.get("pages"), Integer.class),
                        EventJson.read(each.get("copies"), Integer.class));
                assertThat(sum.totalVnd()).isEqualTo(EventJson.read(each.get("totalVnd"), Long.class));
                assertThat(sum.dueAt()).isEqualTo(EventJson.read(each.get("dueAt"), DueAt.class));
                assertThat(sum.state()).isNotEqualTo(State.COUNT_MISSING);
            }));
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(30);
        return tests;
    }

    @Test
    void without_the_number_of_pages_no_amount_is_named() {
        assertThat(FeeSum.of(procedure("2.000815"), Channel.COUNTER, null, 1).state())
                .isEqualTo(State.COUNT_MISSING);
    }

    @Test
    void a_fee_may_differ_by_channel() {
        assertThat(FeeSum.of(procedure("1.004222"), Channel.COUNTER, null, null).totalVnd())
                .isEqualTo(20_000);
        assertThat(FeeSum.of(procedure("1.004222"), Channel.ONLINE, null, null).totalVnd())
                .isEqualTo(10_000);
    }

    @Test
    void free_is_said_only_where_every_row_says_so_and_whatever_is_open_is_never_free() {
        for (Procedure each : HeadingsTest.PROCEDURES) {
            for (Channel channel : Channel.values()) {
                FeeSum sum = FeeSum.of(each, channel, 3, 2);
                boolean free = each.fees().stream()
                        .anyMatch(fee ->
                                fee.rule() == FeeRule.FREE && (fee.channel() == null || fee.channel() == channel));
                assertThat(sum.state() == State.FREE && !free).as(each.code()).isFalse();
                assertThat(sum.totalVnd() != null)
                        .as(each.code())
                        .isEqualTo(sum.state() == State.FREE || sum.state() == State.AMOUNT);
                boolean open = each.openFees().stream().anyMatch(fee -> fee.channel() == channel);
                assertThat(open && sum.totalVnd() != null).as(each.code()).isFalse();
            }
        }
    }
}
