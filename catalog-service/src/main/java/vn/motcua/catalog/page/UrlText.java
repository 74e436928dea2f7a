package vn.motcua.catalog.page;

import io.quarkus.qute.TemplateExtension;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as the value of a query parameter. */
@TemplateExtension
class UrlText {
    private UrlText() {}

    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
