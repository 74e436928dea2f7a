package vn.motcua.catalog.calendar;

import vn.motcua.catalog.unit.Hours;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The whole content of a new version as an editor gives it, and what must hold for it. Whatever is wrong is one 400 with every
 * place by its pointer.
 */
record CalendarEdition(
        Boolean provisional,
        List<CalendarDay> days,
        List<HalfDay> halfDays,
        List<DatedHours> officeHours,
        List<Reception> receptionHours,
        String source,
        String reason) {
    private static final int MOST_DAYS = 60;
    private static final int MOST_SPANS = 12;
    private static final int MOST_WINDOWS = 4;
    private static final int LONGEST = 500;

    CalendarEdition {
        days = days == null ? List.of() : days;
        halfDays = halfDays == null ? List.of() : halfDays;
        officeHours = officeHours == null ? List.of() : officeHours;
        receptionHours = receptionHours == null ? List.of() : receptionHours;
    }

    /** The version this becomes. */
    CalendarYear of(String area, int year, int version) {
        boolean open = Boolean.TRUE.equals(provisional)
                || days.stream().anyMatch(CalendarDay::provisional)
                || halfDays.stream().anyMatch(HalfDay::provisional);
        return new CalendarYear(area, year, version, open, days, halfDays, officeHours, receptionHours, source.strip());
    }

    /** @throws ProblemException validation */
    void check(int year) {
        Wrong wrong = new Wrong();
        wrong.unless(text(source), "/source", "1..." + LONGEST);
        wrong.unless(text(reason), "/reason", "1..." + LONGEST);
        wrong.unless(days.size() <= MOST_DAYS, "/days", "0..." + MOST_DAYS);
        wrong.unless(halfDays.size() <= MOST_DAYS, "/halfDays", "0..." + MOST_DAYS);
        wrong.unless(officeHours.size() <= MOST_SPANS, "/officeHours", "0..." + MOST_SPANS);
        wrong.unless(receptionHours.size() <= MOST_SPANS, "/receptionHours", "0..." + MOST_SPANS);
        Set<LocalDate> off = days(year, wrong);
        halfDays(year, off, wrong);
        for (int i = 0; i < officeHours.size(); i++) {
            DatedHours each = officeHours.get(i);
            String at = "/officeHours/" + i;
            if (wrong.unless(each != null, at, "object")) {
                span(each.effectiveFrom(), each.effectiveTo(), year, at, wrong);
                wrong.unless(inOrder(each.hours()), at + "/hours", "1..." + MOST_WINDOWS);
            }
        }
        overlaps(year, wrong);
        for (int i = 0; i < receptionHours.size(); i++) {
            Reception each = receptionHours.get(i);
            String at = "/receptionHours/" + i;
            if (wrong.unless(each != null, at, "object")) {
                span(each.effectiveFrom(), each.effectiveTo(), year, at, wrong);
                wrong.unless(inOrder(each.hours()), at + "/hours", "1..." + MOST_WINDOWS);
                wrong.unless(weekdays(each.weekdays()), at + "/weekdays", "1...7");
            }
        }
        wrong.tell();
    }

    private Set<LocalDate> days(int year, Wrong wrong) {
        Set<LocalDate> seen = new HashSet<>();
        Set<LocalDate> off = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            CalendarDay each = days.get(i);
            String at = "/days/" + i;
            if (!wrong.unless(each != null, at, "object")) {
                continue;
            }
            boolean dated = wrong.unless(in(each.date(), year), at + "/date", Integer.toString(year))
                    && wrong.unless(seen.add(each.date()), at + "/date", "once");
            wrong.unless(each.kind() != null, at + "/kind", "DAY_OFF, WORKING_SWAP");
            wrong.unless(text(each.name()), at + "/name", "1..." + LONGEST);
            wrong.unless(text(each.source()), at + "/source", "1..." + LONGEST);
            if (dated && each.kind() == CalendarDay.Kind.WORKING_SWAP) {
                wrong.unless(weekend(each.date()), at + "/date", "SATURDAY, SUNDAY");
            }
            if (dated && each.kind() == CalendarDay.Kind.DAY_OFF) {
                off.add(each.date());
            }
        }
        return off;
    }

    private void halfDays(int year, Set<LocalDate> off, Wrong wrong) {
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < halfDays.size(); i++) {
            HalfDay each = halfDays.get(i);
            String at = "/halfDays/" + i;
            if (!wrong.unless(each != null, at, "object")) {
                continue;
            }
            boolean dated = wrong.unless(in(each.date(), year), at + "/date", Integer.toString(year));
            wrong.unless(!dated || seen.add(each.date()), at + "/date", "once");
            wrong.unless(!dated || !off.contains(each.date()), at + "/date", "a working day");
            boolean swapped = days.stream()
                    .anyMatch(day -> day != null
                            && day.kind() == CalendarDay.Kind.WORKING_SWAP
                            && each.date() != null
                            && each.date().equals(day.date()));
            wrong.unless(!dated || swapped || !weekend(each.date()), at + "/date", "a working day");
            wrong.unless(
                    each.from() != null && each.to() != null && each.from().isBefore(each.to()),
                    at + "/to",
                    "after from");
            wrong.unless(text(each.name()), at + "/name", "1..." + LONGEST);
            wrong.unless(text(each.source()), at + "/source", "1..." + LONGEST);
        }
    }

    private void overlaps(int year, Wrong wrong) {
        LocalDate first = LocalDate.of(year, 1, 1);
        for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
            LocalDate on = day;
            if (officeHours.stream().filter(each -> each != null && each.on(on)).count() > 1) {
                wrong.unless(false, "/officeHours", day.toString());
                return;
            }
        }
    }

    private static void span(LocalDate from, LocalDate to, int year, String at, Wrong wrong) {
        wrong.unless(from == null || in(from, year), at + "/effectiveFrom", Integer.toString(year));
        wrong.unless(to == null || in(to, year), at + "/effectiveTo", Integer.toString(year));
        wrong.unless(from == null || to == null || !to.isBefore(from), at + "/effectiveTo", "after effectiveFrom");
    }

    private static boolean in(LocalDate date, int year) {
        return date != null && date.getYear() == year;
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean weekdays(List<DayOfWeek> weekdays) {
        return weekdays != null
                && !weekdays.isEmpty()
                && !weekdays.contains(null)
                && new HashSet<>(weekdays).size() == weekdays.size();
    }

    private static boolean inOrder(List<Hours> hours) {
        if (hours == null || hours.isEmpty() || hours.size() > MOST_WINDOWS) {
            return false;
        }
        for (int i = 0; i < hours.size(); i++) {
            Hours each = hours.get(i);
            if (each == null
                    || each.from() == null
                    || each.to() == null
                    || !each.from().isBefore(each.to())) {
                return false;
            }
            if (i > 0 && !hours.get(i - 1).to().isBefore(each.from())) {
                return false;
            }
        }
        return true;
    }

    private static boolean text(String value) {
        return value != null && !value.isBlank() && value.length() <= LONGEST && value.indexOf('\0') < 0;
    }

    private static final class Wrong {
        private ProblemException found;

        boolean unless(boolean right, String pointer, String expected) {
            if (!right) {
                found = (found == null ? new ProblemException(Problems.VALIDATION) : found)
                        .violation(pointer, expected);
            }
            return right;
        }

        void tell() {
            if (found != null) {
                throw found;
            }
        }
    }
}
