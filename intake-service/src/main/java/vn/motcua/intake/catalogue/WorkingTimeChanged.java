package vn.motcua.intake.catalogue;

/** Calendars or units came in: the working time of a unit may be another one than before. Told after the update is committed. */
public record WorkingTimeChanged() {}
