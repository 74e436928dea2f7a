package vn.motcua.intake.deadline;

import vn.motcua.platform.clock.LegalTime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shipped holidays as a calendar, and short ways to write legal times. */
public final class Calendars {
    private Calendars() {}

    /** 2025 to 2027 as shipped; 2027 is provisional. */
    public static WorkCalendar shipped() {
        return shippedWith(null);
    }

    /** The same with one more day off. */
    static WorkCalendar shippedWith(LocalDate dayOff) {
        return shipped(dayOff, Map.of(), List.of());
    }

    /** The same with half days and seasons of other hours. */
    static WorkCalendar shippedWith(Map<LocalDate, OfficeWindow> halfDays, List<WorkCalendar.Season> seasons) {
        return shipped(null, halfDays, seasons);
    }

    private static WorkCalendar shipped(
            LocalDate dayOff, Map<LocalDate, OfficeWindow> halfDays, List<WorkCalendar.Season> seasons) {
        Map<LocalDate, String> off = new HashMap<>();
        Set<LocalDate> swaps = new HashSet<>();
        for (String line : lines("/holidays.csv")) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
            LocalDate date = LocalDate.parse(cells[0]);
            if (cells[2].equals("swap-working-day")) {
                swaps.add(date);
            } else {
                off.put(date, cells[1].replace("\"", ""));
            }
        }
        if (dayOff != null) {
            off.put(dayOff, "one more");
            swaps.remove(dayOff);
        }
        return new WorkCalendar(off, swaps, Set.of(2025, 2026), WorkCalendar.USUAL_HOURS, halfDays, seasons);
    }

    static List<String> lines(String resource) {
        try (var in = Calendars.class.getResourceAsStream(resource)) {
            List<String> all = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(1, all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An instant by its legal time, as 2026-11-23T15:01. */
    public static Instant legal(String local) {
        return LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
    }
}
