package vn.motcua.notification.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The texts that are shipped for ways out of the house: short ones from {@code messages/short_<language>.properties}, and sentences of
 * letters from {@code messages/letter_<language>.properties} where they are not the portal's.
 */
public final class ShippedTexts {
    private static final Map<String, Properties> BY_LANGUAGE = both("short");
    private static final Map<String, Properties> LETTERS = both("letter");

    private ShippedTexts() {}

    /** The short text of a template, null where there is none; Vietnamese for any language but English. */
    public static String of(String template, String language) {
        return BY_LANGUAGE.get("en".equals(language) ? "en" : "vi").getProperty(template);
    }

    /** The same of a letter. */
    static String letter(String template, String language) {
        return LETTERS.get("en".equals(language) ? "en" : "vi").getProperty(template);
    }

    /** The templates whose letters are not the portal's text. */
    static Set<String> letters() {
        return LETTERS.get("vi").stringPropertyNames();
    }

    /** The templates that have a short text. */
    public static Set<String> templates() {
        return BY_LANGUAGE.get("vi").stringPropertyNames();
    }

    private static Map<String, Properties> both(String kind) {
        return Map.of("vi", load(kind + "_vi"), "en", load(kind + "_en"));
    }

    private static Properties load(String name) {
        String file = "/messages/" + name + ".properties";
        Properties texts = new Properties();
        try (InputStream in = ShippedTexts.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return texts;
    }
}
