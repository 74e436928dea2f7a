package vn.motcua.catalog.search;

import java.time.LocalDate;

/**
 * What a search reads of a version.
 *
 * @param to last day; null while it has none
 * @param exact the name with diacritics, a space before and behind
 * @param telling the name without, and without the words in front that say nothing; a space before and behind
 * @param phrases what it is called else, without diacritics, between bars
 * @param facets number of its combination of values to narrow by
 * @param nameWords keys of the words of name and code
 * @param otherWords keys of the words that it can be found by beside those
 */
record Shelved(
        String code,
        int version,
        LocalDate from,
        LocalDate to,
        String name,
        String field,
        String department,
        OnlineLevel online,
        String exact,
        String telling,
        String phrases,
        int facets,
        String[] nameWords,
        String[] otherWords) {

    boolean inForce(LocalDate on) {
        return !from.isAfter(on) && !over(on);
    }

    boolean over(LocalDate on) {
        return to != null && to.isBefore(on);
    }
}
