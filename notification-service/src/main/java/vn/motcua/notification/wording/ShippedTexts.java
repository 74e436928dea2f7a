package vn.motcua.notification.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts that are shipped: short ones from {@code messages/short_<language>.properties}; the sentences of a letter are the portal's, from
 * {@code messages/person_<language>.properties}, where there are none of its own in {@code messages/letter_<language>.properties}.
 */
public final class ShippedTexts {
    private static final Map<String, Properties> SHORT = both("short");
    private static final Map<String, Properties> LETTERS = both("letter");
    private static final Map<String, Properties> PORTAL = both("person");

    /** What is known of every dossier, whatever is said of it. */
    private static final Set<String> ALWAYS =
            Set.of("unit", "receivingUnit", "returningUnit", "competentUnit", "code", "procedure", "at");

    private ShippedTexts() {}

    /** The short text of a template, null where there is none; Vietnamese for any language but English. */
    public static String of(String template, String language) {
        return SHORT.get(either(language)).getProperty(template);
    }

    /** The same of a letter. */
    static String letter(String template, String language) {
        return LETTERS.get(either(language)).getProperty(template);
    }

    /** The templates whose letters are not the portal's text. */
    static Set<String> letters() {
        return LETTERS.get("vi").stringPropertyNames();
    }

    /** The templates that have a short text. */
    public static Set<String> templates() {
        return SHORT.get("vi").stringPropertyNames();
    }

    /**
     * The variables that a text of a template may have on a way: those of the shipped one, and what is known of every dossier. Whatever
     * else the way allows has no value in this template, and its line would be left out of every message. Those of a feedback are the same
     * for all.
     */
    static Set<String> variables(TextChannel channel, String template) {
        if (template.startsWith("feedback-")) {
            return channel.variables(template);
        }
        String shipped = channel == TextChannel.SMS
                ? SHORT.get("vi").getProperty(template, "")
                : PORTAL.get("vi").getProperty(template + ".body", "")
                        + LETTERS.get("vi").getProperty(template, "")
                        + "{link}";
        Set<String> may = new TreeSet<>(Sentences.variables(shipped));
        may.addAll(ALWAYS);
        may.retainAll(channel.variables());
        return may;
    }

    private static String either(String language) {
        return "en".equals(language) ? "en" : "vi";
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
