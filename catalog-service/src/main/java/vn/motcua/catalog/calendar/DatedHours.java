package vn.motcua.catalog.calendar;

import vn.motcua.catalog.unit.Hours;

import java.time.LocalDate;
import java.util.List;

/**
 * Office hours of working days in a span of the year; they replace the hours of the unit there.
 *
 * @param effectiveFrom first day, null: of the year
 * @param effectiveTo last day, null: of the year
 */
public record DatedHours(LocalDate effectiveFrom, LocalDate effectiveTo, List<Hours> hours) {
    boolean on(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
