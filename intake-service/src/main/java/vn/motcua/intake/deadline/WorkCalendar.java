package vn.motcua.intake.deadline;

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

/**
 * When a unit works: the national calendar of the years known, joined with the unit's own office hours. Immutable; every time in it
 * is Asia/Ho_Chi_Minh. A working day is Monday to Friday and no day off, or a swap day that is worked; that a centre also receives
 * on Saturdays makes no Saturday a working day.
 */
public final class WorkCalendar {
    /** The hours of most offices, where a unit publishes none. */
    public static final List<OfficeWindow> USUAL_HOURS = List.of(
            new OfficeWindow(LocalTime.of(7, 30), LocalTime.of(11, 30)),
            new OfficeWindow(LocalTime.of(13, 30), LocalTime.of(17, 0)));

    private final Map<LocalDate, String> daysOff;
    private final Set<LocalDate> swapDays;
    private final Set<Integer> finalYears;
    private final List<OfficeWindow> hours;
    private final Map<LocalDate, OfficeWindow> halfDays;
    private final List<Season> seasons;

    /**
     * @param daysOff days off with their names, weekends apart
     * @param swapDays weekend days that are worked instead of another day
     * @param finalYears years whose calendar is published and no longer provisional
     * @param hours office hours of a day, without overlaps
     * @throws IllegalArgumentException without office hours, or if they overlap
     */
    public WorkCalendar(
            Map<LocalDate, String> daysOff,
            Set<LocalDate> swapDays,
            Set<Integer> finalYears,
            List<OfficeWindow> hours) {
        this(daysOff, swapDays, finalYears, hours, Map.of(), List.of());
    }

    /**
     * @param halfDays working days with one stretch of office hours only; they stay working days
     * @param seasons office hours of spans of time, in which they replace the usual ones; half days go before them
     * @throws IllegalArgumentException without office hours, or if they overlap
     */
    public WorkCalendar(
            Map<LocalDate, String> daysOff,
            Set<LocalDate> swapDays,
            Set<Integer> finalYears,
            List<OfficeWindow> hours,
            Map<LocalDate, OfficeWindow> halfDays,
            List<Season> seasons) {
        this.daysOff = Map.copyOf(daysOff);
        this.swapDays = Set.copyOf(swapDays);
        this.finalYears = Set.copyOf(finalYears);
        this.hours = inOrder(hours);
        this.halfDays = Map.copyOf(halfDays);
        this.seasons = List.copyOf(seasons);
    }

    /** Office hours of a span of days, both included. */
    public record Season(LocalDate from, LocalDate to, List<OfficeWindow> hours) {
        /** @throws IllegalArgumentException without office hours, or if they overlap */
        public Season {
            hours = inOrder(hours);
        }

        private boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static List<OfficeWindow> inOrder(List<OfficeWindow> hours) {
        List<OfficeWindow> ordered =
                hours.stream().sorted(Comparator.comparing(OfficeWindow::from)).toList();
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("no office hours");
        }
        for (int i = 1; i < ordered.size(); i++) {
            if (!ordered.get(i - 1).to().isBefore(ordered.get(i).from())) {
                throw new IllegalArgumentException("office hours overlap: " + ordered);
            }
        }
        return ordered;
    }

    /** The office hours of a working day in order; of any other day those it would have. */
    List<OfficeWindow> hoursOn(LocalDate day) {
        OfficeWindow half = halfDays.get(day);
        if (half != null) {
            return List.of(half);
        }
        for (Season season : seasons) {
            if (season.on(day)) {
                return season.hours();
            }
        }
        return hours;
    }

    /** Whether the calendar of this date's year is missing or not final, so that a date resting on it must be computed again. */
    public boolean provisional(LocalDate date) {
        return !finalYears.contains(date.getYear());
    }

    /** Whether any year between two dates, both included, is missing or not final. */
    public boolean provisional(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!finalYears.contains(year)) {
                return true;
            }
        }
        return false;
    }

    /** Whether limits run on this date. */
    public boolean isWorkingDay(LocalDate date) {
        return swapDays.contains(date) || (!isWeekend(date) && !daysOff.containsKey(date));
    }

    /** Whether an instant lies in office hours of a working day, both ends included. */
    public boolean isWorkingInstant(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, LegalTime.ZONE);
        return isWorkingDay(local.toLocalDate()) && windowAt(local) != null;
    }

    /** The instant itself if the office works then, else the next opening. */
    public Instant nextWorkingInstant(Instant at) {
        return at(roll(LocalDateTime.ofInstant(at, LegalTime.ZONE)));
    }

    /**
     * By when a dossier received at this instant must be handed on: the close of that day's office hours; for a receipt after 15:00,
     * or on a day that is not worked, the next opening after that day.
     */
    public Instant endOfReceiptDay(Instant receivedAt) {
        LocalDateTime local = minute(receivedAt);
        LocalDate day = local.toLocalDate();
        boolean today = isWorkingDay(day)
                && !local.toLocalTime().isAfter(Limit.SAME_DAY_CUT_OFF)
                && !local.isAfter(closing(day));
        return at(today ? closing(day) : opening(nextWorkingDay(day)));
    }

    /** The date some working days later; 0 gives the date itself if it is worked, else the next one that is. */
    LocalDate plusWorkingDays(LocalDate date, int days) {
        LocalDate day = isWorkingDay(date) ? date : nextWorkingDay(date);
        for (int i = 0; i < days; i++) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    LocalDate nextWorkingDay(LocalDate date) {
        LocalDate day = date.plusDays(1);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The same time if it is worked, else the next opening. */
    LocalDateTime roll(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        if (isWorkingDay(day)) {
            for (OfficeWindow window : hoursOn(day)) {
                if (!at.toLocalTime().isAfter(window.to())) {
                    return at.toLocalTime().isBefore(window.from()) ? day.atTime(window.from()) : at;
                }
            }
        }
        return opening(nextWorkingDay(day));
    }

    /** Office time between two local times; zero if the second is not later. */
    Duration workedBetween(LocalDateTime from, LocalDateTime to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return workedOn(from.toLocalDate(), from.toLocalTime(), to.toLocalTime());
        }
        Duration worked = workedOn(from.toLocalDate(), from.toLocalTime(), LocalTime.MAX);
        for (LocalDate day = from.toLocalDate().plusDays(1); day.isBefore(to.toLocalDate()); day = day.plusDays(1)) {
            worked = worked.plus(workedOn(day, LocalTime.MIN, LocalTime.MAX));
        }
        return worked.plus(workedOn(to.toLocalDate(), LocalTime.MIN, to.toLocalTime()));
    }

    /** Walks office time; ends at the close of a window rather than at the opening of the next one. */
    LocalDateTime walk(LocalDateTime from, Duration officeTime) {
        LocalDateTime at = roll(from);
        Duration left = officeTime;
        while (true) {
            OfficeWindow window = windowAt(at);
            Duration inWindow = Duration.between(at.toLocalTime(), window.to());
            if (left.compareTo(inWindow) <= 0) {
                return at.plus(left);
            }
            left = left.minus(inWindow);
            at = roll(at.toLocalDate().atTime(window.to()).plusMinutes(1));
        }
    }

    boolean isClosing(LocalDateTime at) {
        return hoursOn(at.toLocalDate()).stream().anyMatch(w -> w.to().equals(at.toLocalTime()));
    }

    boolean isOpening(LocalDateTime at) {
        return hoursOn(at.toLocalDate()).stream().anyMatch(w -> w.from().equals(at.toLocalTime()));
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** All it says, to be kept and compared. */
    public CalendarFacts facts() {
        return CalendarFacts.of(this);
    }

    Map<LocalDate, String> daysOff() {
        return daysOff;
    }

    Set<LocalDate> swapDays() {
        return swapDays;
    }

    Set<Integer> finalYears() {
        return finalYears;
    }

    List<OfficeWindow> hours() {
        return hours;
    }

    Map<LocalDate, OfficeWindow> halfDays() {
        return halfDays;
    }

    List<Season> seasons() {
        return seasons;
    }

    /** The name of a day off, or null. */
    String dayOff(LocalDate date) {
        return daysOff.get(date);
    }

    LocalDateTime opening(LocalDate day) {
        return day.atTime(hoursOn(day).get(0).from());
    }

    LocalDateTime closing(LocalDate day) {
        List<OfficeWindow> ofDay = hoursOn(day);
        return day.atTime(ofDay.get(ofDay.size() - 1).to());
    }

    private OfficeWindow windowAt(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        return hoursOn(at.toLocalDate()).stream()
                .filter(w -> !time.isBefore(w.from()) && !time.isAfter(w.to()))
                .findFirst()
                .orElse(null);
    }

    private Duration workedOn(LocalDate day, LocalTime from, LocalTime to) {
        Duration worked = Duration.ZERO;
        if (isWorkingDay(day)) {
            for (OfficeWindow window : hoursOn(day)) {
                LocalTime begin = window.from().isBefore(from) ? from : window.from();
                LocalTime end = window.to().isAfter(to) ? to : window.to();
                worked = begin.isBefore(end) ? worked.plus(Duration.between(begin, end)) : worked;
            }
        }
        return worked;
    }

    static LocalDateTime minute(Instant at) {
        return LocalDateTime.ofInstant(at, LegalTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    static Instant at(LocalDateTime local) {
        return local.atZone(LegalTime.ZONE).toInstant();
    }
}
