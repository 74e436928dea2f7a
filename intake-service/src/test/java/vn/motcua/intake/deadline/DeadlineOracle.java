package vn.motcua.intake.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same dates by another way, with nothing of the rule's code in it: every day from 2024 on is laid out once in a table of office
 * minutes, legal time is a whole number of minutes, and a limit is looked up in running totals of that table. Domain notes §5.4 in the
 * plainest words.
 */
final class DeadlineOracle {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 366 * 13;
    private static final int DAY = 24 * 60;
    /** Việt Nam is seven hours before Greenwich, always. */
    private static final int OFFSET = 7 * 60;

    private final boolean[] worked = new boolean[DAYS];
    private final int[][][] windows = new int[DAYS][][];
    /** Office minutes before each day. */
    private final long[] before = new long[DAYS + 1];

    DeadlineOracle(
            Set<LocalDate> off,
            Set<LocalDate> swapped,
            List<OfficeWindow> usual,
            Map<LocalDate, OfficeWindow> halfDays,
            List<WorkCalendar.Season> seasons) {
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            int weekday = day % 7; // the first of January 2024 was a Monday
            worked[day] = swapped.contains(date) || weekday < 5 && !off.contains(date);
            List<OfficeWindow> hours = usual;
            for (WorkCalendar.Season season : seasons) {
                if (hours == usual && !date.isBefore(season.from()) && !date.isAfter(season.to())) {
                    hours = season.hours();
                }
            }
            if (halfDays.containsKey(date)) {
                hours = List.of(halfDays.get(date));
            }
            windows[day] = hours.stream()
                    .sorted(Comparator.comparing(OfficeWindow::from))
                    .map(w -> new int[] {minutes(w.from()), minutes(w.to())})
                    .toArray(int[][]::new);
            int sum = 0;
            for (int[] window : windows[day]) {
                sum += window[1] - window[0];
            }
            before[day + 1] = before[day] + (worked[day] ? sum : 0);
        }
    }

    Instant due(Instant t0, Limit limit, List<Pause> pauses) {
        long received = minute(t0);
        long start = start(received, limit);
        List<long[]> stops = stops(start, pauses);
        long due;
        switch (limit.unit()) {
            case CLOCK_HOUR -> {
                due = start + limit.amount() * 60L;
                for (long[] stop : stops) {
                    due += stop[0] < due ? stop[1] - stop[0] : 0;
                }
            }
            case DAY, MONTH -> {
                long end = limit.unit() == LimitUnit.DAY ? start + (long) limit.amount() * DAY : months(start, limit);
                due = roll(end);
                for (long[] stop : stops) {
                    if (stop[0] < due) {
                        end += (stop[1] / DAY - stop[0] / DAY) * DAY;
                        due = roll(end);
                    }
                }
            }
            default -> {
                long first = first(start, limit);
                due = first;
                for (long[] stop : stops) {
                    if (stop[0] < due) {
                        due = reached(roll(stop[1]), total(due) - total(stop[0]));
                        due = edge(first, 0) && edge(due, 1) ? roll(due + 1) : due;
                    }
                }
            }
        }
        return FIRST.atStartOfDay().toInstant(java.time.ZoneOffset.UTC).plusSeconds((due - OFFSET) * 60);
    }

    private long first(long start, Limit limit) {
        return switch (limit.unit()) {
            case SAME_DAY -> start / DAY * DAY + last((int) (start / DAY));
            case HOUR -> reached(start, limit.amount() * 60L);
            default -> {
                int day = (int) (start / DAY);
                for (int left = limit.amount(); left > 0; left -= worked[day] ? 1 : 0) {
                    day++;
                }
                yield roll((long) day * DAY + start % DAY);
            }
        };
    }

    private long start(long received, Limit limit) {
        if (limit.unit() == LimitUnit.CLOCK_HOUR) {
            return received;
        }
        int day = (int) (received / DAY);
        boolean late = limit.cutOff() != null && received % DAY > minutes(limit.cutOff()) && worked[day];
        return late ? roll((day + 1L) * DAY) : roll(received);
    }

    private long months(long start, Limit limit) {
        LocalDate date = FIRST.plusDays(start / DAY);
        int month = date.getYear() * 12 + date.getMonthValue() - 1 + limit.amount();
        LocalDate first = LocalDate.of(month / 12, month % 12 + 1, 1);
        int length = first.lengthOfMonth();
        boolean has = date.getDayOfMonth() <= length;
        int day = (int) (first.toEpochDay() - FIRST.toEpochDay()) + Math.min(length, date.getDayOfMonth()) - 1;
        return (long) day * DAY + (has ? start % DAY : last(day));
    }

    /** The minute itself where the office works, both ends of its hours included, else the next opening. */
    private long roll(long at) {
        for (int day = (int) (at / DAY); ; day++) {
            for (int[] window : worked[day] ? windows[day] : new int[0][]) {
                if (at <= (long) day * DAY + window[1]) {
                    return Math.max(at, (long) day * DAY + window[0]);
                }
            }
        }
    }

    /** Office minutes before a minute. */
    private long total(long at) {
        int day = (int) (at / DAY);
        long sum = before[day];
        for (int[] window : worked[day] ? windows[day] : new int[0][]) {
            sum += Math.max(0, Math.min(at % DAY, window[1]) - window[0]);
        }
        return sum;
    }

    /** The first minute at which so many office minutes are over since a start in office hours; for none, the start. */
    private long reached(long start, long officeMinutes) {
        if (officeMinutes == 0) {
            return start;
        }
        long wanted = total(start) + officeMinutes;
        int low = (int) (start / DAY);
        int high = DAYS - 1;
        while (low < high) { // the day on which the total is reached
            int middle = (low + high) / 2;
            if (before[middle + 1] >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        long left = wanted - before[low];
        for (int[] window : windows[low]) {
            if (left <= window[1] - window[0]) {
                return (long) low * DAY + window[0] + left;
            }
            left -= window[1] - window[0];
        }
        throw new IllegalStateException("totals do not add up");
    }

    private boolean edge(long at, int side) {
        for (int[] window : windows[(int) (at / DAY)]) {
            if (window[side] == at % DAY) {
                return true;
            }
        }
        return false;
    }

    private int last(int day) {
        return windows[day][windows[day].length - 1][1];
    }

    /** Closed pauses as stretches of minutes from the start on, one behind the other. */
    private static List<long[]> stops(long start, List<Pause> pauses) {
        List<long[]> all = new ArrayList<>();
        for (Pause pause : pauses) {
            if (!pause.open() && minute(pause.to()) > start) {
                all.add(new long[] {Math.max(start, minute(pause.from())), minute(pause.to())});
            }
        }
        all.sort(Comparator.comparingLong(stop -> stop[0]));
        List<long[]> joined = new ArrayList<>();
        for (long[] stop : all) {
            long[] last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && stop[0] <= last[1]) {
                last[1] = Math.max(last[1], stop[1]);
            } else {
                joined.add(stop);
            }
        }
        return joined;
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60L) + OFFSET - FIRST.toEpochDay() * DAY;
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
