package vn.motcua.intake.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.deadline.Calendars.legal;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.motcua.platform.clock.LegalTime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class DeadlinePropertiesTest {
    private static final WorkCalendar CALENDAR = Calendars.shipped();
    private static final Instant FIRST = legal("2026-01-01T00:00");

    @Property
    void a_due_date_is_in_office_hours_of_a_working_day(
            @ForAll("instants") Instant t0, @ForAll("limits") Limit limit, @ForAll("pauseGaps") List<int[]> gaps) {
        Instant due = due(t0, limit, CALENDAR, pauses(t0, gaps));
        assertThat(due.isAfter(t0.minusSeconds(60))).isTrue();
        assertThat(CALENDAR.isWorkingInstant(due)).isTrue();
    }

    @Property
    void a_later_receipt_is_never_due_earlier(
            @ForAll("instants") Instant t0,
            @ForAll @IntRange(max = 20_000) int minutesLater,
            @ForAll("limits") Limit limit,
            @ForAll("pauseGaps") List<int[]> gaps) {
        Instant later = t0.plus(Duration.ofMinutes(minutesLater));
        List<Pause> pauses = pauses(CALENDAR.nextWorkingInstant(later).plus(Duration.ofDays(1)), gaps);
        assertThat(due(later, limit, CALENDAR, pauses)).isAfterOrEqualTo(due(t0, limit, CALENDAR, pauses));
    }

    @Property
    void a_pause_never_brings_the_date_forward(
            @ForAll("instants") Instant t0, @ForAll("limits") Limit limit, @ForAll("pauseGaps") List<int[]> gaps) {
        List<Pause> pauses = pauses(t0, gaps);
        Instant before = due(t0, limit, CALENDAR, List.of());
        for (int n = 1; n <= pauses.size(); n++) {
            Instant with = due(t0, limit, CALENDAR, pauses.subList(0, n));
            assertThat(with).isAfterOrEqualTo(before);
            before = with;
        }
    }

    @Property
    void one_more_day_off_never_shortens(
            @ForAll("instants") Instant t0,
            @ForAll @IntRange(max = 60) int daysLater,
            @ForAll("limits") Limit limit,
            @ForAll("pauseGaps") List<int[]> gaps) {
        LocalDate dayOff = LegalTime.date(t0).plusDays(daysLater);
        WorkCalendar longer = Calendars.shippedWith(dayOff);
        List<Pause> pauses = pauses(longer.nextWorkingInstant(t0).plus(Duration.ofDays(2)), gaps);
        assertThat(due(t0, limit, longer, pauses)).isAfterOrEqualTo(due(t0, limit, CALENDAR, pauses));
    }

    @Property
    void an_explanation_ends_at_the_due_date_and_leaves_no_gap(
            @ForAll("instants") Instant t0, @ForAll("limits") Limit limit, @ForAll("pauseGaps") List<int[]> gaps) {
        List<Pause> pauses = pauses(t0, gaps);
        List<Stretch> told = Deadline.explain(t0, limit, CALENDAR, pauses);
        assertThat(told.get(told.size() - 1).to()).isEqualTo(due(t0, limit, CALENDAR, pauses));
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).from()).isEqualTo(told.get(i - 1).to());
        }
    }

    @Property
    void the_counted_stretches_of_a_working_limit_are_its_office_time(
            @ForAll("instants") Instant t0,
            @ForAll @IntRange(min = 1, max = 40) int amount,
            @ForAll("pauseGaps") List<int[]> gaps) {
        Limit hours = Limit.of(amount, LimitUnit.HOUR);
        assertThat(counted(Deadline.explain(t0, hours, CALENDAR, pauses(t0, gaps))))
                .isEqualTo(Duration.ofHours(amount));
        Limit days = Limit.of(amount, LimitUnit.WORKING_DAY);
        assertThat(counted(Deadline.explain(t0, days, CALENDAR, pauses(t0, gaps))))
                .isEqualTo(Duration.ofMinutes(450L * amount));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return DeadlineArbitraries.instants(FIRST);
    }

    @Provide
    Arbitrary<Limit> limits() {
        return DeadlineArbitraries.limits();
    }

    /** Up to three pauses as minutes of gap before and minutes of length. */
    @Provide
    Arbitrary<List<int[]>> pauseGaps() {
        return Arbitraries.integers()
                .between(0, 12_000)
                .array(int[].class)
                .ofSize(2)
                .list()
                .ofMaxSize(3);
    }

    private static List<Pause> pauses(Instant first, List<int[]> gaps) {
        List<Pause> pauses = new ArrayList<>();
        Instant at = first;
        for (int[] gap : gaps) {
            Instant from = at.plus(Duration.ofMinutes(gap[0]));
            at = from.plus(Duration.ofMinutes(gap[1]));
            pauses.add(new Pause(from, at, Arrays.toString(gap)));
        }
        return pauses;
    }

    private static Duration counted(List<Stretch> told) {
        return told.stream()
                .filter(s -> s.kind() == Stretch.Kind.COUNTED)
                .map(s -> Duration.between(s.from(), s.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant due(Instant t0, Limit limit, WorkCalendar calendar, List<Pause> pauses) {
        return Deadline.due(t0, limit, calendar, pauses).due();
    }
}
