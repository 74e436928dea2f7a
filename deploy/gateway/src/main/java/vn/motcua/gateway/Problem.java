package vn.motcua.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The answers the gateway gives itself; a closed list in the form all services use. */
enum Problem {
    BAD_REQUEST(400),
    NOT_FOUND(404),
    PAYLOAD_TOO_LARGE(413),
    UNAVAILABLE(503),
    TIMEOUT(504);

    private static final Map<String, Properties> TEXTS = Map.of("vi", load("vi"), "en", load("en"));

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The body as {@code application/problem+json}. */
    Buffer json(String language, String path) {
        Properties texts = TEXTS.get(language);
        return new JsonObject()
                .put("type", "/problems/" + slug())
                .put("title", texts.getProperty(slug() + ".title"))
                .put("status", status)
                .put("detail", texts.getProperty(slug() + ".detail"))
                .put("instance", path)
                .toBuffer();
    }

    /** The same for people whose browser asked for a page. */
    Buffer page(String language) {
        Properties texts = TEXTS.get(language);
        String title = texts.getProperty(slug() + ".title");
        return Buffer.buffer("<!doctype html><html lang=\"" + language + "\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + title
                + "</title><h1>" + title + "</h1><p>" + texts.getProperty(slug() + ".detail") + "</p><p><a href=\"/\">"
                + texts.getProperty("home") + "</a></p></html>\n");
    }

    /** {@code en} where the header prefers it to Vietnamese, else {@code vi}. */
    static String language(String acceptLanguage) {
        if (acceptLanguage == null) {
            return "vi";
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .map(range -> range.getRange().split("-")[0])
                    .filter(TEXTS::containsKey)
                    .findFirst()
                    .orElse("vi");
        } catch (IllegalArgumentException e) {
            return "vi";
        }
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        String file = "/gateway_problems_" + language + ".properties";
        try (Reader reader = new InputStreamReader(Problem.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
