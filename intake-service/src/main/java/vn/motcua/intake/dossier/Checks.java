package vn.motcua.intake.dossier;

import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.deadline.WorkCalendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What may have to be attended to where a dossier stands, and at which instant each time has come: derived from its stage, its clock and
 * what it waits for, never kept. A dossier of which something can still come has at least one.
 */
public final class Checks {
    /** A limit of at most so many working days is a short one. */
    private static final int SHORT_DAYS = 2;

    private static final Duration LAST_HOUR = Duration.ofMinutes(60);
    /** At the due instant a dossier is still on time; a minute later it is not. */
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** What other parts do by themselves is given this long. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int WAITS_FOR_PERSON = 15;
    private static final int WAITS_FOR_COLLECTION = 10;
    private static final int STANDS_STILL = 5;

    private final Dossier dossier;
    private final WorkCalendar calendar;
    private final List<Check> found = new ArrayList<>();

    /**
     * @param at when its time has come, a full minute where the law counts it
     * @param about the instant it is about, as the due date
     */
    public record Check(WatchKind kind, Instant at, Instant about) {}

    private Checks(Dossier dossier, WorkCalendar calendar) {
        this.dossier = dossier;
        this.calendar = calendar;
    }

    /**
     * All of a dossier by their time; empty for a draft nobody was told of, and where nothing can come any more.
     *
     * @param calendar of the competent unit
     * @param desk calendar of the receiving unit
     */
    public static List<Check> of(Dossier dossier, WorkCalendar calendar, WorkCalendar desk) {
        if (dossier.draft() || dossier.stage().terminal()) {
            return List.of();
        }
        return new Checks(dossier, calendar).all(desk);
    }

    /** When to remind again of what stands still. */
    public static Instant again(Instant now, WorkCalendar calendar) {
        return Deadline.addWorkingDays(now, STANDS_STILL, calendar);
    }

    private List<Check> all(WorkCalendar desk) {
        Instant since = dossier.stageSince();
        LegalClock clock = dossier.clock();
        switch (dossier.stage()) {
            case PREPARING -> waits(WatchKind.COMPLETE_WAITS, since, 1);
            case SUBMITTED -> submitted(since, clock.acknowledgeBy(), desk);
            case RECEIVED -> add(WatchKind.NOT_TRANSFERRED, dossier.transferAt().plus(GRACE), dossier.transferAt());
            case IN_PROCESS -> taken(since);
            case AWAITING_SUPPLEMENT -> supplement(since);
            case AWAITING_PAYMENT -> waits(WatchKind.PAYMENT_WAITS, since, WAITS_FOR_PERSON);
            case WITHDRAWAL_REQUESTED -> waits(WatchKind.WITHDRAWAL_WAITS, since, 1);
            case DECIDED -> waits(WatchKind.RESULT_WAITS, since, WAITS_FOR_COLLECTION);
            case RETURNED, REFUSED, STOPPED, ABANDONED -> throw new IllegalStateException("nothing can come any more");
        }
        if (clock.running()) {
            dates(clock);
        }
        found.sort(Comparator.comparing(Check::at));
        Instant last = found.isEmpty() ? since : found.get(found.size() - 1).at();
        add(WatchKind.STANDS_STILL, Deadline.addWorkingDays(last, STANDS_STILL, calendar), since);
        return List.copyOf(found);
    }

    /** A filing that was answered by a supplement request waits to be received when that came in. */
    private void submitted(Instant since, Instant by, WorkCalendar desk) {
        if (dossier.waiting().supplementAskedAt() != null || by == null) {
            waits(WatchKind.COMPLETE_WAITS, since, 1);
        } else {
            add(WatchKind.ACKNOWLEDGE_SOON, Deadline.halfway(since, by, false, desk), by);
            add(WatchKind.ACKNOWLEDGE_LATE, by.plus(MINUTE), by);
        }
    }

    private void taken(Instant since) {
        if (dossier.reported().department() == null) {
            add(WatchKind.NOT_TAKEN, since.plus(GRACE), since);
        }
    }

    /** One that lapses by itself is looked at after that; the others are asked about. */
    private void supplement(Instant since) {
        Instant lapseAt = dossier.waiting().lapseAt();
        if (lapseAt == null) {
            waits(WatchKind.SUPPLEMENT_WAITS, since, WAITS_FOR_PERSON);
        } else {
            add(WatchKind.SUPPLEMENT_WAITS, lapseAt.plus(GRACE), lapseAt);
        }
    }

    /** A date promised with an apology takes the place of the one that has passed. */
    private void dates(LegalClock clock) {
        Instant due = clock.due();
        if (clock.promised() != null) {
            add(WatchKind.PROMISE_BROKEN, clock.promised().plus(MINUTE), clock.promised());
            return;
        }
        boolean clockHours = clock.limit().unit() == LimitUnit.CLOCK_HOUR;
        boolean brief = !due.isAfter(Deadline.addWorkingDays(clock.receivedAt(), SHORT_DAYS, calendar));
        add(
                WatchKind.EXPECTED_LATE,
                brief
                        ? Deadline.halfway(clock.receivedAt(), due, clockHours, calendar)
                        : Deadline.workingDaysBefore(due, SHORT_DAYS, calendar),
                due);
        add(WatchKind.DUE_SOON, brief ? due.minus(LAST_HOUR) : Deadline.workingDaysBefore(due, 1, calendar), due);
        add(WatchKind.OVERDUE, due.plus(MINUTE), due);
    }

    private void waits(WatchKind kind, Instant since, int workingDays) {
        add(kind, Deadline.addWorkingDays(since, workingDays, calendar), since);
    }

    private void add(WatchKind kind, Instant at, Instant about) {
        found.add(new Check(kind, at, about));
    }

    /** Those of a list whose time has come. */
    public static List<Check> come(List<Check> all, Instant now) {
        return all.stream().filter(each -> !each.at().isAfter(now)).toList();
    }

    /** When the next one that was not raised comes, or null where all were. */
    public static Instant next(List<Check> all, Set<WatchKind> raised) {
        return all.stream()
                .filter(each -> !raised.contains(each.kind()))
                .map(Check::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
