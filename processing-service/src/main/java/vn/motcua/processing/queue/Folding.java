package vn.motcua.processing.queue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: small letters without diacritics. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");

    private Folding() {}

    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }
}
