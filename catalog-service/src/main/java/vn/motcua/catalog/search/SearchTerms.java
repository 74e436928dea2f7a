package vn.motcua.catalog.procedure;

import java.time.LocalDate;

/**
 * What a reader looks for. Every part but the day may be null: then it does not narrow the search.
 *
 * @param text words of a name, field or code, with diacritics or without
 * @param unit id of the unit that shall offer it
 * @param on legal day on which the version is in force; never null
 */
public record SearchTerms(String text, String field, String unit, LocalDate on) {}
