package vn.motcua.catalog.check;

import java.util.List;
import java.util.Locale;

/**
 * A finding as its readers see it.
 *
 * @param pointer into the draft; of a published version as if it were one
 * @param messageKey for those who have their own words
 * @param message in the caller's language
 */
public record FindingView(
        Finding.Code code, Finding.Severity severity, String pointer, String messageKey, String message) {

    public static List<FindingView> of(List<Finding> findings, Locale language) {
        return findings.stream()
                .map(each -> new FindingView(
                        each.code(), each.code().severity(), each.pointer(), each.messageKey(), each.message(language)))
                .toList();
    }
}
