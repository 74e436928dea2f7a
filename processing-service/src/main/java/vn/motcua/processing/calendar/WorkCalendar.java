package vn.motcua.processing.calendar;

import vn.motcua.platform.clock.LegalTime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a unit works: the national calendar joined with the unit's own days and hours. Immutable; every time in it is Asia/Ho_Chi_Minh and
 * counts in full minutes. A working day is Monday to Friday and no day off, or a swap day that is worked.
 */
public final class WorkCalendar {
    private final Set<LocalDate> daysOff;
    private final Set<LocalDate> swapDays;
    private final List<OfficeWindow> hours;
    private final Map<LocalDate, OfficeWindow> halfDays;
    private final List<Season> seasons;

    /** Office hours of a span of days, both included; they replace the usual ones. */
    record Season(LocalDate from, LocalDate to, List<OfficeWindow> hours) {
        Season {
            hours = inOrder(hours);
        }

        private boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * @param hours of a usual day, not empty
     * @param halfDays working days with one stretch of hours; they go before seasons
     */
    WorkCalendar(
            Set<LocalDate> daysOff,
            Set<LocalDate> swapDays,
            List<OfficeWindow> hours,
            Map<LocalDate, OfficeWindow> halfDays,
            List<Season> seasons) {
        this.daysOff = Set.copyOf(daysOff);
        this.swapDays = Set.copyOf(swapDays);
        this.hours = inOrder(hours);
        this.halfDays = Map.copyOf(halfDays);
        this.seasons = List.copyOf(seasons);
    }

    private static List<OfficeWindow> inOrder(List<OfficeWindow> hours) {
        return hours.stream().sorted(Comparator.comparing(OfficeWindow::from)).toList();
    }

    /** Whether limits run on this date. */
    public boolean isWorkingDay(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return swapDays.contains(date) || !weekend && !daysOff.contains(date);
    }

    /** The instant itself if the office works then, else the next opening; whole minutes. */
    public Instant nextWorkingInstant(Instant at) {
        return instant(roll(local(at)));
    }

    /** The same time of day so many working days later; outside office hours it counts from the next opening and ends at one. */
    public Instant plusWorkingDays(Instant at, int days) {
        LocalDateTime start = roll(local(at));
        LocalDate day = start.toLocalDate();
        for (int i = 0; i < days; i++) {
            day = next(day);
        }
        return instant(roll(day.atTime(start.toLocalTime())));
    }

    /** The same time of day so many working days before, never outside office hours: the close before it then. */
    public Instant minusWorkingDays(Instant at, int days) {
        LocalDateTime from = local(at);
        LocalDate day = from.toLocalDate();
        for (int i = 0; i < days; i++) {
            day = day.minusDays(1);
            while (!isWorkingDay(day)) {
                day = day.minusDays(1);
            }
        }
        return instant(floor(day.atTime(from.toLocalTime())));
    }

    /** So much office time later; ends at a close rather than at the opening after it. */
    public Instant plusOfficeTime(Instant from, Duration officeTime) {
        LocalDateTime at = roll(local(from));
        Duration left = officeTime;
        while (true) {
            OfficeWindow window = windowAt(at);
            Duration inWindow = Duration.between(at.toLocalTime(), window.to());
            if (left.compareTo(inWindow) <= 0) {
                return instant(at.plus(left));
            }
            left = left.minus(inWindow);
            at = roll(at.toLocalDate().atTime(window.to()).plusMinutes(1));
        }
    }

    /** How much office time lies between the two; nothing where the second is not the later one. */
    public Duration officeTime(Instant from, Instant to) {
        LocalDateTime start = local(from);
        LocalDateTime end = local(to);
        Duration sum = Duration.ZERO;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            for (OfficeWindow window : isWorkingDay(day) ? hoursOn(day) : List.<OfficeWindow>of()) {
                LocalDateTime opens = day.atTime(window.from());
                LocalDateTime closes = day.atTime(window.to());
                LocalDateTime begins = opens.isBefore(start) ? start : opens;
                LocalDateTime ends = closes.isAfter(end) ? end : closes;
                sum = begins.isBefore(ends) ? sum.plus(Duration.between(begins, ends)) : sum;
            }
        }
        return sum;
    }

    /**
     * The end of a time that stood still: what was left of it, as office time and as time of the clock, whichever ends later, counted on from
     * where it runs again. A time that was over already stays what it was.
     *
     * @param stopped when it began to stand still
     * @param runs when it runs again
     */
    public Instant resumed(Instant end, Instant stopped, Instant runs) {
        if (!stopped.isBefore(end)) {
            return end;
        }
        Instant office = plusOfficeTime(runs, officeTime(stopped, end));
        Instant wall = nextWorkingInstant(runs.plus(Duration.between(stopped, end)));
        return office.isBefore(wall) ? wall : office;
    }

    private LocalDate next(LocalDate date) {
        return Stream.iterate(date.plusDays(1), day -> day.plusDays(1))
                .filter(this::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    private LocalDateTime roll(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        if (isWorkingDay(day)) {
            for (OfficeWindow window : hoursOn(day)) {
                if (!at.toLocalTime().isAfter(window.to())) {
                    return at.toLocalTime().isBefore(window.from()) ? day.atTime(window.from()) : at;
                }
            }
        }
        LocalDate opening = next(day);
        return opening.atTime(hoursOn(opening).get(0).from());
    }

    /** The time itself within office hours, else the close before it, if need be of a working day before. */
    private LocalDateTime floor(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        while (true) {
            if (isWorkingDay(day)) {
                List<OfficeWindow> windows = hoursOn(day);
                for (int i = windows.size() - 1; i >= 0; i--) {
                    OfficeWindow window = windows.get(i);
                    if (day.isBefore(at.toLocalDate()) || !at.toLocalTime().isBefore(window.from())) {
                        LocalDateTime close = day.atTime(window.to());
                        return at.isBefore(close) ? at : close;
                    }
                }
            }
            day = day.minusDays(1);
        }
    }

    private OfficeWindow windowAt(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        return hoursOn(at.toLocalDate()).stream()
                .filter(w -> !time.isBefore(w.from()) && !time.isAfter(w.to()))
                .findFirst()
                .orElseThrow();
    }

    private List<OfficeWindow> hoursOn(LocalDate day) {
        OfficeWindow half = halfDays.get(day);
        if (half != null) {
            return List.of(half);
        }
        return seasons.stream()
                .filter(season -> season.on(day))
                .findFirst()
                .map(Season::hours)
                .orElse(hours);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, LegalTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(LegalTime.ZONE).toInstant();
    }
}
