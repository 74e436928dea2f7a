package vn.motcua.intake.deadline;

import vn.motcua.intake.deadline.Deadline.Stop;
import vn.motcua.intake.deadline.Stretch.Kind;
import vn.motcua.intake.deadline.Stretch.Reason;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Cuts the time from receipt to the due instant where something changes and says of each piece whether it was counted. */
final class Explanation {
    private final WorkCalendar calendar;
    private final Limit limit;
    private final List<Pause> pauses;

    Explanation(WorkCalendar calendar, Limit limit, List<Pause> pauses) {
        this.calendar = calendar;
        this.limit = limit;
        this.pauses = pauses;
    }

    List<Stretch> of(LocalDateTime received, LocalDateTime start, LocalDateTime due) {
        List<Stop> stops = Deadline.stops(start, pauses);
        List<Stretch> told = new ArrayList<>();
        LocalDateTime from = received;
        for (LocalDateTime to : cuts(received, start, due, stops)) {
            append(told, piece(from, to, received, start, due, stops));
            from = to;
        }
        return told;
    }

    private TreeSet<LocalDateTime> cuts(
            LocalDateTime received, LocalDateTime start, LocalDateTime due, List<Stop> stops) {
        TreeSet<LocalDateTime> cuts = new TreeSet<>(List.of(start, due));
        for (LocalDate day = received.toLocalDate(); !day.isAfter(due.toLocalDate()); day = day.plusDays(1)) {
            cuts.add(day.atStartOfDay());
            for (OfficeWindow window : calendar.hoursOn(day)) {
                cuts.add(day.atTime(window.from()));
                cuts.add(day.atTime(window.to()));
            }
        }
        for (Stop stop : stops) {
            cuts.add(stop.from());
            cuts.add(stop.to());
        }
        cuts.removeIf(at -> !at.isAfter(received) || at.isAfter(due));
        return cuts;
    }

    private Stretch piece(
            LocalDateTime from,
            LocalDateTime to,
            LocalDateTime received,
            LocalDateTime start,
            LocalDateTime due,
            List<Stop> stops) {
        for (Stop stop : stops) {
            if (stop.covers(from.toLocalDate(), from.toLocalTime())) {
                return stretch(from, to, Kind.PAUSED, Reason.CLOCK_STOPPED, stop.reason());
            }
        }
        if (from.isBefore(start)) {
            boolean cutOff = limit.cutOff() != null
                    && calendar.isWorkingDay(received.toLocalDate())
                    && received.toLocalTime().isAfter(limit.cutOff())
                    && from.toLocalDate().equals(received.toLocalDate());
            return cutOff ? stretch(from, to, Kind.SKIPPED, Reason.AFTER_CUT_OFF, null) : skipped(from, to);
        }
        return switch (limit.unit()) {
            case CLOCK_HOUR -> stretch(from, to, Kind.COUNTED, Reason.CLOCK_HOURS, null);
            case DAY, MONTH ->
                rolled(from, due) ? skipped(from, to) : stretch(from, to, Kind.COUNTED, Reason.CALENDAR_DAYS, null);
            case WORKING_DAY, HOUR, SAME_DAY ->
                works(from) ? stretch(from, to, Kind.COUNTED, Reason.OFFICE_HOURS, null) : skipped(from, to);
        };
    }

    /** Whether nothing but time that is not worked lies between here and an end at an opening: the end was rolled over it. */
    private boolean rolled(LocalDateTime from, LocalDateTime due) {
        return !works(from) && calendar.roll(from).equals(due);
    }

    private boolean works(LocalDateTime from) {
        LocalTime time = from.toLocalTime();
        return calendar.isWorkingDay(from.toLocalDate())
                && calendar.hoursOn(from.toLocalDate()).stream()
                        .anyMatch(w -> !time.isBefore(w.from()) && time.isBefore(w.to()));
    }

    private Stretch skipped(LocalDateTime from, LocalDateTime to) {
        LocalDate day = from.toLocalDate();
        if (calendar.isWorkingDay(day)) {
            return stretch(from, to, Kind.SKIPPED, Reason.OUTSIDE_HOURS, null);
        }
        String name = calendar.dayOff(day);
        return stretch(from, to, Kind.SKIPPED, name == null ? Reason.WEEKEND : Reason.DAY_OFF, name);
    }

    private static Stretch stretch(LocalDateTime from, LocalDateTime to, Kind kind, Reason reason, String note) {
        return new Stretch(WorkCalendar.at(from), WorkCalendar.at(to), kind, reason, note);
    }

    private static void append(List<Stretch> told, Stretch next) {
        Stretch last = told.isEmpty() ? null : told.get(told.size() - 1);
        if (last != null
                && last.kind() == next.kind()
                && last.reason() == next.reason()
                && java.util.Objects.equals(last.note(), next.note())) {
            told.set(told.size() - 1, new Stretch(last.from(), next.to(), last.kind(), last.reason(), last.note()));
        } else {
            told.add(next);
        }
    }
}
