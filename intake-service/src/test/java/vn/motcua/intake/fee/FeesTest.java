package vn.motcua.intake.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.DueAt;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.catalogue.Procedure.Fee;
import vn.motcua.intake.catalogue.Procedure.FeeKind;
import vn.motcua.intake.catalogue.Procedure.FeeRule;
import vn.motcua.intake.catalogue.Procedure.OpenFee;
import vn.motcua.platform.json.EventJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class FeesTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"))
            .resolve("rules/fees.json");

    private static final Procedure CERTIFIED_COPY = with(List.of(tier(2_000, 1, 2), tier(1_000, 3, null)), List.of());

    @Test
    void a_copy_of_three_pages_costs_five_thousand_at_return() {
        FeeQuote quote = Fees.amount(CERTIFIED_COPY, Channel.COUNTER, 3, 1);
        assertThat(quote.totalVnd()).isEqualTo(5_000);
        assertThat(quote.dueAt()).isEqualTo(DueAt.RETURN);
        assertThat(quote.lines()).hasSize(1);
        assertThat(quote.dueVnd(DueAt.FILING)).isZero();
    }

    /** The catalogue tells a fee before anybody files; the counter reckons it: both are held to the same examples. */
    @TestFactory
    List<DynamicTest> the_examples_shared_with_the_catalogue_cost_the_same_here() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : EventJson.tree(Files.readString(EXAMPLES))) {
            tests.add(DynamicTest.dynamicTest(each.get("example").asText(), () -> {
                FeeQuote quote = Fees.amount(
                        EventJson.read(each, Procedure.class),
                        Channel.valueOf(each.get("channel").asText()),
                        each.get("pages").asInt(),
                        each.get("copies").asInt());
                assertThat(quote.totalVnd()).isEqualTo(EventJson.read(each.get("totalVnd"), Long.class));
                if (!each.get("dueAt").isNull()) {
                    assertThat(quote.dueAt()).hasToString(each.get("dueAt").asText());
                }
            }));
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(30);
        return tests;
    }

    @Property
    void a_certified_copy_costs_by_the_formula_of_the_circular(
            @ForAll @IntRange(min = 1, max = 2_000) int p, @ForAll @IntRange(min = 1, max = 2_000) int n) {
        long formula = n * Math.min(200_000L, 2_000L * Math.min(p, 2) + 1_000L * Math.max(p - 2, 0));
        assertThat(Fees.amount(CERTIFIED_COPY, Channel.POST, p, n).totalVnd()).isEqualTo(formula);
    }

    @Property
    void one_more_page_or_copy_never_costs_less(
            @ForAll @IntRange(min = 1, max = 5_000) int p, @ForAll @IntRange(min = 1, max = 5_000) int n) {
        long fee = Fees.amount(CERTIFIED_COPY, Channel.COUNTER, p, n).totalVnd();
        assertThat(Fees.amount(CERTIFIED_COPY, Channel.COUNTER, p + 1, n).totalVnd())
                .isGreaterThanOrEqualTo(fee);
        assertThat(Fees.amount(CERTIFIED_COPY, Channel.COUNTER, p, n + 1).totalVnd())
                .isGreaterThan(fee);
    }

    /** The cap of 200,000 đ is one of each copy, never of the sum. */
    @Test
    void several_originals_cost_what_each_costs_alone_in_their_order() {
        FeeQuote quote = Fees.amount(
                CERTIFIED_COPY,
                Channel.COUNTER,
                List.of(new Fees.Counted(3, 1), new Fees.Counted(1, 4), new Fees.Counted(500, 2)));
        assertThat(quote.lines()).extracting(FeeQuote.Line::amountVnd).containsExactly(5_000L, 8_000L, 400_000L);
        assertThat(quote.totalVnd()).isEqualTo(413_000);
    }

    @Test
    void what_counts_neither_pages_nor_copies_is_owed_once_whatever_the_number_of_originals() {
        Procedure both =
                with(List.of(fixed(null, 30_000L, "case"), tier(2_000, 1, 2), tier(1_000, 3, null)), List.of());
        List<Fees.Counted> two = List.of(new Fees.Counted(1, 1), new Fees.Counted(2, 1));
        assertThat(Fees.amount(both, Channel.COUNTER, two).totalVnd()).isEqualTo(36_000);
        assertThatThrownBy(() -> Fees.amount(both, Channel.COUNTER, List.of(two.get(0), new Fees.Counted(0, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_channel_without_a_row_is_not_established_and_not_free() {
        Procedure residence = with(
                List.of(fixed(Channel.ONLINE, 10_000L, "case"), fixed(Channel.COUNTER, 20_000L, "case")), List.of());
        assertThat(Fees.amount(residence, Channel.ONLINE, 0, 0).totalVnd()).isEqualTo(10_000);
        assertThat(Fees.amount(residence, Channel.COUNTER, 0, 0).totalVnd()).isEqualTo(20_000);
        FeeQuote post = Fees.amount(residence, Channel.POST, 0, 0);
        assertThat(post.established()).isFalse();
        assertThat(post.totalVnd()).isNull();
        assertThat(post.lines()).isEmpty();
    }

    @Test
    void free_is_an_amount_of_zero() {
        Fee free = new Fee(null, FeeKind.CHARGE, FeeRule.FREE, 0L, null, null, null, null, null, null, "list");
        FeeQuote quote = Fees.amount(with(List.of(free), List.of()), Channel.COUNTER, 0, 0);
        assertThat(quote.established()).isTrue();
        assertThat(quote.totalVnd()).isZero();
    }

    @Test
    void a_part_that_cannot_be_named_makes_the_whole_not_established() {
        Procedure half =
                with(List.of(fixed(Channel.COUNTER, 10_000L, "case"), fixed(Channel.COUNTER, null, "case")), List.of());
        assertThat(Fees.amount(half, Channel.COUNTER, 0, 0).established()).isFalse();
        Procedure province =
                with(List.of(fixed(null, 10_000L, "case")), List.of(new OpenFee(Channel.POST, "PROVINCE")));
        assertThat(Fees.amount(province, Channel.POST, 0, 0).established()).isFalse();
        assertThat(Fees.amount(province, Channel.COUNTER, 0, 0).totalVnd()).isEqualTo(10_000);
    }

    @Test
    void a_fee_per_copy_is_multiplied_and_one_per_case_is_not() {
        assertThat(Fees.amount(with(List.of(fixed(null, 8_000L, "copy")), List.of()), Channel.COUNTER, 0, 3)
                        .totalVnd())
                .isEqualTo(24_000);
        assertThat(Fees.amount(with(List.of(fixed(null, 10_000L, "case")), List.of()), Channel.COUNTER, 0, 3)
                        .totalVnd())
                .isEqualTo(10_000);
    }

    @Test
    void a_fee_without_a_time_is_due_at_filing() {
        assertThat(Fees.amount(with(List.of(fixed(null, 8_000L, "case")), List.of()), Channel.COUNTER, 0, 0)
                        .dueAt())
                .isEqualTo(DueAt.FILING);
    }

    @Test
    void quantities_that_are_counted_must_be_sensible() {
        assertThatThrownBy(() -> Fees.amount(CERTIFIED_COPY, Channel.COUNTER, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fees.amount(CERTIFIED_COPY, Channel.COUNTER, 3, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fees.amount(CERTIFIED_COPY, Channel.COUNTER, 3, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fees.amount(CERTIFIED_COPY, Channel.COUNTER, Fees.MAX_QUANTITY + 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Fee tier(long amount, int from, Integer to) {
        return new Fee(
                null, FeeKind.FEE, FeeRule.TIERED_PER_PAGE, amount, from, to, 200_000L, "copy", DueAt.RETURN, true, "");
    }

    private static Fee fixed(Channel channel, Long amount, String per) {
        return new Fee(channel, FeeKind.CHARGE, FeeRule.FIXED, amount, null, null, null, per, null, true, "");
    }

    private static Procedure with(List<Fee> fees, List<OpenFee> open) {
        return new Procedure(
                "2.000815",
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                fees,
                open,
                null,
                null,
                null,
                null);
    }
}
