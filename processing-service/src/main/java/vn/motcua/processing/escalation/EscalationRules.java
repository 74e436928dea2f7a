package vn.motcua.processing.escalation;

import static vn.motcua.processing.escalation.EscalationKind.DUE_SOON;
import static vn.motcua.processing.escalation.EscalationKind.OPINION_SILENT;
import static vn.motcua.processing.escalation.EscalationKind.OVERDUE;
import static vn.motcua.processing.escalation.EscalationKind.STUCK;
import static vn.motcua.processing.escalation.EscalationKind.UNCLAIMED;
import static vn.motcua.processing.escalation.EscalationLevel.DIRECTOR;
import static vn.motcua.processing.escalation.EscalationLevel.HEAD;
import static vn.motcua.processing.escalation.EscalationLevel.OFFICER;

import vn.motcua.processing.calendar.WorkCalendar;
import vn.motcua.processing.escalation.Watched.Stand;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When what is raised of a case, and to whom; a pure function of the case and the calendar. Everything counts in working time. Due soon is
 * told 2 working days before the date, so that form 04 can still go out a day before it (domain notes §5.4).
 */
final class EscalationRules {
    private static final Duration HALF_A_DAY = Duration.ofHours(4);

    /** Before the date of a case that had less than two working days from the start. */
    private static final Duration SHORTLY = Duration.ofHours(2);

    private EscalationRules() {}

    /**
     * Something to raise at an instant.
     *
     * @param since the episode: the date, or the stand it is about; another one may raise the same again
     */
    record Step(EscalationKind kind, EscalationLevel level, Instant since, Instant at) {}

    /** All that can become of the case as it stands, by time. */
    static List<Step> steps(Watched one, WorkCalendar calendar) {
        List<Step> steps = new ArrayList<>();
        if (one.stand() == Stand.NOBODY) {
            return steps;
        }
        if (one.due() != null) {
            date(steps, one, calendar);
        }
        if (one.stand() == Stand.OFFICER) {
            waiting(steps, UNCLAIMED, one.since(), calendar);
        }
        if (one.stand() == Stand.REWORK) {
            waiting(steps, STUCK, one.since(), calendar);
        }
        if (one.stand() != Stand.SIGNATURE) {
            one.awaited().forEach(due -> silence(steps, due, calendar));
        }
        steps.sort((a, b) -> a.at().compareTo(b.at()));
        return steps;
    }

    private static void date(List<Step> steps, Watched one, WorkCalendar calendar) {
        Instant due = one.due();
        Instant soon = calendar.minusWorkingDays(due, 2);
        if (soon.isAfter(one.openedAt())) {
            steps.add(new Step(DUE_SOON, OFFICER, due, soon));
            steps.add(new Step(DUE_SOON, HEAD, due, calendar.minusWorkingDays(due, 1)));
        } else {
            Instant shortly = due.minus(SHORTLY);
            steps.add(new Step(DUE_SOON, OFFICER, due, shortly.isAfter(one.openedAt()) ? shortly : one.openedAt()));
        }
        // the minute of the date itself is in time
        Instant over = due.plus(Duration.ofMinutes(1));
        steps.add(new Step(OVERDUE, OFFICER, due, over));
        steps.add(new Step(OVERDUE, HEAD, due, calendar.plusOfficeTime(due, HALF_A_DAY)));
        steps.add(new Step(OVERDUE, DIRECTOR, due, calendar.plusWorkingDays(due, 1)));
    }

    private static void waiting(List<Step> steps, EscalationKind kind, Instant since, WorkCalendar calendar) {
        steps.add(new Step(kind, OFFICER, since, calendar.plusOfficeTime(since, HALF_A_DAY)));
        steps.add(new Step(kind, HEAD, since, calendar.plusWorkingDays(since, 1)));
        steps.add(new Step(kind, DIRECTOR, since, calendar.plusWorkingDays(since, 2)));
    }

    /** Who proposed without the opinion knows; a head can call the other one's. */
    private static void silence(List<Step> steps, Instant due, WorkCalendar calendar) {
        steps.add(new Step(OPINION_SILENT, OFFICER, due, due.plus(Duration.ofMinutes(1))));
        steps.add(new Step(OPINION_SILENT, HEAD, due, calendar.plusWorkingDays(due, 1)));
    }

    /** Whether what has come is still so: a date that is over is no longer soon over. */
    static boolean holds(EscalationKind kind, Instant since, List<Step> steps, Instant now) {
        boolean there = steps.stream()
                .anyMatch(step -> step.kind() == kind
                        && step.since().equals(since)
                        && !step.at().isAfter(now));
        boolean overdue = steps.stream()
                .anyMatch(step -> step.kind() == OVERDUE && !step.at().isAfter(now));
        return there && !(kind == DUE_SOON && overdue);
    }
}
