package vn.motcua.intake.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Calendars and dossiers at random, by a seed: years with days off, swap days, half days and seasons of their own. */
final class DeadlineCases {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 3 * 365;
    private static final int CASE_DAYS = 2 * 365;
    private static final LimitUnit[] UNITS = LimitUnit.values();
    private static final List<List<OfficeWindow>> HOURS = List.of(
            WorkCalendar.USUAL_HOURS,
            List.of(window("07:00", "11:30"), window("13:30", "17:00")),
            List.of(window("08:00", "12:00"), window("13:00", "17:00")),
            List.of(window("07:30", "16:30")));

    private final SplittableRandom random;

    DeadlineCases(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One calendar, as the rule knows it and as the oracle lays it out. */
    record World(WorkCalendar calendar, DeadlineOracle oracle) {}

    record Case(Instant t0, Limit limit, List<Pause> pauses) {}

    World world() {
        Map<LocalDate, String> off = new HashMap<>();
        Set<LocalDate> swapped = new HashSet<>();
        Map<LocalDate, OfficeWindow> halfDays = new HashMap<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            off.put(day(), "off");
        }
        for (int i = random.nextInt(8); i > 0; i--) { // Tết: a week and more in a row
            LocalDate first = day();
            for (int n = random.nextInt(12); n > 0; n--) {
                off.put(first.plusDays(n), "off");
            }
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            LocalDate day = day();
            if (WorkCalendar.isWeekend(day)) {
                swapped.add(day);
            }
        }
        for (int i = random.nextInt(30); i > 0; i--) {
            halfDays.put(day(), random.nextBoolean() ? window("07:30", "11:30") : window("13:30", "16:00"));
        }
        List<OfficeWindow> usual = HOURS.get(random.nextInt(HOURS.size()));
        List<WorkCalendar.Season> seasons = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate from = day();
            seasons.add(new WorkCalendar.Season(
                    from, from.plusDays(random.nextInt(120)), HOURS.get(random.nextInt(HOURS.size()))));
        }
        return new World(
                new WorkCalendar(off, swapped, Set.of(2025, 2026), usual, halfDays, seasons),
                new DeadlineOracle(off.keySet(), swapped, usual, halfDays, seasons));
    }

    Case next() {
        Instant t0 = Calendars.legal("2025-01-01T00:00").plusSeconds(random.nextInt(CASE_DAYS * 24 * 3_600));
        LimitUnit unit = UNITS[random.nextInt(UNITS.length)];
        int amount = unit == LimitUnit.MONTH ? 1 + random.nextInt(12) : 1 + random.nextInt(60);
        LocalTime cutOff = random.nextInt(4) > 0 ? null : LocalTime.of(14 + random.nextInt(3), 30 * random.nextInt(2));
        List<Pause> pauses = new ArrayList<>();
        Instant at = t0;
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant from = at.plus(Duration.ofMinutes(random.nextInt(9_000)));
            at = from.plus(Duration.ofMinutes(random.nextInt(14_000)));
            pauses.add(new Pause(from, at));
            at = random.nextInt(4) == 0 ? from : at; // some overlap
        }
        return new Case(t0, new Limit(amount, unit, cutOff), pauses);
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private static OfficeWindow window(String from, String to) {
        return new OfficeWindow(LocalTime.parse(from), LocalTime.parse(to));
    }
}
