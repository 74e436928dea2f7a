package vn.motcua.intake.portal;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.ProblemTexts;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.util.Locale;

/** Answers of people's pages: never kept by a cache, for they show what belongs to one person. */
final class PortalAnswer {
    static final String HTML = "text/html;charset=UTF-8";
    static final String HOME = "/nop-ho-so";

    private PortalAnswer() {}

    static PortalTexts texts(String lang) {
        return MessageBundles.get(PortalTexts.class, Localized.Literal.of(lang));
    }

    static WrongTexts wrong(String lang) {
        return MessageBundles.get(WrongTexts.class, Localized.Literal.of(lang));
    }

    static ActTexts acts(String lang) {
        return MessageBundles.get(ActTexts.class, Localized.Literal.of(lang));
    }

    static String lang(HttpHeaders headers, UriInfo uri) {
        return Language.of(uri.getQueryParameters().getFirst("lang"), headers.getAcceptableLanguages());
    }

    static Response.ResponseBuilder page(int status, TemplateInstance page, String lang) {
        return Response.status(status)
                .entity(page.setLocale(lang).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, lang)
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private");
    }

    static Response page(TemplateInstance page, String lang) {
        return page(200, page, lang).build();
    }

    /** After a form: the browser asks for the page by itself, so that loading it again sends nothing twice. */
    static Response to(String path, String lang) {
        String address = path.contains("#") ? path.substring(0, path.indexOf('#')) : path;
        String place = path.substring(address.length());
        String query = (address.contains("?") ? "&" : "?") + "lang=" + lang;
        return Response.seeOther(URI.create(address + query + place))
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }

    /** A refusal as a page that says what to do. */
    static Response problem(ProblemException e, HttpHeaders headers, UriInfo uri) {
        String lang = lang(headers, uri);
        return page(
                        e.type().status(),
                        PortalTemplates.problem(text(e, ".title", lang), text(e, ".detail", lang), lang),
                        lang)
                .build();
    }

    /** Whoever logged in without being a person served: an officer, for instance. */
    static Response forbidden(HttpHeaders headers, UriInfo uri) {
        String lang = lang(headers, uri);
        PortalTexts texts = texts(lang);
        String title = ProblemTexts.text(Problems.FORBIDDEN.slug() + ".title", Locale.forLanguageTag(lang));
        return page(403, PortalTemplates.problem(title, texts.people_only(), lang), lang)
                .build();
    }

    static String formExpired(String lang) {
        WrongTexts texts = wrong(lang);
        return PortalTemplates.problem(texts.form_expired(), texts.form_expired_text(), lang)
                .setLocale(lang)
                .render();
    }

    /** What a refusal says, in the reader's language; a detail that wants facts is left to the API. */
    static String said(ProblemException e, String lang) {
        String detail = text(e, ".detail", lang);
        return detail == null ? text(e, ".title", lang) : detail;
    }

    private static String text(ProblemException e, String part, String lang) {
        String text = ProblemTexts.text(e.type().slug() + part, Locale.forLanguageTag(lang));
        return text == null || text.contains("{") ? null : text;
    }
}
