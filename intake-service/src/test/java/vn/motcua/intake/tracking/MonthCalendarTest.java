package vn.motcua.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.deadline.Calendars.legal;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.deadline.Calendars;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.deadline.Pause;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

class MonthCalendarTest {
    @Test
    void each_day_from_receipt_to_the_date_is_marked_as_the_rule_took_it() {
        List<Pause> pauses =
                List.of(new Pause(legal("2026-11-19T07:00"), legal("2026-11-20T18:00"), "AWAITING_SUPPLEMENT"));
        List<MonthCalendar.Month> months = months("2026-11-18T09:00", Limit.of(3, LimitUnit.WORKING_DAY), pauses);
        assertThat(months).hasSize(1);
        assertThat(marks(months.get(0)))
                .containsExactly(
                        "18 RECEIVED",
                        "19 PAUSED",
                        "20 PAUSED",
                        "21 NOT_COUNTED",
                        "22 NOT_COUNTED",
                        "23 COUNTED",
                        "24 NOT_COUNTED",
                        "25 COUNTED",
                        "26 DUE");
        assertThat(months.get(0).weeks()).allSatisfy(week -> assertThat(week).hasSize(7));
        assertThat(months.get(0).weeks().get(0).get(6).number()).isEqualTo(1);
    }

    @Test
    void a_limit_over_the_year_end_shows_both_months_and_a_very_long_one_none() {
        assertThat(months("2026-12-30T10:00", Limit.of(3, LimitUnit.WORKING_DAY), List.of()))
                .extracting(MonthCalendar.Month::year)
                .containsExactly(2026, 2027);
        assertThat(months("2026-01-05T10:00", Limit.of(9, LimitUnit.MONTH), List.of()))
                .isEmpty();
        assertThat(MonthCalendar.of(List.of(), null)).isEmpty();
    }

    private static List<MonthCalendar.Month> months(String received, Limit limit, List<Pause> pauses) {
        Instant due = Deadline.due(legal(received), limit, Calendars.shipped(), pauses)
                .due();
        return MonthCalendar.of(Deadline.explain(legal(received), limit, Calendars.shipped(), pauses), due);
    }

    private static List<String> marks(MonthCalendar.Month month) {
        return month.weeks().stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .filter(day -> day.mark() != null)
                .map(day -> day.number() + " " + day.mark())
                .toList();
    }
}
