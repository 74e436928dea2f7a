package vn.motcua.intake.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.intake.deadline.Calendars.legal;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.deadline.Stretch.Kind;
import vn.motcua.intake.deadline.Stretch.Reason;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

class DeadlineTest {
    private final WorkCalendar calendar = Calendars.shipped();

    @Test
    void without_a_limit_there_is_no_date() {
        assertThatThrownBy(() -> Deadline.due(legal("2026-11-23T09:00"), null, calendar, List.of()))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void a_limit_needs_a_positive_amount() {
        assertThatThrownBy(() -> Limit.of(-1, LimitUnit.WORKING_DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limit.of(0, LimitUnit.DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limit.of(4_001, LimitUnit.HOUR)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Limit.of(0, LimitUnit.SAME_DAY).cutOff()).isEqualTo(LocalTime.of(15, 0));
    }

    @Test
    void a_pause_cannot_end_before_it_begins() {
        assertThatThrownBy(() -> new Pause(legal("2026-11-23T09:00"), legal("2026-11-23T08:59")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_cut_off_compares_the_minute_on_the_slip() {
        assertThat(due("2026-11-23T15:00:59", Limit.sameDay())).isEqualTo(legal("2026-11-23T17:00"));
    }

    @Test
    void clock_hours_run_at_night() {
        assertThat(due("2026-11-21T22:30", Limit.of(1, LimitUnit.CLOCK_HOUR))).isEqualTo(legal("2026-11-21T23:30"));
    }

    @Test
    void a_month_without_that_day_ends_with_the_last_office_hour_of_its_last_day() {
        assertThat(due("2025-12-31T09:00", Limit.of(2, LimitUnit.MONTH)))
                .as("28 February 2026 is a Saturday")
                .isEqualTo(legal("2026-03-02T07:30"));
        assertThat(due("2026-08-31T09:00", Limit.of(1, LimitUnit.MONTH)))
                .as("31 August 2026 is a swap day off: counts from 3 September")
                .isEqualTo(legal("2026-10-05T07:30"));
        assertThat(due("2026-03-31T09:00", Limit.of(1, LimitUnit.MONTH)))
                .as("30 April 2026 is Reunification Day, 1 May Labour Day")
                .isEqualTo(legal("2026-05-04T07:30"));
    }

    @Test
    void a_year_without_a_calendar_is_computed_and_said_to_be_provisional() {
        assertThat(Deadline.due(legal("2028-03-01T09:00"), Limit.of(3, LimitUnit.WORKING_DAY), calendar, List.of()))
                .isEqualTo(new Due(legal("2028-03-06T09:00"), true));
        assertThat(Deadline.due(legal("2026-03-02T09:00"), Limit.of(3, LimitUnit.WORKING_DAY), calendar, List.of())
                        .provisional())
                .isFalse();
    }

    @Test
    void an_open_pause_moves_nothing_yet() {
        Pause open = new Pause(legal("2026-11-17T10:00"), null);
        assertThat(Deadline.due(legal("2026-11-16T09:00"), Limit.of(3, LimitUnit.WORKING_DAY), calendar, List.of(open))
                        .due())
                .isEqualTo(legal("2026-11-19T09:00"));
    }

    @Test
    void overlapping_pauses_count_once() {
        List<Pause> two = List.of(
                new Pause(legal("2026-11-18T08:00"), legal("2026-11-19T10:00")),
                new Pause(legal("2026-11-17T10:00"), legal("2026-11-18T09:00")));
        List<Pause> one = List.of(new Pause(legal("2026-11-17T10:00"), legal("2026-11-19T10:00")));
        Limit limit = Limit.of(5, LimitUnit.WORKING_DAY);
        assertThat(Deadline.due(legal("2026-11-16T09:00"), limit, calendar, two))
                .isEqualTo(Deadline.due(legal("2026-11-16T09:00"), limit, calendar, one));
    }

    @Test
    void after_the_cut_off_the_evening_belongs_to_no_limit() {
        Pause evening = new Pause(legal("2026-11-25T15:30"), legal("2026-11-25T16:30"));
        assertThat(Deadline.due(legal("2026-11-25T15:01"), Limit.sameDay(), calendar, List.of(evening))
                        .due())
                .isEqualTo(legal("2026-11-26T17:00"));
    }

    @Test
    void a_result_on_an_earlier_date_is_early_and_a_minute_after_is_late() {
        var due = legal("2026-11-25T10:00");
        assertThat(Deadline.classify(legal("2026-11-23T23:59"), due, false)).isEqualTo(Punctuality.EARLY);
        assertThat(Deadline.classify(legal("2026-11-25T07:30"), due, false)).isEqualTo(Punctuality.ON_TIME);
        assertThat(Deadline.classify(due, due, false)).isEqualTo(Punctuality.ON_TIME);
        assertThat(Deadline.classify(due.plus(Duration.ofMillis(1)), due, false))
                .isEqualTo(Punctuality.LATE);
    }

    @Test
    void a_result_of_the_same_day_is_early_sixty_minutes_before() {
        var due = legal("2026-11-25T17:00");
        assertThat(Deadline.classify(legal("2026-11-25T16:00"), due, true)).isEqualTo(Punctuality.EARLY);
        assertThat(Deadline.classify(legal("2026-11-25T16:01"), due, true)).isEqualTo(Punctuality.ON_TIME);
        assertThat(Deadline.classify(legal("2026-11-25T17:01"), due, true)).isEqualTo(Punctuality.LATE);
    }

    @Test
    void an_extension_keeps_the_time_of_day() {
        assertThat(Deadline.extend(legal("2026-11-23T10:00"), 2, calendar)).isEqualTo(legal("2026-11-26T10:00"));
        assertThatThrownBy(() -> Deadline.extend(legal("2026-11-23T10:00"), -1, calendar))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eight_office_hours_to_acknowledge_are_more_than_a_day() {
        assertThat(Deadline.addWorkingHours(legal("2026-11-20T21:00"), 8, calendar))
                .isEqualTo(legal("2026-11-25T08:00"));
    }

    @Test
    void the_receipt_day_ends_at_five_and_after_three_at_the_next_opening() {
        assertThat(calendar.endOfReceiptDay(legal("2026-11-23T15:00"))).isEqualTo(legal("2026-11-23T17:00"));
        assertThat(calendar.endOfReceiptDay(legal("2026-11-23T15:01"))).isEqualTo(legal("2026-11-25T07:30"));
        assertThat(calendar.endOfReceiptDay(legal("2026-11-28T09:00"))).isEqualTo(legal("2026-11-30T07:30"));
    }

    @Test
    void lunch_is_not_working_time_and_a_swap_saturday_is() {
        assertThat(calendar.isWorkingInstant(legal("2026-11-23T11:30"))).isTrue();
        assertThat(calendar.isWorkingInstant(legal("2026-11-23T11:31"))).isFalse();
        assertThat(calendar.isWorkingInstant(legal("2026-08-22T09:00"))).isTrue();
        assertThat(calendar.isWorkingInstant(legal("2026-11-24T09:00"))).isFalse();
    }

    @Test
    void office_hours_must_exist_and_not_overlap() {
        assertThatThrownBy(() -> new WorkCalendar(Map.of(), Set.of(), Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        List<OfficeWindow> overlapping = List.of(
                new OfficeWindow(LocalTime.of(7, 0), LocalTime.of(12, 0)),
                new OfficeWindow(LocalTime.of(11, 0), LocalTime.of(17, 0)));
        assertThatThrownBy(() -> new WorkCalendar(Map.of(), Set.of(), Set.of(), overlapping))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_explanation_names_the_cut_off_the_holiday_and_the_hours() {
        List<Stretch> told = Deadline.explain(legal("2026-11-23T15:01"), Limit.sameDay(), calendar, List.of());
        assertThat(told)
                .extracting(Stretch::kind, Stretch::reason)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple(Kind.SKIPPED, Reason.AFTER_CUT_OFF),
                        org.assertj.core.groups.Tuple.tuple(Kind.SKIPPED, Reason.DAY_OFF));
        assertThat(told.get(1).note()).isEqualTo("Ngày Văn hóa Việt Nam");
        assertThat(told.get(told.size() - 1).to()).isEqualTo(legal("2026-11-25T17:00"));
        assertThat(counted(told)).isEqualTo(Duration.ofMinutes(450));
    }

    @Test
    void the_explanation_leaves_no_gap_and_counts_exactly_the_limit() {
        Pause pause = new Pause(legal("2026-11-17T16:00"), legal("2026-11-21T10:00"), "AWAITING_SUPPLEMENT");
        List<Stretch> told = Deadline.explain(
                legal("2026-11-16T09:00"), Limit.of(3, LimitUnit.WORKING_DAY), calendar, List.of(pause));
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).from()).isEqualTo(told.get(i - 1).to());
        }
        assertThat(told.get(0).from()).isEqualTo(legal("2026-11-16T09:00"));
        assertThat(told.get(told.size() - 1).to()).isEqualTo(legal("2026-11-25T10:00"));
        assertThat(counted(told)).isEqualTo(Duration.ofMinutes(3 * 450));
        assertThat(told).anySatisfy(s -> {
            assertThat(s.kind()).isEqualTo(Kind.PAUSED);
            assertThat(s.note()).isEqualTo("AWAITING_SUPPLEMENT");
        });
    }

    @Test
    void the_explanation_shows_over_which_days_a_calendar_limit_was_rolled() {
        List<Stretch> told =
                Deadline.explain(legal("2026-04-28T09:00"), Limit.of(3, LimitUnit.DAY), calendar, List.of());
        assertThat(told.get(0).reason()).isEqualTo(Reason.CALENDAR_DAYS);
        assertThat(told).extracting(Stretch::reason).contains(Reason.DAY_OFF, Reason.WEEKEND);
        assertThat(told.get(told.size() - 1).to()).isEqualTo(legal("2026-05-04T07:30"));
    }

    private static Duration counted(List<Stretch> told) {
        return told.stream()
                .filter(s -> s.kind() == Kind.COUNTED)
                .map(s -> Duration.between(s.from(), s.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private java.time.Instant due(String received, Limit limit) {
        return Deadline.due(legal(received), limit, calendar, List.of()).due();
    }
}
