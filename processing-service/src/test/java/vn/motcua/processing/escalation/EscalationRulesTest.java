package vn.motcua.processing.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.calendar.SampleCalendar;
import vn.motcua.processing.calendar.WorkCalendar;
import vn.motcua.processing.escalation.EscalationRules.Step;
import vn.motcua.processing.escalation.Watched.Stand;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

class EscalationRulesTest {
    private static final WorkCalendar CALENDAR = SampleCalendar.nation();
    private static final Instant RECEIVED = legal("2026-11-16T09:00");

    @Test
    void due_soon_is_told_two_working_days_before_the_date_and_over_it_climbs_in_working_time() {
        // Friday 27 November; the 24th is a day off
        List<Step> steps = steps(Stand.WORK, "2026-11-16T10:00", "2026-11-27T16:00");
        assertThat(said(steps))
                .containsExactly(
                        "DUE_SOON OFFICER 2026-11-25T16:00",
                        "DUE_SOON HEAD 2026-11-26T16:00",
                        "OVERDUE OFFICER 2026-11-27T16:01",
                        "OVERDUE HEAD 2026-11-30T10:30",
                        "OVERDUE DIRECTOR 2026-11-30T16:00");
    }

    @Test
    void what_is_due_the_same_day_is_told_two_hours_before_never_before_it_came() {
        Watched sameDay = watched(Stand.OFFICER, "2026-11-16T09:00", "2026-11-16T17:00");
        assertThat(said(EscalationRules.steps(sameDay, CALENDAR)))
                .startsWith("DUE_SOON OFFICER 2026-11-16T15:00", "UNCLAIMED OFFICER 2026-11-16T15:00");
        Watched late = watched(Stand.WORK, "2026-11-16T09:00", "2026-11-16T10:00");
        assertThat(said(EscalationRules.steps(late, CALENDAR))).first().isEqualTo("DUE_SOON OFFICER 2026-11-16T09:00");
    }

    @Test
    void nobody_s_case_and_a_returned_proposal_climb_from_officer_to_director() {
        assertThat(said(steps(Stand.OFFICER, "2026-11-16T15:00", null)))
                .containsExactly(
                        "UNCLAIMED OFFICER 2026-11-17T09:30",
                        "UNCLAIMED HEAD 2026-11-17T15:00",
                        "UNCLAIMED DIRECTOR 2026-11-18T15:00");
        assertThat(said(steps(Stand.REWORK, "2026-11-16T15:00", null))).allMatch(each -> each.startsWith("STUCK"));
        assertThat(steps(Stand.WORK, "2026-11-16T15:00", null)).isEmpty();
        assertThat(steps(Stand.SIGNATURE, "2026-11-16T15:00", null)).isEmpty();
    }

    @Test
    void where_the_clock_stands_still_nothing_is_raised() {
        assertThat(steps(Stand.NOBODY, "2026-11-16T15:00", "2026-11-17T10:00")).isEmpty();
    }

    @Test
    void what_is_over_is_no_longer_soon_over() {
        List<Step> steps = steps(Stand.WORK, "2026-11-16T10:00", "2026-11-27T16:00");
        Instant due = legal("2026-11-27T16:00");
        assertThat(EscalationRules.holds(EscalationKind.DUE_SOON, due, steps, legal("2026-11-25T15:59")))
                .isFalse();
        assertThat(EscalationRules.holds(EscalationKind.DUE_SOON, due, steps, legal("2026-11-27T16:00")))
                .isTrue();
        assertThat(EscalationRules.holds(EscalationKind.DUE_SOON, due, steps, legal("2026-11-27T16:01")))
                .isFalse();
        assertThat(EscalationRules.holds(EscalationKind.OVERDUE, due, steps, legal("2026-11-27T16:01")))
                .isTrue();
        assertThat(EscalationRules.holds(EscalationKind.OVERDUE, RECEIVED, steps, legal("2026-11-27T16:01")))
                .isFalse();
    }

    @Test
    void silence_is_told_the_minute_after_each_date_and_to_the_head_a_working_day_later_until_it_is_proposed_without() {
        // Monday 23 November; the 24th is a day off
        Instant first = legal("2026-11-23T10:00");
        Instant second = legal("2026-11-25T16:00");
        assertThat(said(EscalationRules.steps(asking(Stand.WORK, first, second), CALENDAR)))
                .containsExactly(
                        "OPINION_SILENT OFFICER 2026-11-23T10:01",
                        "OPINION_SILENT HEAD 2026-11-25T10:00",
                        "OPINION_SILENT OFFICER 2026-11-25T16:01",
                        "OPINION_SILENT HEAD 2026-11-26T16:00");
        assertThat(EscalationRules.steps(asking(Stand.SIGNATURE, first, second), CALENDAR))
                .isEmpty();
        assertThat(EscalationRules.steps(asking(Stand.NOBODY, first, second), CALENDAR))
                .isEmpty();
    }

    private static final Watched.Place PLACE =
            new Watched.Place("14-03712-20250701", "office", "14-03712-20250701", "office");

    private static Watched asking(Stand stand, Instant... awaited) {
        return new Watched(UUID.randomUUID(), PLACE, stand, RECEIVED, RECEIVED, null, List.of(awaited));
    }

    private static List<Step> steps(Stand stand, String since, String due) {
        return EscalationRules.steps(watched(stand, since, due), CALENDAR);
    }

    private static Watched watched(Stand stand, String since, String due) {
        return new Watched(
                UUID.randomUUID(), PLACE, stand, legal(since), RECEIVED, due == null ? null : legal(due), List.of());
    }

    private static List<String> said(List<Step> steps) {
        return steps.stream()
                .map(step -> step.kind() + " " + step.level() + " "
                        + step.at().atOffset(java.time.ZoneOffset.ofHours(7)).toLocalDateTime())
                .toList();
    }

    private static Instant legal(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
