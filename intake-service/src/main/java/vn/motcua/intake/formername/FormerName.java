package vn.motcua.intake.formername;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Papers that carry a unit's former name stay valid until they expire or are replaced, and nobody may be made to have them issued anew
 * (Resolution 190/2025/QH15 Art.10; Resolution 76/2025/UBTVQH15 Art.14). A demand or refusal that rests on the name alone is therefore none.
 */
public final class FormerName {
    /** The ground that is no ground. */
    public static final String REASON = "FORMER_UNIT_NAME";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> PHRASES = phrases();

    private FormerName() {}

    /** Whether words written to a person speak of a former name, with or without diacritics; null speaks of nothing. */
    public static boolean in(String text) {
        String plain = plain(text == null ? "" : text);
        return PHRASES.stream().anyMatch(plain::contains);
    }

    private static List<String> phrases() {
        try (InputStream file = FormerName.class.getResourceAsStream("/former-name-phrases.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(FormerName::plain)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words without diacritics, each between blanks. */
    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
        return ' ' + BETWEEN_WORDS.matcher(bare).replaceAll(" ").strip() + ' ';
    }
}
