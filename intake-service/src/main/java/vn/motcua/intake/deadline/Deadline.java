package vn.motcua.intake.deadline;

import vn.motcua.platform.clock.LegalTime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The legal clock as pure functions: no bean, no database, no clock of its own. All legal time is Asia/Ho_Chi_Minh and counts in full
 * minutes, the ones printed on the slip. Rules: domain notes §5 (Decree 23/2015 Art. 7, Law 60/2014 Art. 5(3), Civil Code 2015
 * Arts 147–148).
 */
public final class Deadline {
    /** Ending this long before the due instant makes a result of the same day an early one. */
    static final Duration SAME_DAY_EARLY = Duration.ofMinutes(60);

    private Deadline() {}

    /**
     * When a dossier is due.
     *
     * <p>Working limits (working days, hours, same day): what was left when the clock stopped is walked on from where it runs again.
     * Days and months: the whole calendar days of the pauses are added, then the end is rolled to the next opening of a working day.
     * A pause that begins at or after the due instant changes nothing; one that is still open moves nothing yet.
     *
     * @param t0 when the complete dossier was received; outside office hours it counts from the next opening (clock hours apart)
     * @param pauses in any order; overlapping ones count once
     * @throws NullPointerException if t0, the limit, the calendar or the list is null: a limit that is not established gives no date
     */
    public static Due due(Instant t0, Limit limit, WorkCalendar calendar, List<Pause> pauses) {
        Objects.requireNonNull(limit, "no limit, no date");
        LocalDateTime received = WorkCalendar.minute(t0);
        LocalDateTime start = start(received, limit, calendar);
        LocalDateTime due = end(start, limit, calendar);
        List<Stop> stops = stops(start, pauses);
        due = switch (limit.unit()) {
            case WORKING_DAY, HOUR, SAME_DAY -> walkedOn(due, stops, calendar);
            case DAY, MONTH -> daysAdded(due, start, limit, stops, calendar);
            case CLOCK_HOUR -> clockAdded(due, stops);
        };
        return new Due(WorkCalendar.at(due), calendar.provisional(received.toLocalDate(), due.toLocalDate()));
    }

    /**
     * How an end compares with the due date: late after it; early on an earlier date or, for a result of the same day, at least 60
     * minutes before; else on time.
     */
    public static Punctuality classify(Instant end, Instant due, boolean sameDay) {
        if (end.isAfter(due)) {
            return Punctuality.LATE;
        }
        boolean early = sameDay
                ? !end.isAfter(due.minus(SAME_DAY_EARLY))
                : LegalTime.date(end).isBefore(LegalTime.date(due));
        return early ? Punctuality.EARLY : Punctuality.ON_TIME;
    }

    /** The due date some working days later (form 04), at the same time of day. */
    public static Instant extend(Instant due, int workingDays, WorkCalendar calendar) {
        return addWorkingDays(due, workingDays, calendar);
    }

    /**
     * The due date some working days later, at a time of day of its own: a date granted by form 04 keeps the hour it names.
     *
     * @param time of that day, or null for the time of the due date; where the office is closed then, the next opening
     */
    public static Instant extend(Instant due, int workingDays, LocalTime time, WorkCalendar calendar) {
        Instant later = addWorkingDays(due, workingDays, calendar);
        return time == null
                ? later
                : WorkCalendar.at(calendar.roll(LegalTime.date(later).atTime(time)));
    }

    /**
     * Some working days later at the same time of day, counted from the next opening if the office does not work then.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static Instant addWorkingDays(Instant from, int days, WorkCalendar calendar) {
        LocalDateTime start = calendar.roll(WorkCalendar.minute(from));
        LocalDate end = calendar.plusWorkingDays(start.toLocalDate(), notNegative(days));
        return WorkCalendar.at(sameTime(end, start, calendar));
    }

    /**
     * The minute at which half of the office time from a receipt to a due date is over; of clock hours, half of all time.
     *
     * @param t0 counts from the next opening where the office does not work then
     */
    public static Instant halfway(Instant t0, Instant due, boolean clockHours, WorkCalendar calendar) {
        LocalDateTime from = clockHours ? WorkCalendar.minute(t0) : calendar.roll(WorkCalendar.minute(t0));
        LocalDateTime to = WorkCalendar.minute(due);
        if (!from.isBefore(to)) {
            return due;
        }
        return WorkCalendar.at(
                clockHours
                        ? from.plusMinutes(Duration.between(from, to).toMinutes() / 2)
                        : calendar.walk(
                                from,
                                Duration.ofMinutes(
                                        calendar.workedBetween(from, to).toMinutes() / 2)));
    }

    /** The same instant where its day is worked; else the same time of the next working day, or the next opening after it. */
    public static Instant onWorkingDay(Instant at, WorkCalendar calendar) {
        LocalDateTime named = WorkCalendar.minute(at);
        LocalDate day = named.toLocalDate();
        return calendar.isWorkingDay(day)
                ? at
                : WorkCalendar.at(sameTime(calendar.nextWorkingDay(day), named, calendar));
    }

    /** Some working days earlier at the same time of day; where the office is closed then, the next opening. */
    public static Instant workingDaysBefore(Instant due, int days, WorkCalendar calendar) {
        LocalDateTime end = WorkCalendar.minute(due);
        LocalDate day = end.toLocalDate();
        for (int left = notNegative(days); left > 0; left -= calendar.isWorkingDay(day) ? 1 : 0) {
            day = day.minusDays(1);
        }
        return WorkCalendar.at(calendar.roll(day.atTime(end.toLocalTime())));
    }

    /**
     * Some office hours later (acknowledgement of an online dossier: 8).
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static Instant addWorkingHours(Instant from, int hours, WorkCalendar calendar) {
        return WorkCalendar.at(calendar.walk(WorkCalendar.minute(from), Duration.ofHours(notNegative(hours))));
    }

    /** Why the date is what it is: every stretch from receipt to the due instant, counted, skipped or paused, in order. */
    public static List<Stretch> explain(Instant t0, Limit limit, WorkCalendar calendar, List<Pause> pauses) {
        Instant due = due(t0, limit, calendar, pauses).due();
        LocalDateTime received = WorkCalendar.minute(t0);
        return new Explanation(calendar, limit, pauses)
                .of(received, start(received, limit, calendar), WorkCalendar.minute(due));
    }

    private static LocalDateTime start(LocalDateTime received, Limit limit, WorkCalendar calendar) {
        if (limit.unit() == LimitUnit.CLOCK_HOUR) {
            return received;
        }
        LocalDate day = received.toLocalDate();
        boolean afterCutOff = limit.cutOff() != null && received.toLocalTime().isAfter(limit.cutOff());
        return afterCutOff && calendar.isWorkingDay(day)
                ? calendar.opening(calendar.nextWorkingDay(day))
                : calendar.roll(received);
    }

    /** The end without pauses; days and months not yet rolled. */
    private static LocalDateTime end(LocalDateTime start, Limit limit, WorkCalendar calendar) {
        return switch (limit.unit()) {
            case SAME_DAY -> calendar.closing(start.toLocalDate());
            case WORKING_DAY ->
                sameTime(calendar.plusWorkingDays(start.toLocalDate(), limit.amount()), start, calendar);
            case HOUR -> calendar.walk(start, Duration.ofHours(limit.amount()));
            case CLOCK_HOUR -> start.plusHours(limit.amount());
            case DAY -> start.plusDays(limit.amount());
            case MONTH -> months(start, limit.amount(), calendar);
        };
    }

    /** The same time of that day; on a day with other hours, the next opening where the office is closed then. */
    private static LocalDateTime sameTime(LocalDate day, LocalDateTime start, WorkCalendar calendar) {
        return calendar.roll(day.atTime(start.toLocalTime()));
    }

    /** Without that day in the last month the limit ends with the last day of it (Civil Code Art. 148), at the close of the office. */
    private static LocalDateTime months(LocalDateTime start, int months, WorkCalendar calendar) {
        LocalDateTime end = start.plusMonths(months);
        return end.getDayOfMonth() == start.getDayOfMonth() ? end : calendar.closing(end.toLocalDate());
    }

    private static LocalDateTime walkedOn(LocalDateTime first, List<Stop> stops, WorkCalendar calendar) {
        LocalDateTime due = first;
        for (Stop stop : stops) {
            if (stop.from.isBefore(due)) {
                Duration left = calendar.workedBetween(stop.from, due);
                due = sameEdge(first, calendar.walk(stop.to, left), calendar);
            }
        }
        return due;
    }

    /** The close of a window and the next opening are the same office time: a limit that began at an opening ends at one. */
    private static LocalDateTime sameEdge(LocalDateTime first, LocalDateTime due, WorkCalendar calendar) {
        boolean opens = calendar.isOpening(first);
        return opens && calendar.isClosing(due) ? calendar.roll(due.plusMinutes(1)) : due;
    }

    private static LocalDateTime daysAdded(
            LocalDateTime unrolled, LocalDateTime start, Limit limit, List<Stop> stops, WorkCalendar calendar) {
        LocalDateTime end = unrolled;
        LocalDateTime due = calendar.roll(end);
        for (Stop stop : stops) {
            if (stop.from.isBefore(due)) {
                end = end.plusDays(ChronoUnit.DAYS.between(stop.from.toLocalDate(), stop.to.toLocalDate()));
                due = calendar.roll(end);
            }
        }
        return due;
    }

    private static LocalDateTime clockAdded(LocalDateTime first, List<Stop> stops) {
        LocalDateTime due = first;
        for (Stop stop : stops) {
            due = stop.from.isBefore(due) ? due.plus(Duration.between(stop.from, stop.to)) : due;
        }
        return due;
    }

    /** The closed pauses after the start, in order, overlapping ones joined. */
    static List<Stop> stops(LocalDateTime start, List<Pause> pauses) {
        List<Stop> joined = new ArrayList<>();
        pauses.stream()
                .filter(p -> !p.open())
                .map(p -> new Stop(WorkCalendar.minute(p.from()), WorkCalendar.minute(p.to()), p.reason()))
                .filter(s -> s.to.isAfter(start))
                .map(s -> s.from.isBefore(start) ? new Stop(start, s.to, s.reason) : s)
                .sorted(Comparator.comparing(Stop::from))
                .forEach(s -> join(joined, s));
        return joined;
    }

    private static void join(List<Stop> joined, Stop next) {
        Stop last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last == null || next.from.isAfter(last.to)) {
            joined.add(next);
        } else if (next.to.isAfter(last.to)) {
            joined.set(joined.size() - 1, new Stop(last.from, next.to, last.reason));
        }
    }

    private static int notNegative(int amount) {
        if (amount < 0 || amount > Limit.MAX_AMOUNT) {
            throw new IllegalArgumentException("an amount of " + amount);
        }
        return amount;
    }

    /** A closed pause in local minutes. */
    record Stop(LocalDateTime from, LocalDateTime to, String reason) {
        boolean covers(LocalDate day, LocalTime time) {
            LocalDateTime at = day.atTime(time);
            return !at.isBefore(from) && at.isBefore(to);
        }
    }
}
