package vn.motcua.catalog.unit;

import java.time.LocalDate;

/**
 * What a unit is called in a span of time. The id of a unit does not change with it.
 *
 * @param name with its kind in front, e.g. {@code Xã Mường Sại}
 * @param parentName district, for units before 1 July 2025; else null
 * @param validFrom first day, null where it is unknown
 * @param validTo last day, null while open
 * @param legalBasis of this name; null where no source names it
 */
public record UnitName(
        String name,
        UnitKind kind,
        String provinceName,
        String parentName,
        LocalDate validFrom,
        LocalDate validTo,
        String legalBasis) {

    /** Whether the name was in use on this day. */
    public boolean on(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
