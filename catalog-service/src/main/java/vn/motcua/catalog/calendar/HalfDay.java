package vn.motcua.catalog.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A working day on which offices work for part of their hours only. It counts as a working day; only its hours are fewer.
 *
 * @param provisional no official notice was found for it
 */
public record HalfDay(
        LocalDate date,
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to,
        String name,
        boolean provisional,
        String source) {}
