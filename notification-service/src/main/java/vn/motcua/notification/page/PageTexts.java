package vn.motcua.notification.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The words of this service's pages, from {@code messages/pages_<language>.properties}. */
public final class PageTexts {
    /** The media type of pages; named in the answer, so that its security headers are set. */
    public static final String HTML = "text/html";

    private static final Map<String, Map<String, String>> BY_LANGUAGE = Map.of("vi", load("vi"), "en", load("en"));

    private PageTexts() {}

    /** All words of a language, by key; a page names them as {@code t.key}. */
    public static Map<String, String> in(String language) {
        return BY_LANGUAGE.get("en".equals(language) ? "en" : "vi");
    }

    private static Map<String, String> load(String language) {
        String file = "/messages/pages_" + language + ".properties";
        Properties words = new Properties();
        try (InputStream in = PageTexts.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        Map<String, String> map = new HashMap<>();
        words.stringPropertyNames().forEach(key -> map.put(key, words.getProperty(key)));
        return Map.copyOf(map);
    }
}
