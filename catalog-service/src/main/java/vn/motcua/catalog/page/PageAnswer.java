package vn.motcua.catalog.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;

import java.time.Duration;

/** A page as an answer: in its language, with the headers of public reads. */
class PageAnswer {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final Duration FRESH = Duration.ofMinutes(1);

    private PageAnswer() {}

    static Response of(Request request, TemplateInstance template, String lang) {
        String html = template.setLocale(lang).render();
        Response answer = Cached.answer(request, Fingerprint.of(html), FRESH, () -> html);
        return Response.fromResponse(answer)
                .type(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, lang)
                .build();
    }

    static Response missing(String lang, String keep) {
        return Response.status(Response.Status.NOT_FOUND)
                .type(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, lang)
                .entity(Pages.missing(lang, keep).setLocale(lang).render())
                .build();
    }

    /** The query that keeps a language somebody chose by hand; empty where the browser decides. */
    static String keep(String asked) {
        return "en".equals(asked) || "vi".equals(asked) ? "?lang=" + asked : "";
    }
}
