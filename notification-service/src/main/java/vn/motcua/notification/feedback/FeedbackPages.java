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
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.Unit;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The hotline's form: first the commune or ward, then what it is about; the code acknowledges it. */
@Path("/gop-y")
@Produces(MediaType.TEXT_HTML)
class FeedbackPages {
    @Inject
    TakeFeedback takeFeedback;

    @Inject
    Feedbacks feedbacks;

    @Inject
    Catalogue catalogue;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance choose(String lang, Map<String, String> t, String q, List<Unit> units);

        static native TemplateInstance form(
                String lang,
                Map<String, String> t,
                Unit unit,
                FeedbackForm form,
                List<Choice> categories,
                List<String> errors);

        static native TemplateInstance thanks(
                String lang, Map<String, String> t, String code, String state, String receivedAt);

        static native TemplateInstance unknown(String lang, Map<String, String> t);

        private Templates() {}
    }

    /** One category to choose. */
    record Choice(String value, String name, boolean chosen) {}

    /** The form for a unit, or the search for one. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response form(
            @QueryParam("unit") String unitId,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Unit unit = FeedbackForm.clean(unitId).flatMap(catalogue::receivingUnit).orElse(null);
        if (unit == null) {
            return answer(200, choice(language, FeedbackForm.clean(q).orElse(null)), language);
        }
        return answer(200, form(language, unit, new FeedbackForm(), List.of()), language);
    }

    /** Takes the form; what is wrong stands above it, what was typed stays. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(
            FeedbackForm form,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Unit unit =
                FeedbackForm.clean(form.unit).flatMap(catalogue::receivingUnit).orElse(null);
        if (unit == null) {
            return answer(400, choice(language, null), language);
        }
        List<String> wrong = form.wrong();
        if (!wrong.isEmpty()) {
            return answer(400, form(language, unit, form, wrong), language);
        }
        try {
            Feedback taken =
                    takeFeedback.take(form.sent(), request.remoteAddress().host());
            return Response.seeOther(URI.create("/gop-y/" + taken.code() + "?lang=" + language))
                    .build();
        } catch (ProblemException tooMany) {
            if (tooMany.type() != Problems.TOO_MANY_REQUESTS) {
                throw tooMany;
            }
            return answer(429, form(language, unit, form, List.of("rate")), language);
        }
    }

    /** The acknowledgement and the state of a feedback. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(hidden = true)
    public Response thanks(
            @PathParam("code") String code, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Map<String, String> texts = PageTexts.in(language);
        return feedbacks
                .byCode(code)
                .map(f -> answer(
                        200,
                        Templates.thanks(
                                language,
                                texts,
                                f.code(),
                                texts.get("state." + f.state()),
                                LegalTime.onPaper(f.receivedAt())),
                        language))
                .orElseGet(() -> answer(404, Templates.unknown(language, texts), language));
    }

    private TemplateInstance choice(String language, String q) {
        List<Unit> found = q == null ? null : catalogue.receivingUnits(q);
        return Templates.choose(language, PageTexts.in(language), q, found);
    }

    private static TemplateInstance form(String language, Unit unit, FeedbackForm form, List<String> wrong) {
        Map<String, String> texts = PageTexts.in(language);
        if (!form.hasSubmission()) {
            form.submission = UUID.randomUUID().toString();
        }
        List<Choice> choices = Arrays.stream(Category.values())
                .map(c -> new Choice(
                        c.name(), texts.get("category." + c), c.name().equals(form.category)))
                .toList();
        List<String> errors =
                wrong.stream().map(key -> texts.get("error." + key)).toList();
        return Templates.form(language, texts, unit, form, choices, errors);
    }

    private static Response answer(int status, TemplateInstance page, String language) {
        return Response.status(status)
                .entity(page)
                .type(PageTexts.HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .build();
    }
}
