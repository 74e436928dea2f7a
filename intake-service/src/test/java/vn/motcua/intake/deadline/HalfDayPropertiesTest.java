package vn.motcua.intake.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.deadline.Calendars.legal;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.clock.LegalTime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rule under calendars whose days differ: half days, and a summer with other hours. */
class HalfDayPropertiesTest {
    private static final Instant FIRST = legal("2026-01-01T00:00");
    private static final OfficeWindow MORNING = new OfficeWindow(LocalTime.of(7, 30), LocalTime.of(11, 30));
    private static final OfficeWindow AFTERNOON = new OfficeWindow(LocalTime.of(13, 30), LocalTime.of(16, 0));
    private static final WorkCalendar.Season SUMMER = new WorkCalendar.Season(
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 8, 31),
            List.of(
                    new OfficeWindow(LocalTime.of(7, 0), LocalTime.of(11, 0)),
                    new OfficeWindow(LocalTime.of(14, 0), LocalTime.of(17, 30))));

    @Property(tries = 300)
    void a_due_date_is_in_office_hours_of_a_working_day(
            @ForAll("instants") Instant t0,
            @ForAll("limits") Limit limit,
            @ForAll("halfDays") Map<LocalDate, OfficeWindow> half) {
        WorkCalendar calendar = calendar(half);
        Instant due = due(t0, limit, calendar);
        assertThat(due.isAfter(t0.minusSeconds(60))).isTrue();
        assertThat(calendar.isWorkingInstant(due)).isTrue();
    }

    @Property(tries = 300)
    void a_later_receipt_is_never_due_earlier(
            @ForAll("instants") Instant t0,
            @ForAll @IntRange(max = 20_000) int minutesLater,
            @ForAll("limits") Limit limit,
            @ForAll("halfDays") Map<LocalDate, OfficeWindow> half) {
        WorkCalendar calendar = calendar(half);
        assertThat(due(t0.plus(Duration.ofMinutes(minutesLater)), limit, calendar))
                .isAfterOrEqualTo(due(t0, limit, calendar));
    }

    @Property(tries = 300)
    void one_more_half_day_never_shortens_a_limit_of_days_or_hours(
            @ForAll("instants") Instant t0,
            @ForAll @IntRange(max = 60) int daysLater,
            @ForAll("limits") Limit limit,
            @ForAll("halfDays") Map<LocalDate, OfficeWindow> half) {
        if (limit.unit() == LimitUnit.SAME_DAY || limit.unit() == LimitUnit.MONTH) {
            return; // these end when the office closes on a day, which on a half day is earlier
        }
        Map<LocalDate, OfficeWindow> more = new HashMap<>(half);
        LocalDate day = LegalTime.date(t0).plusDays(daysLater);
        more.putIfAbsent(day, insideOf(calendar(half).hoursOn(day).get(0)));
        assertThat(due(t0, limit, calendar(more))).isAfterOrEqualTo(due(t0, limit, calendar(half)));
    }

    @Property(tries = 300)
    void the_counted_stretches_of_a_limit_in_hours_are_these_hours_and_leave_no_gap(
            @ForAll("instants") Instant t0,
            @ForAll @IntRange(min = 1, max = 40) int amount,
            @ForAll("halfDays") Map<LocalDate, OfficeWindow> half) {
        WorkCalendar calendar = calendar(half);
        Limit hours = Limit.of(amount, LimitUnit.HOUR);
        List<Stretch> told = Deadline.explain(t0, hours, calendar, List.of());
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).from()).isEqualTo(told.get(i - 1).to());
        }
        assertThat(told.get(told.size() - 1).to()).isEqualTo(due(t0, hours, calendar));
        assertThat(told.stream()
                        .filter(s -> s.kind() == Stretch.Kind.COUNTED)
                        .map(s -> Duration.between(s.from(), s.to()))
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofHours(amount));
    }

    @Property(tries = 300)
    void the_end_of_the_receipt_day_is_never_before_the_receipt(
            @ForAll("instants") Instant t0, @ForAll("halfDays") Map<LocalDate, OfficeWindow> half) {
        assertThat(calendar(half).endOfReceiptDay(t0)).isAfterOrEqualTo(t0.minusSeconds(60));
    }

    @Test
    void a_half_day_is_a_working_day_with_fewer_hours() {
        WorkCalendar calendar = calendar(Map.of(LocalDate.of(2026, 11, 20), MORNING));
        assertThat(due(legal("2026-11-20T10:00"), Limit.sameDay(), calendar)).isEqualTo(legal("2026-11-20T11:30"));
        assertThat(due(legal("2026-11-20T14:00"), Limit.sameDay(), calendar)).isEqualTo(legal("2026-11-23T17:00"));
        assertThat(due(legal("2026-11-20T10:30"), Limit.of(2, LimitUnit.HOUR), calendar))
                .isEqualTo(legal("2026-11-23T08:30"));
        assertThat(due(legal("2026-11-19T15:00"), Limit.of(1, LimitUnit.WORKING_DAY), calendar))
                .isEqualTo(legal("2026-11-23T07:30"));
        assertThat(calendar.endOfReceiptDay(legal("2026-11-20T14:00"))).isEqualTo(legal("2026-11-23T07:30"));
    }

    @Test
    void hours_of_a_season_hold_in_their_season() {
        WorkCalendar calendar = calendar(Map.of());
        assertThat(due(legal("2026-06-12T16:00"), Limit.sameDay(), calendar)).isEqualTo(legal("2026-06-15T17:30"));
        assertThat(due(legal("2026-11-20T10:00"), Limit.sameDay(), calendar)).isEqualTo(legal("2026-11-20T17:00"));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return DeadlineArbitraries.instants(FIRST);
    }

    @Provide
    Arbitrary<Limit> limits() {
        return DeadlineArbitraries.limits();
    }

    /** Up to forty half days in the years looked at. */
    @Provide
    Arbitrary<Map<LocalDate, OfficeWindow>> halfDays() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 450).map(LocalDate.of(2026, 1, 1)::plusDays),
                        Arbitraries.of(MORNING, AFTERNOON))
                .ofMaxSize(40);
    }

    private static OfficeWindow insideOf(OfficeWindow window) {
        return new OfficeWindow(window.from(), window.to().minusMinutes(30));
    }

    private static WorkCalendar calendar(Map<LocalDate, OfficeWindow> half) {
        return Calendars.shippedWith(half, List.of(SUMMER));
    }

    private static Instant due(Instant t0, Limit limit, WorkCalendar calendar) {
        return Deadline.due(t0, limit, calendar, List.of()).due();
    }
}
