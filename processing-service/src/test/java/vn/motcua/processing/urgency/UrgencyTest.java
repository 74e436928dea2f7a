package vn.motcua.processing.urgency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.urgency.Urgency.Known;
import vn.motcua.processing.urgency.Why.Forward;
import vn.motcua.processing.urgency.Why.Reason;
import vn.motcua.processing.urgency.Why.Standing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

class UrgencyTest {
    /** Monday 23 November 2026, 08:00 in Vietnam. */
    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private static final Instant EVENING = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void a_person_who_comes_back_today_goes_before_same_day_work_and_that_before_other_work_due_at_once() {
        long waiting = advance(known(MORNING, EVENING, "COUNTER", "COUNTER"));
        long sameDay = advance(known(MORNING, EVENING, "COUNTER", "POST"));
        long other = advance(known(MORNING.minus(Duration.ofDays(9)), EVENING, "COUNTER", "COUNTER"));
        assertThat(waiting).isGreaterThan(sameDay);
        assertThat(sameDay).isGreaterThan(other);
        assertThat(waiting - sameDay).isEqualTo(Urgency.WAITING_PERSON.toSeconds());
        assertThat(other).isEqualTo(Urgency.LONG_RUNNING_MOST.toSeconds());
    }

    @Test
    void of_two_due_together_the_one_received_earlier_goes_first() {
        Instant due = MORNING.plus(Duration.ofDays(1)).plus(Duration.ofHours(5));
        assertThat(advance(known(MORNING, due, "ONLINE", "POST")))
                .isGreaterThan(advance(known(MORNING.plus(Duration.ofHours(3)), due, "ONLINE", "POST")));
    }

    @Test
    void what_was_received_after_the_cut_off_and_is_due_tomorrow_is_no_same_day_work() {
        Urgency urgency = Urgency.of(
                known(
                        Instant.parse("2026-11-23T08:30:00Z"),
                        Instant.parse("2026-11-24T10:00:00Z"),
                        "COUNTER",
                        "COUNTER"),
                MORNING);
        assertThat(urgency.sameDay()).isFalse();
        assertThat(urgency.waitingPerson()).isFalse();
    }

    @Test
    void an_extension_does_not_take_away_that_it_was_promised_for_the_day() {
        Urgency urgency = Urgency.of(
                new Known(MORNING, EVENING.plus(Duration.ofDays(2)), EVENING, "COUNTER", "COUNTER"), MORNING);
        assertThat(urgency.sameDay()).isTrue();
    }

    @Test
    void a_case_is_at_risk_for_the_last_fifth_of_its_limit_and_at_most_two_days() {
        assertThat(Urgency.of(known(MORNING, MORNING.plus(Duration.ofHours(10)), "POST", "POST"), MORNING)
                        .riskAt())
                .isEqualTo(MORNING.plus(Duration.ofHours(8)));
        Instant due = MORNING.plus(Duration.ofDays(60));
        assertThat(Urgency.of(known(MORNING, due, "POST", "POST"), MORNING).riskAt())
                .isEqualTo(due.minus(Duration.ofHours(48)));
    }

    @Test
    void without_a_receipt_the_opening_counts_and_without_a_due_date_nothing_does() {
        assertThat(Urgency.of(known(null, EVENING, "COUNTER", "COUNTER"), MORNING)
                        .sameDay())
                .isTrue();
        Urgency none = Urgency.of(known(MORNING, null, "COUNTER", "COUNTER"), MORNING);
        assertThat(none.advanceSeconds()).isZero();
        assertThat(none.riskAt()).isNull();
        assertThat(Why.of(known(MORNING, null, "COUNTER", "COUNTER"), MORNING, false, EVENING)
                        .first())
                .isEqualTo(Standing.NO_LIMIT);
    }

    @Test
    void a_due_date_before_the_receipt_is_late_and_breaks_nothing() {
        Known odd = known(EVENING, MORNING, "COUNTER", "COUNTER");
        assertThat(Urgency.of(odd, EVENING).riskAt()).isEqualTo(MORNING);
        Why why = Why.of(odd, EVENING, false, EVENING);
        assertThat(why.first()).isEqualTo(Standing.LATE);
        assertThat(why.usedPercent()).isEqualTo(100);
    }

    @Test
    void the_place_told_is_the_due_date_less_the_minutes_told() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Known known = random(random);
            Why why = Why.of(known, MORNING, false, EVENING);
            long told = why.forward().stream().mapToLong(Forward::minutes).sum();
            long real = Duration.between(why.sortedAt(), known.due()).toSeconds();
            assertThat(real - told * 60).isBetween(0L, 59L);
            assertThat(real).isLessThanOrEqualTo(Urgency.MOST.toSeconds());
        }
    }

    /** The whole point of the key: an order written down yesterday is the order of today. */
    @Test
    void the_order_does_not_change_while_time_passes() {
        Random random = new Random(11);
        List<Known> cases = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            cases.add(random(random));
        }
        List<Known> first = order(cases, MORNING);
        for (int hours = 0; hours < 400; hours += 13) {
            assertThat(order(cases, MORNING.plus(Duration.ofHours(hours)))).isEqualTo(first);
        }
    }

    @Test
    void the_reason_says_how_the_case_stands_against_the_clock_at_the_moment_of_reading() {
        Known days = known(MORNING, MORNING.plus(Duration.ofDays(10)), "ONLINE", "COUNTER");
        assertThat(standing(days, Duration.ofDays(1))).isEqualTo(Standing.IN_TIME);
        assertThat(standing(days, Duration.ofDays(8))).isEqualTo(Standing.AT_RISK);
        assertThat(standing(days, Duration.ofDays(10).minusHours(1))).isEqualTo(Standing.DUE_TODAY);
        assertThat(standing(days, Duration.ofDays(10)))
                .as("the due instant is in time")
                .isEqualTo(Standing.DUE_TODAY);
        assertThat(standing(days, Duration.ofDays(10).plusMillis(1))).isEqualTo(Standing.LATE);
        Why half = Why.of(days, MORNING, false, MORNING.plus(Duration.ofDays(5)));
        assertThat(half.usedPercent()).isEqualTo(50);
        assertThat(half.minutesLeft()).isEqualTo(5 * 24 * 60);
        Why late =
                Why.of(days, MORNING, false, MORNING.plus(Duration.ofDays(10)).plusSeconds(30));
        assertThat(late.minutesLeft()).isEqualTo(-1);
        Why paused = Why.of(days, MORNING, true, MORNING.plus(Duration.ofDays(20)));
        assertThat(paused.first()).isEqualTo(Standing.PAUSED);
        assertThat(paused.minutesLeft()).isNull();
        assertThat(paused.forward()).extracting(Forward::reason).containsExactly(Reason.LONG_RUNNING);
    }

    private static Standing standing(Known known, Duration after) {
        return Why.of(known, MORNING, false, MORNING.plus(after)).first();
    }

    private static List<Known> order(List<Known> cases, Instant now) {
        return cases.stream()
                .sorted(Comparator.comparing(
                        known -> Why.of(known, MORNING, false, now).sortedAt()))
                .toList();
    }

    private static Known random(Random random) {
        Instant received = MORNING.plusSeconds(random.nextInt(864_000));
        return known(
                received,
                received.plusSeconds(60 + random.nextInt(2_000_000)),
                random.nextBoolean() ? "COUNTER" : "ONLINE",
                random.nextBoolean() ? "COUNTER" : "POST");
    }

    private static long advance(Known known) {
        return Urgency.of(known, MORNING).advanceSeconds();
    }

    private static Known known(Instant received, Instant due, String channel, String returnMode) {
        return new Known(received, due, due, channel, returnMode);
    }
}
