package vn.motcua.intake.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a calendar says, to be kept and compared: the same facts give the same dates. Every date and time is Asia/Ho_Chi_Minh.
 *
 * @param daysOff days off with their names, weekends apart
 * @param swapDays weekend days that are worked instead of another day
 * @param finalYears years whose calendar is published and no longer provisional
 * @param halfDays working days with one stretch of office hours
 * @param seasons office hours of spans of days
 */
public record CalendarFacts(
        SortedMap<LocalDate, String> daysOff,
        SortedSet<LocalDate> swapDays,
        SortedSet<Integer> finalYears,
        List<OfficeWindow> hours,
        SortedMap<LocalDate, OfficeWindow> halfDays,
        List<WorkCalendar.Season> seasons) {

    /** Whether both give every dossier the same date, with the same certainty; what a day off is called does not matter. */
    public boolean sameDates(CalendarFacts other) {
        return daysOff.keySet().equals(other.daysOff.keySet())
                && swapDays.equals(other.swapDays)
                && finalYears.equals(other.finalYears)
                && hours.equals(other.hours)
                && halfDays.equals(other.halfDays)
                && seasons.equals(other.seasons);
    }

    /** What is otherwise than it was: days in order, then hours, then years that became final. */
    public List<CalendarChange> since(CalendarFacts before) {
        List<CalendarChange> changes = new ArrayList<>();
        for (LocalDate day : datesOf(before)) {
            boolean works = works(day);
            if (works != before.works(day)) {
                changes.add(
                        works
                                ? new CalendarChange(
                                        CalendarChange.ChangeKind.WORKING_DAY, day, before.daysOff.get(day))
                                : new CalendarChange(CalendarChange.ChangeKind.DAY_OFF, day, daysOff.get(day)));
            } else if (works && !Objects.equals(halfDays.get(day), before.halfDays.get(day))) {
                changes.add(new CalendarChange(CalendarChange.ChangeKind.HALF_DAY, day, null));
            }
        }
        if (!hours.equals(before.hours) || !seasons.equals(before.seasons)) {
            changes.add(new CalendarChange(CalendarChange.ChangeKind.OFFICE_HOURS, null, null));
        }
        finalYears.stream()
                .filter(year -> !before.finalYears.contains(year))
                .map(year -> new CalendarChange(CalendarChange.ChangeKind.YEAR_FINAL, LocalDate.of(year, 1, 1), null))
                .forEach(changes::add);
        return List.copyOf(changes);
    }

    private SortedSet<LocalDate> datesOf(CalendarFacts before) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (CalendarFacts facts : List.of(this, before)) {
            dates.addAll(facts.daysOff.keySet());
            dates.addAll(facts.swapDays);
            dates.addAll(facts.halfDays.keySet());
        }
        return dates;
    }

    private boolean works(LocalDate day) {
        return swapDays.contains(day) || !WorkCalendar.isWeekend(day) && !daysOff.containsKey(day);
    }

    static CalendarFacts of(WorkCalendar calendar) {
        return new CalendarFacts(
                new TreeMap<>(calendar.daysOff()),
                new TreeSet<>(calendar.swapDays()),
                new TreeSet<>(calendar.finalYears()),
                calendar.hours(),
                new TreeMap<>(calendar.halfDays()),
                calendar.seasons());
    }
}
