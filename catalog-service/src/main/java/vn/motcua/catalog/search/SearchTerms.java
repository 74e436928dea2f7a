package vn.motcua.catalog.search;

import java.time.LocalDate;

/**
 * What a reader looks for. Every part but the day may be null: then it does not narrow the search.
 *
 * @param text words of a name, field, topic or code, with diacritics or without, or what people say instead
 * @param level one of the levels at which it is offered
 * @param online FULL, PARTIAL or UNKNOWN
 * @param topic id of a life event or subject
 * @param unit id of the unit that shall offer it
 * @param on legal day on which the version is in force; never null
 */
public record SearchTerms(
        String text, String field, String level, OnlineLevel online, String topic, String unit, LocalDate on) {}
