package vn.motcua.notification.satisfaction;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
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
import vn.motcua.notification.dossier.TrackedDossier;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.page.Language;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it was: asked on the person's own device or the counter's tablet, answered once, by nobody else; and what all said of a unit. */
@Path("/danh-gia")
@Produces(MediaType.TEXT_HTML)
class SurveyPages {
    @Inject
    AnswerSurvey survey;

    @Inject
    Satisfaction satisfaction;

    @Inject
    TrackedDossier tracked;

    @Inject
    Catalogue catalogue;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance door(String lang, Map<String, String> t, String wrong);

        static native TemplateInstance form(
                String lang,
                Map<String, String> t,
                SurveyForm form,
                List<Mark> marks,
                List<Step> steps,
                List<Tick> reasons,
                List<String> errors);

        static native TemplateInstance thanks(String lang, Map<String, String> t);

        static native TemplateInstance figures(
                String lang,
                Map<String, String> t,
                Unit unit,
                Satisfaction.View view,
                List<Row> steps,
                List<Row> reasons);

        private Templates() {}
    }

    /** One of the five points. */
    record Mark(int value, String says, boolean chosen) {}

    /** One of the five steps, to be marked apart. */
    record Step(int no, String name, List<Mark> marks) {}

    /** One reason to tick. */
    record Tick(String value, String says, boolean chosen) {}

    /** A line of figures. */
    record Row(String name, String value, long answers) {}

    /** The form for who has opened the dossier by the tracking cookie; else the door, where a code is typed. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response ask(
            @CookieParam(SubjectToken.COOKIE) String cookie,
            @QueryParam("ma") String code,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        if (code != null && !code.isBlank()) {
            return byCode(code, language);
        }
        Optional<String> token = tracked.of(cookie).flatMap(survey::begin);
        return token.map(each -> answer(200, form(language, opened(each), List.of()), language))
                .orElseGet(() -> answer(200, Templates.door(language, PageTexts.in(language), null), language));
    }

    /** The same by the link of a code, as the QR holds it. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(hidden = true)
    public Response ask(@PathParam("code") String code, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        return byCode(code, Language.of(lang, headers.getAcceptableLanguages()));
    }

    /** Takes the answer; what is wrong stands above the form, what was said stays. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(SurveyForm form, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        List<String> wrong = form.wrong();
        if (!wrong.isEmpty() && survey.opens(form.token)) {
            return answer(400, form(language, form, wrong), language);
        }
        if (!wrong.isEmpty() || !survey.take(form.token, form.answer())) {
            return answer(
                    410,
                    Templates.door(
                            language,
                            PageTexts.in(language),
                            PageTexts.in(language).get("surveyOver")),
                    language);
        }
        return Response.seeOther(URI.create("/danh-gia/cam-on?lang=" + language))
                .build();
    }

    @GET
    @Path("cam-on")
    @PermitAll
    @Operation(hidden = true)
    public Response thanks(@QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        return answer(200, Templates.thanks(language, PageTexts.in(language)), language);
    }

    /** What people said of a unit, for everybody. */
    @GET
    @Path("don-vi/{unit}")
    @PermitAll
    @Operation(hidden = true)
    public Response figures(
            @PathParam("unit") String unitId, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Map<String, String> t = PageTexts.in(language);
        Unit unit = unitId.indexOf('\0') >= 0
                ? null
                : catalogue.receivingUnit(unitId).orElse(null);
        if (unit == null) {
            return answer(404, Templates.door(language, t, t.get("surveyNoUnit")), language);
        }
        Satisfaction.View view = satisfaction.of(unit.id());
        List<Row> steps = view.steps().stream()
                .filter(each -> each.mean() != null)
                .map(each -> new Row(t.get("step" + each.step()), shown(each.mean(), language), each.answers()))
                .toList();
        List<Row> reasons = view.reasons().stream()
                .map(each -> new Row(t.get("reason." + each.reason()), null, each.answers()))
                .toList();
        return answer(200, Templates.figures(language, t, unit, view, steps, reasons), language);
    }

    private static String shown(java.math.BigDecimal mean, String language) {
        return "vi".equals(language) ? mean.toPlainString().replace('.', ',') : mean.toPlainString();
    }

    private Response byCode(String code, String language) {
        if (survey.opens(code)) {
            return answer(200, form(language, opened(code), List.of()), language);
        }
        Map<String, String> t = PageTexts.in(language);
        return answer(404, Templates.door(language, t, t.get("surveyOver")), language);
    }

    private static SurveyForm opened(String token) {
        SurveyForm form = new SurveyForm();
        form.token = SurveyTokens.plain(token);
        return form;
    }

    private static TemplateInstance form(String language, SurveyForm form, List<String> wrong) {
        Map<String, String> t = PageTexts.in(language);
        List<Step> steps = new ArrayList<>();
        List<String> given = Arrays.asList(form.step1, form.step2, form.step3, form.step4, form.step5);
        for (int i = 1; i <= Answer.STEPS; i++) {
            steps.add(new Step(i, t.get("step" + i), marks(t, given.get(i - 1))));
        }
        List<Tick> reasons = Arrays.stream(Reason.values())
                .map(each -> new Tick(each.name(), t.get("reason." + each), form.ticked(each)))
                .toList();
        List<String> errors =
                wrong.stream().map(key -> t.get("error.survey." + key)).toList();
        return Templates.form(language, t, form, marks(t, form.mark), steps, reasons, errors);
    }

    private static List<Mark> marks(Map<String, String> t, String given) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 5; i >= 1; i--) {
            marks.add(new Mark(i, t.get("mark." + i), Integer.toString(i).equals(given)));
        }
        return marks;
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
