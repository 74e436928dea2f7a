package vn.motcua.catalog.unit;

import java.time.LocalDate;
import java.util.List;

/**
 * A unit at the commune level, or a former one.
 *
 * @param id province, code and first day in force: {@code 14-03712-20250701}; former units end in {@code 00000000}
 * @param code of the General Statistics Office; says nothing by itself, since codes were given again
 * @param provinceCode at the unit's own time
 * @param validFrom first day in force, null for former units
 * @param validTo last day in force, null while open
 * @param names in order of time, the newest last; never empty
 * @param hours empty for former units
 * @param receives whether a centre of this unit receives dossiers
 */
public record Unit(
        String id,
        String code,
        String provinceCode,
        LocalDate validFrom,
        LocalDate validTo,
        List<UnitName> names,
        List<Successor> successors,
        List<Predecessor> predecessors,
        List<AgencyCode> agencyCodes,
        List<Hours> hours,
        boolean receives) {

    /** The id of a unit; {@code firstDay} null for a former unit, whose first day is unknown. */
    public static String id(String provinceCode, String code, LocalDate firstDay) {
        String day = firstDay == null ? "00000000" : firstDay.toString().replace("-", "");
        return provinceCode + "-" + code + "-" + day;
    }

    /** Whether the unit was in force on this day. */
    public boolean inForce(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** The name on this day, else the newest one. */
    public UnitName nameOn(LocalDate day) {
        return names.stream().filter(name -> name.on(day)).findFirst().orElse(names.get(names.size() - 1));
    }
}
