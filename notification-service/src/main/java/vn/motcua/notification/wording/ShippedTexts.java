package vn.motcua.notification.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The short texts that are shipped, from {@code messages/short_<language>.properties}. */
public final class ShippedTexts {
    private static final Map<String, Properties> BY_LANGUAGE = Map.of("vi", load("vi"), "en", load("en"));

    private ShippedTexts() {}

    /** The text of a template, null where there is none; Vietnamese for any language but English. */
    public static String of(String template, String language) {
        return BY_LANGUAGE.get("en".equals(language) ? "en" : "vi").getProperty(template);
    }

    /** The templates that have one. */
    public static Set<String> templates() {
        return BY_LANGUAGE.get("vi").stringPropertyNames();
    }

    private static Properties load(String language) {
        String file = "/messages/short_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = ShippedTexts.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return texts;
    }
}
