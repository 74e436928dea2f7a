package vn.motcua.notification.message;

import vn.motcua.notification.wording.Sentences;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * The texts of one language from {@code messages/person_<language>.properties}: looks up phrases and fills variables. A
 * line of which a variable is unknown is left out, so no text ever shows a gap.
 */
final class Texts {

    private static final Map<String, Texts> BY_LANGUAGE = Map.of("vi", new Texts("vi"), "en", new Texts("en"));

    private final Properties texts = new Properties();
    private final boolean vietnamese;

    private Texts(String language) {
        vietnamese = "vi".equals(language);
        String file = "/messages/person_" + language + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The texts of a language, Vietnamese for any but English. */
    static Texts in(String language) {
        return BY_LANGUAGE.get("en".equals(language) ? "en" : "vi");
    }

    /** The phrase under a key, null if there is none. */
    String phrase(String key) {
        return texts.getProperty(key);
    }

    /** A unit's name as it follows other words: Vietnamese writes its kind small there, English keeps the name. */
    String inSentence(String unit) {
        return unit == null || unit.isEmpty() || !vietnamese
                ? unit
                : Character.toLowerCase(unit.charAt(0)) + unit.substring(1);
    }

    /** Fills a text line by line. */
    static String fill(String text, Map<String, String> facts) {
        return Sentences.fill(text, facts);
    }

    Properties all() {
        return texts;
    }
}
