package vn.motcua.catalog.procedure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What a reader looks for. Every part may be null: then it does not narrow the search.
 *
 * @param text words of a name, field or code, with diacritics or without
 * @param unit id of the unit that shall offer it
 * @param on legal day on which the version is in force; never null
 */
public record SearchTerms(String text, String field, String unit, LocalDate on) {
    private static final int MOST_WORDS = 12;

    /** The text's words, each ready for a LIKE pattern. */
    List<String> words() {
        return Arrays.stream(text.split("[\\s\\p{Punct}&&[^.]]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .toList();
    }
}
