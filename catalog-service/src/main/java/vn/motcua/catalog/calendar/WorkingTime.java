package vn.motcua.catalog.calendar;

import vn.motcua.catalog.unit.Hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When offices work, day by day: the national calendar, what a unit adds to it, and the unit's hours. Immutable, in legal time.
 * A working day is Monday to Friday and no day off, or a swap day; reception hours have no part in it.
 */
public final class WorkingTime {
    private static final int LONGEST_BREAK_DAYS = 400;

    private final Map<LocalDate, CalendarDay> days = new HashMap<>();
    private final Map<LocalDate, HalfDay> halfDays = new HashMap<>();
    private final Set<Integer> finalYears = new HashSet<>();
    private final List<CalendarYear> seasonal = new ArrayList<>();
    private final List<Hours> usual;

    /**
     * @param years newest versions, the national ones before those of the unit
     * @param usual office hours where no calendar says otherwise, not empty
     */
    public WorkingTime(List<CalendarYear> years, List<Hours> usual) {
        this.usual = inOrder(usual);
        Set<Integer> provisional = new HashSet<>();
        for (CalendarYear year : years) {
            year.days().forEach(day -> days.put(day.date(), day));
            year.halfDays().forEach(day -> halfDays.put(day.date(), day));
            if (!year.officeHours().isEmpty()) {
                seasonal.add(0, year);
            }
            if (year.area().equals(CalendarYear.NATIONAL)) {
                finalYears.add(year.year());
            }
            if (year.provisional()) {
                provisional.add(year.year());
            }
        }
        finalYears.removeAll(provisional);
    }

    /** Whether a year between two days, both included, has no calendar or none that is final. */
    public boolean provisional(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!finalYears.contains(year)) {
                return true;
            }
        }
        return false;
    }

    /** Whether time limits run on this day. */
    public boolean works(LocalDate day) {
        CalendarDay said = days.get(day);
        return said == null
                ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                : said.kind() == CalendarDay.Kind.WORKING_SWAP;
    }

    /** The office hours of a day in order; empty on a day that is not worked. */
    public List<Hours> on(LocalDate day) {
        if (!works(day)) {
            return List.of();
        }
        HalfDay half = halfDays.get(day);
        if (half != null) {
            return List.of(new Hours(half.from(), half.to()));
        }
        for (CalendarYear year : seasonal) {
            for (DatedHours each : year.officeHours()) {
                if (year.year() == day.getYear() && each.on(day)) {
                    return inOrder(each.hours());
                }
            }
        }
        return usual;
    }

    /** The same time if the office works then, else the next opening. */
    public LocalDateTime roll(LocalDateTime at) {
        for (Hours each : on(at.toLocalDate())) {
            if (!at.toLocalTime().isAfter(each.to())) {
                return at.toLocalTime().isBefore(each.from()) ? at.toLocalDate().atTime(each.from()) : at;
            }
        }
        return opening(nextWorkingDay(at.toLocalDate()));
    }

    public LocalDate nextWorkingDay(LocalDate date) {
        for (int i = 1; i < LONGEST_BREAK_DAYS; i++) {
            if (works(date.plusDays(i))) {
                return date.plusDays(i);
            }
        }
        throw new IllegalStateException("nobody works for more than a year after " + date);
    }

    /** The day some working days later; the day itself, or the next one that is worked, for 0. */
    public LocalDate plusWorkingDays(LocalDate date, int number) {
        LocalDate day = works(date) ? date : nextWorkingDay(date);
        for (int i = 0; i < number; i++) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    /** The working day that lies so many working days before another day, whether that is worked or not. */
    public LocalDate minusWorkingDays(LocalDate date, int number) {
        LocalDate day = date;
        for (int left = number; left > 0; ) {
            day = day.minusDays(1);
            left = works(day) ? left - 1 : left;
        }
        return day;
    }

    /** Walks office time; ends at the close of a window rather than at the opening of the next one. */
    public LocalDateTime walk(LocalDateTime from, Duration officeTime) {
        LocalDateTime at = roll(from);
        Duration left = officeTime;
        while (true) {
            Duration inWindow = Duration.between(at.toLocalTime(), windowEnd(at));
            if (left.compareTo(inWindow) <= 0) {
                return at.plus(left);
            }
            left = left.minus(inWindow);
            at = roll(at.toLocalDate().atTime(windowEnd(at)).plusMinutes(1));
        }
    }

    /** When the office opens on a working day. */
    public LocalDateTime opening(LocalDate day) {
        return day.atTime(on(day).get(0).from());
    }

    /** When it closes; on a day that is not worked, when it usually does. */
    public LocalDateTime closing(LocalDate day) {
        List<Hours> hours = works(day) ? on(day) : usual;
        return day.atTime(hours.get(hours.size() - 1).to());
    }

    private LocalTime windowEnd(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        return on(at.toLocalDate()).stream()
                .filter(each -> !time.isBefore(each.from()) && !time.isAfter(each.to()))
                .findFirst()
                .orElseThrow()
                .to();
    }

    private static List<Hours> inOrder(List<Hours> hours) {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("no office hours");
        }
        return hours.stream().sorted(Comparator.comparing(Hours::from)).toList();
    }
}
