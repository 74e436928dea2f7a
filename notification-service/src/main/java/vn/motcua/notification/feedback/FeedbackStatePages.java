package vn.motcua.notification.feedback;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.util.Map;

/** The page of a code: every step of the feedback, the question that is open, the answer and the rating. */
@Path("/gop-y/{code}")
@Produces(MediaType.TEXT_HTML)
class FeedbackStatePages {
    private static final String STARS = "[1-5]";

    @Inject
    Feedbacks feedbacks;

    @Inject
    PersonOnFeedback person;

    @Inject
    FeedbackStory stories;

    @CheckedTemplate(basePath = "FeedbackPages")
    static class Templates {
        static native TemplateInstance state(
                String lang, Map<String, String> t, FeedbackStory.Story story, String error, String reply);

        static native TemplateInstance unknown(String lang, Map<String, String> t);

        private Templates() {}
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response state(
            @PathParam("code") String code, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        return page(200, code, Language.of(lang, headers.getAcceptableLanguages()), null, null);
    }

    /** The reply to the open question. */
    @POST
    @Path("tra-loi")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reply(
            @PathParam("code") String code,
            @RestForm String text,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        if (FeedbackForm.clean(text).isEmpty()) {
            return page(400, code, language, "text", text == null ? null : text.replace("\0", ""));
        }
        return done(
                code,
                language,
                text,
                () -> person.reply(code, text, request.remoteAddress().host()));
    }

    /** How the answer was, once. */
    @POST
    @Path("danh-gia")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response rate(
            @PathParam("code") String code,
            @RestForm String stars,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        if (stars == null || !stars.matches(STARS)) {
            return page(400, code, language, "stars", null);
        }
        return done(
                code,
                language,
                null,
                () -> person.rate(
                        code, Integer.parseInt(stars), request.remoteAddress().host()));
    }

    /** Afterwards the page of the code; what is done already, or too soon, is told there. */
    private Response done(String code, String language, String typed, Runnable act) {
        try {
            act.run();
        } catch (ProblemException refused) {
            if (refused.type() == Problems.TOO_MANY_REQUESTS) {
                return page(429, code, language, "rate", typed);
            }
            if (refused.type().status() == 409) {
                return page(409, code, language, "over", null);
            }
            if (refused.type() == Problems.NOT_FOUND) {
                return page(404, code, language, null, null);
            }
            throw refused;
        }
        return Response.seeOther(URI.create("/gop-y/" + code + "?lang=" + language))
                .build();
    }

    private Response page(int status, String code, String language, String error, String typed) {
        Map<String, String> texts = PageTexts.in(language);
        return feedbacks
                .byCode(code)
                .map(f -> FeedbackPages.answer(
                        status,
                        Templates.state(
                                language,
                                texts,
                                stories.of(f, texts),
                                error == null ? null : texts.get("error." + error),
                                typed),
                        language))
                .orElseGet(() -> FeedbackPages.answer(404, Templates.unknown(language, texts), language));
    }
}
