package vn.motcua.catalog.procedure;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The decision that makes a procedure public (Decision 766 index 1.1 and 1.2 count from its day).
 *
 * @param number as the decision bears it, e.g. {@code 1234/QĐ-UBND}
 * @param date of the decision
 */
public record Announcement(String number, LocalDate date) {
    private static final Pattern IN_SOURCE = Pattern.compile("\\((?:Quyết định số )?([^()]*QĐ[^()]*)\\)");

    /** The number that a national list names in brackets behind its source, e.g. {@code DVCQG-2026-07 (163/QĐ-BTP)}; null without any. */
    public static String numberIn(String source) {
        Matcher found = IN_SOURCE.matcher(source == null ? "" : source);
        return found.find() ? found.group(1).strip() : null;
    }
}
