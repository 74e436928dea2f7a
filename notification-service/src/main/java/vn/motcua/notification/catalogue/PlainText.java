package vn.motcua.notification.catalogue;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is searched: lower case, without diacritics, single spaces. */
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('\u0111', 'd');
        return plain.strip().replaceAll("\\s+", " ");
    }
}
