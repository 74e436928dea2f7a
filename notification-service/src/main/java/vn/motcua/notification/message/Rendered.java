package vn.motcua.notification.message;

import java.util.Map;

/** A template filled for one change in one language. Title is one line; body and details are lines. */
record Rendered(String title, String body) {

    /** Fills title and body and adds the details every message to a person must carry by law. */
    static Rendered of(Template template, String language, Map<String, String> facts) {
        Texts texts = Texts.in(language);
        String title = Texts.fill(texts.phrase(template.key() + ".title"), facts);
        String body = Texts.fill(texts.phrase(template.key() + ".body"), facts);
        if (!template.toPerson()) {
            return new Rendered(title, body);
        }
        String details = Texts.fill(texts.phrase("details"), facts);
        return new Rendered(title, body + "\n\n" + details);
    }
}
