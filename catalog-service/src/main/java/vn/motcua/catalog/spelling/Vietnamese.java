package vn.motcua.catalog.spelling;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one place that knows when two Vietnamese spellings are the same: composed and decomposed letters, capital and small
 * ones, old and new placement of the tone (hòa, hoà), and i or y where both are written (kí, ký; quì, quỳ). Two spellings
 * are the same if and only if {@link #exact} gives the same text, and the same without diacritics if {@link #key} does.
 */
public final class Vietnamese {
    private static final Pattern WORD =
            Pattern.compile("\\p{N}+(?:\\.\\p{N}+)+(?:\\.\\p{L}\\p{N}+)?|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern SYLLABLE =
            Pattern.compile("(qu|gi(?=[aăâeêioôơuưy])|[bcdđghklmnpqrstvx]*)([aăâeêioôơuưy]{1,3})([cghmnpt]{0,2})");
    private static final Pattern Y_ALONE = Pattern.compile("(?:[bcdđghklmnpqrstvx]*|qu)y");
    private static final Pattern QUY_CLOSED = Pattern.compile("quy(?:nh|ch|n|t|p)");
    private static final Pattern QUALITY = Pattern.compile("[ăâêôơư]");

    /** Names are written with few words, which come again and again. */
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private static final int MOST_KEYS = 10_000;

    private Vietnamese() {}

    /**
     * A word of a text.
     *
     * @param start of its first character in the text
     * @param end behind its last character
     * @param key the word without diacritics, as it is compared
     */
    public record Word(int start, int end, String key) {}

    /** The words of a text in their order; the dots of a code belong to it, all other signs part words. */
    public static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            words.add(new Word(found.start(), found.end(), keyOf(found.group())));
        }
        return words;
    }

    private static String keyOf(String word) {
        return KEYS.size() < MOST_KEYS
                ? KEYS.computeIfAbsent(word, each -> bare(syllable(each)))
                : Optional.ofNullable(KEYS.get(word)).orElseGet(() -> bare(syllable(word)));
    }

    /** The text as compared with diacritics: small composed letters, one placement of tones, words parted by one space. */
    public static String exact(String text) {
        return WORD.matcher(text).results().map(word -> syllable(word.group())).collect(Collectors.joining(" "));
    }

    /** The text as compared without diacritics. */
    public static String key(String text) {
        return bare(exact(text));
    }

    /** The same letters in lower case without diacritics, spelled as they are: what an address can carry. */
    public static String unmarked(String text) {
        return bare(text.toLowerCase(Locale.ROOT));
    }

    private static String syllable(String word) {
        String whole = Normalizer.normalize(word, Form.NFC).toLowerCase(Locale.ROOT);
        String parted = Normalizer.normalize(whole, Form.NFD);
        List<String> tones =
                TONE.matcher(parted).results().map(tone -> tone.group()).toList();
        if (tones.size() > 1) {
            return whole;
        }
        String toneless = Normalizer.normalize(TONE.matcher(parted).replaceAll(""), Form.NFC);
        if (Y_ALONE.matcher(toneless).matches() || QUY_CLOSED.matcher(toneless).matches()) {
            toneless = toneless.replace('y', 'i');
        }
        Matcher parts = SYLLABLE.matcher(toneless);
        if (!parts.matches()) {
            return whole;
        }
        if (tones.isEmpty()) {
            return toneless;
        }
        int at = parts.start(2) + bearer(parts.group(2), !parts.group(3).isEmpty());
        return Normalizer.normalize(
                toneless.substring(0, at + 1) + tones.get(0) + toneless.substring(at + 1), Form.NFC);
    }

    /** Which vowel bears the tone, by the old placement: the last one with a sign of its own, else by what follows. */
    private static int bearer(String vowels, boolean closed) {
        int marked = -1;
        for (int i = 0; i < vowels.length(); i++) {
            if (QUALITY.matcher(vowels.substring(i, i + 1)).matches()) {
                marked = i;
            }
        }
        if (marked >= 0) {
            return marked;
        }
        return closed ? vowels.length() - 1 : vowels.length() / 3;
    }

    private static String bare(String exact) {
        return MARKS.matcher(Normalizer.normalize(exact, Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }
}
