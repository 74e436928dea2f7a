package vn.motcua.intake.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.deadline.OfficeWindow;
import vn.motcua.intake.deadline.WorkCalendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue as this service last heard it: procedures, units and calendars from its own database, never from a call. */
@ApplicationScoped
public class Catalogue {
    /** How long another replica of the service may still compute with what an update has replaced. */
    public static final Duration LIFE = Duration.ofSeconds(30);

    static final String AREA = "VN";

    private record VersionKey(String code, int version) {}

    private record DateKey(String code, LocalDate on) {}

    private final Replica replica;
    private final Remembered<VersionKey, Procedure> versions = new Remembered<>(500, LIFE, System::nanoTime);
    private final Remembered<DateKey, Procedure> onDates = new Remembered<>(500, LIFE, System::nanoTime);
    private final Remembered<String, Unit> units = new Remembered<>(500, LIFE, System::nanoTime);
    private final Remembered<String, List<CalendarYear>> years = new Remembered<>(500, LIFE, System::nanoTime);
    private final Remembered<String, WorkCalendar> calendars = new Remembered<>(500, LIFE, System::nanoTime);

    Catalogue(Replica replica) {
        this.replica = replica;
    }

    /** One version of a procedure. */
    public Optional<Procedure> procedure(String code, int version) {
        return versions.get(
                new VersionKey(code, version),
                () -> replica.one(
                        Procedure.class,
                        "select body from procedure_version where code = ? and version = ?",
                        code,
                        version));
    }

    /** The version in force on a legal date; the newest if several are. */
    public Optional<Procedure> procedureOn(String code, LocalDate on) {
        return onDates.get(
                new DateKey(code, on),
                () -> replica.one(
                        Procedure.class,
                        "select body from procedure_version where code = ? and effective_from <= ?"
                                + " and (effective_to is null or effective_to >= ?) order by version desc limit 1",
                        code,
                        on,
                        on));
    }

    /** A unit, in force or former. */
    public Optional<Unit> unit(String id) {
        return units.get(id, () -> replica.one(Unit.class, "select body from unit where id = ?", id));
    }

    /**
     * The national calendar of all years known, joined with what the unit's own adds and with the unit's office hours. A unit that is not known, or publishes no hours,
     * gets the usual ones and every date of it is provisional.
     */
    public WorkCalendar calendarFor(String unitId) {
        return calendars
                .get(unitId, () -> Optional.of(calendar(unit(unitId).orElse(null))))
                .get();
    }

    /** The document that makes a date a day off or a swap day for a unit; empty where none is named. */
    public Optional<String> sourceOfDay(String unitId, LocalDate day) {
        return Stream.of(unitId, AREA)
                .flatMap(area -> years(area).stream())
                .filter(year -> year.year() == day.getYear())
                .flatMap(year -> year.days().stream()
                        .filter(each -> each.date().equals(day))
                        .map(each -> each.source() == null ? year.source() : each.source()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Called after an update was applied. */
    void forgetProcedures() {
        versions.forgetAll();
        onDates.forgetAll();
    }

    void forgetUnits() {
        units.forgetAll();
        calendars.forgetAll();
    }

    void forgetCalendars() {
        years.forgetAll();
        calendars.forgetAll();
    }

    private WorkCalendar calendar(Unit unit) {
        List<CalendarYear> all = new ArrayList<>(years(AREA));
        if (unit != null) {
            all.addAll(years(unit.id()));
        }
        boolean hoursKnown = unit != null && !unit.hours().isEmpty();
        return Joined.of(all, hoursKnown ? windows(unit.hours()) : WorkCalendar.USUAL_HOURS, hoursKnown);
    }

    static List<OfficeWindow> windows(List<Unit.Hours> hours) {
        return hours.stream().map(h -> new OfficeWindow(h.from(), h.to())).toList();
    }

    /** The newest version of each year of an area. */
    private List<CalendarYear> years(String area) {
        return years.get(
                        area,
                        () -> Optional.of(replica.all(
                                CalendarYear.class,
                                "select distinct on (year) body from calendar_year where area = ?"
                                        + " order by year, version desc",
                                area)))
                .get();
    }
}
