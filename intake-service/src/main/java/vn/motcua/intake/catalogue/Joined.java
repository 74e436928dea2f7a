package vn.motcua.intake.catalogue;

import vn.motcua.intake.deadline.OfficeWindow;
import vn.motcua.intake.deadline.WorkCalendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calendars of an area and of a unit as one. */
final class Joined {
    private final Map<LocalDate, String> daysOff = new HashMap<>();
    private final Set<LocalDate> swaps = new HashSet<>();
    private final Map<LocalDate, OfficeWindow> halfDays = new HashMap<>();
    private final List<WorkCalendar.Season> seasons = new ArrayList<>();
    private final Set<Integer> known = new HashSet<>();
    private final Set<Integer> provisional = new HashSet<>();

    private Joined() {}

    /**
     * @param years newest versions, those of the area before those of the unit
     * @param usual the unit's hours, or the usual ones
     * @param hoursKnown whether they are the unit's; if not, every date is provisional
     */
    static WorkCalendar of(List<CalendarYear> years, List<OfficeWindow> usual, boolean hoursKnown) {
        Joined joined = new Joined();
        years.forEach(joined::add);
        joined.known.removeAll(joined.provisional);
        return new WorkCalendar(
                joined.daysOff,
                joined.swaps,
                hoursKnown ? joined.known : Set.of(),
                usual,
                joined.halfDays,
                joined.seasons);
    }

    private void add(CalendarYear year) {
        for (CalendarYear.Day day : year.days()) {
            if (day.kind() == CalendarYear.Kind.WORKING_SWAP) {
                swaps.add(day.date());
                daysOff.remove(day.date());
            } else {
                daysOff.put(day.date(), day.name());
                swaps.remove(day.date());
            }
        }
        year.halfDays().forEach(half -> halfDays.put(half.date(), new OfficeWindow(half.from(), half.to())));
        List<WorkCalendar.Season> own = new ArrayList<>();
        for (CalendarYear.DatedHours dated : year.officeHours()) {
            LocalDate first = LocalDate.of(year.year(), 1, 1);
            own.add(new WorkCalendar.Season(
                    dated.effectiveFrom() == null ? first : dated.effectiveFrom(),
                    dated.effectiveTo() == null ? first.plusYears(1).minusDays(1) : dated.effectiveTo(),
                    Catalogue.windows(dated.hours())));
        }
        seasons.addAll(0, own); // those of the unit go before those of the nation
        if (year.area().equals(Catalogue.AREA)) {
            known.add(year.year());
        }
        if (year.provisional()) {
            provisional.add(year.year());
        }
    }
}
