package vn.motcua.intake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.platform.clock.LegalTime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** What a unit's calendar adds to the national one. */
class JoinedTest {
    private static final String UNIT = "14-03712-20250701";

    @Test
    void a_day_off_of_the_unit_is_one_more_and_a_half_day_has_its_hours() {
        WorkCalendar calendar = joined(
                nation(false, List.of()),
                unit(
                        false,
                        List.of(new CalendarYear.Day(
                                LocalDate.of(2026, 11, 23), CalendarYear.Kind.DAY_OFF, "Lũ", null)),
                        List.of(new CalendarYear.HalfDay(
                                LocalDate.of(2026, 11, 20), LocalTime.of(7, 30), LocalTime.of(11, 30))),
                        List.of()));
        assertThat(due("2026-11-20T10:00", Limit.sameDay(), calendar)).isEqualTo("2026-11-20T11:30");
        assertThat(due("2026-11-20T10:30", Limit.of(2, LimitUnit.HOUR), calendar))
                .isEqualTo("2026-11-24T08:30");
    }

    @Test
    void hours_of_the_unit_go_before_those_of_the_nation_in_the_same_span() {
        CalendarYear nation = nation(false, List.of(hours(null, null, "08:00", "16:00")));
        CalendarYear unit = unit(
                false,
                List.of(),
                List.of(),
                List.of(hours(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30), "07:00", "15:30")));
        WorkCalendar calendar = joined(nation, unit);
        assertThat(due("2026-06-10T10:00", Limit.sameDay(), calendar)).isEqualTo("2026-06-10T15:30");
        assertThat(due("2026-07-10T10:00", Limit.sameDay(), calendar)).isEqualTo("2026-07-10T16:00");
    }

    @Test
    void a_year_is_final_only_where_nation_and_unit_are() {
        assertThat(joined(nation(false, List.of())).provisional(LocalDate.of(2026, 6, 1)))
                .isFalse();
        assertThat(joined(nation(false, List.of()), unit(true, List.of(), List.of(), List.of()))
                        .provisional(LocalDate.of(2026, 6, 1)))
                .isTrue();
        assertThat(joined(unit(false, List.of(), List.of(), List.of())).provisional(LocalDate.of(2026, 6, 1)))
                .isTrue();
    }

    private static WorkCalendar joined(CalendarYear... years) {
        return Joined.of(List.of(years), WorkCalendar.USUAL_HOURS, true);
    }

    private static CalendarYear nation(boolean provisional, List<CalendarYear.DatedHours> hours) {
        return new CalendarYear(Catalogue.AREA, 2026, 1, provisional, null, List.of(), List.of(), hours);
    }

    private static CalendarYear unit(
            boolean provisional,
            List<CalendarYear.Day> days,
            List<CalendarYear.HalfDay> halfDays,
            List<CalendarYear.DatedHours> hours) {
        return new CalendarYear(UNIT, 2026, 1, provisional, null, days, halfDays, hours);
    }

    private static CalendarYear.DatedHours hours(LocalDate from, LocalDate to, String opens, String closes) {
        return new CalendarYear.DatedHours(
                from, to, List.of(new Unit.Hours(LocalTime.parse(opens), LocalTime.parse(closes))));
    }

    private static String due(String received, Limit limit, WorkCalendar calendar) {
        Instant t0 = LocalDateTime.parse(received).atZone(LegalTime.ZONE).toInstant();
        return LocalDateTime.ofInstant(
                        Deadline.due(t0, limit, calendar, List.of()).due(), LegalTime.ZONE)
                .toString();
    }
}
