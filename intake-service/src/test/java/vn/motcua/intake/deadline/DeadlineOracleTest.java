package vn.motcua.intake.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.deadline.Calendars.legal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rule against an oracle that counts another way, under calendars at random; and the mistakes of known systems by name. */
class DeadlineOracleTest {
    private static final int CASES_OF_A_CALENDAR = 25;

    @Property(tries = 400)
    void the_rule_and_the_oracle_give_the_same_date(@ForAll long seed) {
        DeadlineCases cases = new DeadlineCases(seed);
        DeadlineCases.World world = cases.world();
        for (int i = 0; i < CASES_OF_A_CALENDAR; i++) {
            DeadlineCases.Case one = cases.next();
            assertThat(Deadline.due(one.t0(), one.limit(), world.calendar(), one.pauses())
                            .due())
                    .as(one.toString())
                    .isEqualTo(world.oracle().due(one.t0(), one.limit(), one.pauses()));
        }
    }

    @Property(tries = 200)
    void a_weekend_day_that_is_worked_never_lengthens_a_working_limit(@ForAll long seed) {
        DeadlineCases cases = new DeadlineCases(seed);
        for (int i = 0; i < CASES_OF_A_CALENDAR; i++) {
            DeadlineCases.Case one = cases.next();
            if (one.limit().unit() != LimitUnit.WORKING_DAY) {
                continue;
            }
            LocalDate saturday = LocalDate.of(2025, 1, 4).plusWeeks(Math.floorMod(seed + i, 100));
            Instant without = due(one, Set.of());
            assertThat(due(one, Set.of(saturday))).as(one + " " + saturday).isBeforeOrEqualTo(without);
        }
    }

    /** The days off loaded for the current year only: a dossier of late December was due on New Year's Day. */
    @Test
    void a_limit_over_the_year_end_knows_the_holidays_of_both_years() {
        assertThat(due("2026-12-30T10:00", 2)).isEqualTo(legal("2027-01-04T10:00"));
        WorkCalendar thisYearOnly = new WorkCalendar(Map.of(), Set.of(), Set.of(2026), WorkCalendar.USUAL_HOURS);
        Due unsure =
                Deadline.due(legal("2026-12-30T10:00"), Limit.of(2, LimitUnit.WORKING_DAY), thisYearOnly, List.of());
        assertThat(unsure.provisional()).as("never silently").isTrue();
    }

    /** Swap Saturdays taken for days off: everything received before one was due a day late. */
    @Test
    void a_swap_saturday_counts_as_the_working_day_it_is() {
        assertThat(due("2026-08-21T10:00", 1)).isEqualTo(legal("2026-08-22T10:00"));
        assertThat(due("2026-01-09T10:00", 2)).isEqualTo(legal("2026-01-12T10:00"));
    }

    /** Resumed by calendar days less one: a pause over a weekend cost the person, or the office, a day. */
    @Test
    void what_was_left_at_a_pause_is_left_when_it_resumes() {
        Pause overTheWeekend = new Pause(legal("2026-11-20T10:00"), legal("2026-11-23T10:00"));
        assertThat(Deadline.due(
                                legal("2026-11-18T10:00"),
                                Limit.of(5, LimitUnit.WORKING_DAY),
                                Calendars.shipped(),
                                List.of(overTheWeekend))
                        .due())
                .isEqualTo(legal("2026-11-27T10:00"));
    }

    /** A failure in the middle of the computation left dossiers without a date. */
    @Test
    void every_limit_gives_a_date() {
        DeadlineCases cases = new DeadlineCases(2026);
        for (int i = 0; i < 2_000; i++) {
            DeadlineCases.Case one = cases.next();
            assertThat(due(one, Set.of())).isAfterOrEqualTo(one.t0().minusSeconds(60));
        }
    }

    @Test
    void half_of_a_limit_is_half_of_its_office_time() {
        WorkCalendar calendar = Calendars.shipped();
        assertThat(Deadline.halfway(legal("2026-11-16T09:00"), legal("2026-11-16T17:00"), false, calendar))
                .isEqualTo(legal("2026-11-16T14:00"));
        assertThat(Deadline.halfway(legal("2026-11-20T16:00"), legal("2026-11-23T08:30"), false, calendar))
                .isEqualTo(legal("2026-11-20T17:00"));
        assertThat(Deadline.halfway(legal("2026-11-20T23:00"), legal("2026-11-21T01:00"), true, calendar))
                .isEqualTo(legal("2026-11-21T00:00"));
    }

    @Test
    void working_days_are_counted_back_over_holidays_and_swap_days() {
        WorkCalendar calendar = Calendars.shipped();
        assertThat(Deadline.workingDaysBefore(legal("2026-11-26T09:00"), 2, calendar))
                .isEqualTo(legal("2026-11-23T09:00"));
        assertThat(Deadline.workingDaysBefore(legal("2026-08-24T09:00"), 1, calendar))
                .isEqualTo(legal("2026-08-22T09:00"));
    }

    private static Instant due(String received, int workingDays) {
        return Deadline.due(
                        legal(received), Limit.of(workingDays, LimitUnit.WORKING_DAY), Calendars.shipped(), List.of())
                .due();
    }

    private static Instant due(DeadlineCases.Case one, Set<LocalDate> swapped) {
        WorkCalendar calendar = new WorkCalendar(
                Map.of(LocalDate.of(2025, 9, 2), "x"),
                new HashSet<>(swapped),
                Set.of(2025, 2026),
                List.of(new OfficeWindow(LocalTime.of(7, 30), LocalTime.of(17, 0))));
        return Deadline.due(one.t0(), one.limit(), calendar, one.pauses()).due();
    }
}
