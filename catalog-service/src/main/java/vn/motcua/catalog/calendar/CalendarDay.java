package vn.motcua.catalog.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;

/**
 * A day that differs from its weekday: a day off, or a weekend day on which offices work in exchange.
 *
 * @param provisional no official notice was found for it
 */
public record CalendarDay(LocalDate date, Kind kind, String name, boolean provisional, String source) {
    /** DAY_OFF: nobody works, whatever the weekday; WORKING_SWAP: offices work although it is a weekend. */
    @Schema(name = "CalendarDayKind")
    public enum Kind {
        DAY_OFF,
        WORKING_SWAP
    }
}
