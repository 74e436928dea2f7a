package vn.motcua.catalog.unit;

import com.fasterxml.jackson.annotation.JsonFormat;

import java.time.LocalTime;

/** A span of office hours on working days, legal time. */
public record Hours(@JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {}
