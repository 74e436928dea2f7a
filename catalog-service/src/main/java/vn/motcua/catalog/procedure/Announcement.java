package vn.motcua.catalog.procedure;

import java.time.LocalDate;

/**
 * The decision that makes a procedure public (Decision 766 index 1.1 and 1.2 count from its day).
 *
 * @param number as the decision bears it, e.g. {@code 1234/QĐ-UBND}
 * @param date of the decision
 */
public record Announcement(String number, LocalDate date) {}
