package vn.motcua.notification.message;

import vn.motcua.notification.wording.Sentences;
import vn.motcua.platform.clock.LegalTime;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The texts about feedback of one language, and the few facts that may stand in them. */
final class FeedbackTexts {
    private static final Map<String, Properties> BY_LANGUAGE = Map.of("vi", load("vi"), "en", load("en"));

    private FeedbackTexts() {}

    /** All texts of a language, Vietnamese for any but English. */
    static Properties in(String language) {
        return BY_LANGUAGE.get("en".equals(language) ? "en" : "vi");
    }

    /** @param unitName as it is printed */
    static Map<String, String> facts(FeedbackTold told, String unitName, String language) {
        Map<String, String> facts = new HashMap<>();
        facts.put("code", told.code());
        facts.put("receivingUnit", Texts.in(language).inSentence(unitName));
        facts.put("at", LegalTime.onPaper(told.at()));
        if (told.due() != null) {
            facts.put("due", LegalTime.day(told.due()));
        }
        return facts;
    }

    static Rendered render(FeedbackTemplate template, String language, Map<String, String> facts) {
        Properties texts = in(language);
        String body = Sentences.fill(texts.getProperty(template.key() + ".body"), facts);
        String details = Sentences.fill(texts.getProperty("details"), facts);
        return new Rendered(texts.getProperty(template.key() + ".title"), body + "\n\n" + details);
    }

    private static Properties load(String language) {
        String file = "/messages/feedback_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = FeedbackTexts.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return texts;
    }
}
