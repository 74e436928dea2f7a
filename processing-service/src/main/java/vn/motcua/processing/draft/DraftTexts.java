package vn.motcua.processing.draft;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of the draft's page. */
final class DraftTexts {
    private static final Map<String, Map<String, String>> TEXTS = Map.of("vi", read("vi"), "en", read("en"));

    private DraftTexts() {}

    static Map<String, String> in(String language) {
        return TEXTS.get(language);
    }

    private static Map<String, String> read(String language) {
        Map<String, String> texts = new HashMap<>();
        ResourceBundle bundle = ResourceBundle.getBundle("draft", Locale.forLanguageTag(language));
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return Map.copyOf(texts);
    }
}
