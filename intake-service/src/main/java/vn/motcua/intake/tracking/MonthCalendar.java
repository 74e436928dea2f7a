package vn.motcua.intake.tracking;

import vn.motcua.intake.deadline.Stretch;
import vn.motcua.platform.clock.LegalTime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days from receipt to the due date as months of a wall calendar, so that a person can check the date with a finger on it. */
public final class MonthCalendar {
    /** A longer limit would make a page of calendars; its reasons stand in sentences. */
    private static final int MOST_MONTHS = 4;

    private static final int WEEK = 7;

    private MonthCalendar() {}

    /** What a day was for the limit, the stronger one first. */
    public enum Mark {
        DUE,
        RECEIVED,
        COUNTED,
        PAUSED,
        NOT_COUNTED
    }

    /** @param mark null for a day outside the limit */
    public record Day(int number, Mark mark) {
        /** For the style and the words of the page. */
        public String name() {
            return mark == null ? "" : mark.name();
        }
    }

    /** @param weeks of seven from Monday on; null where the month has no such day */
    public record Month(int month, int year, List<List<Day>> weeks) {}

    /**
     * @param told every stretch from receipt on
     * @param due the date that holds, which an extension may have moved beyond the last stretch
     */
    static List<Month> of(List<Stretch> told, Instant due) {
        if (told.isEmpty() || due == null) {
            return List.of();
        }
        LocalDate first = LegalTime.date(told.get(0).from());
        LocalDate last = LegalTime.date(due);
        Map<LocalDate, Mark> marks = marks(told);
        marks.put(first, Mark.RECEIVED);
        marks.put(last, Mark.DUE);
        List<Month> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(first);
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            months.add(new Month(month.getMonthValue(), month.getYear(), weeks(month, marks)));
        }
        return months.size() > MOST_MONTHS ? List.of() : months;
    }

    private static Map<LocalDate, Mark> marks(List<Stretch> told) {
        Map<LocalDate, Mark> marks = new HashMap<>();
        for (Stretch stretch : told) {
            Mark mark =
                    switch (stretch.kind()) {
                        case COUNTED -> Mark.COUNTED;
                        case PAUSED -> Mark.PAUSED;
                        case SKIPPED -> Mark.NOT_COUNTED;
                    };
            LocalDate end = LegalTime.date(stretch.to().minusSeconds(1));
            for (LocalDate day = LegalTime.date(stretch.from()); !day.isAfter(end); day = day.plusDays(1)) {
                marks.merge(day, mark, (a, b) -> Comparator.<Mark>naturalOrder().compare(a, b) < 0 ? a : b);
            }
        }
        return marks;
    }

    private static List<List<Day>> weeks(YearMonth month, Map<LocalDate, Mark> marks) {
        List<List<Day>> weeks = new ArrayList<>();
        List<Day> week = new ArrayList<>();
        for (int blank = month.atDay(1).getDayOfWeek().getValue(); blank > 1; blank--) {
            week.add(null);
        }
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            week.add(new Day(number, marks.get(month.atDay(number))));
            if (week.size() == WEEK) {
                weeks.add(week);
                week = new ArrayList<>();
            }
        }
        while (!week.isEmpty() && week.size() < WEEK) {
            week.add(null);
        }
        if (!week.isEmpty()) {
            weeks.add(week);
        }
        return weeks;
    }
}
