package vn.motcua.notification.feedback;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.Unit;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The hotline's form: first the commune or ward, then what it is about; the code acknowledges it. */
@Path("/gop-y")
@Produces(MediaType.TEXT_HTML)
class FeedbackPages {
    @Inject
    TakeFeedback takeFeedback;

    @Inject
    Catalogue catalogue;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance choose(
                String lang, Map<String, String> t, String q, List<Unit> units, String action, boolean list);

        static native TemplateInstance form(
                String lang,
                Map<String, String> t,
                Unit unit,
                FeedbackForm form,
                List<Choice> categories,
                List<Choice> places,
                List<Choice> ways,
                List<String> errors);

        private Templates() {}
    }

    /** One thing to choose. */
    record Choice(String value, String name, boolean chosen) {}

    /** The form for a unit, or the search for one; {@code don-vi} is how the QR code in the hall names the unit. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response form(
            @QueryParam("unit") String unitId,
            @QueryParam("don-vi") String hall,
            @QueryParam("q") String q,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Unit unit = FeedbackForm.clean(unitId == null ? hall : unitId)
                .flatMap(catalogue::receivingUnit)
                .orElse(null);
        if (unit == null) {
            return answer(200, choice(language, FeedbackForm.clean(q).orElse(null)), language);
        }
        FeedbackForm form = new FeedbackForm();
        form.hall = unitId == null ? "1" : null;
        form.place = unitId == null ? Place.HALL.name() : null;
        return answer(200, form(language, unit, form, List.of()), language);
    }

    /** Takes the form without files; what is wrong stands above it, what was typed stays. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(
            FeedbackForm form,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        return take(form, List.of(), Language.of(lang, headers.getAcceptableLanguages()), request);
    }

    /** The same with pictures and PDFs. */
    @POST
    @PermitAll
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response sendWithFiles(
            @BeanParam FeedbackForm form,
            @RestForm("files") List<FileUpload> files,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        List<FileUpload> chosen = files == null
                ? List.of()
                : files.stream().filter(each -> each.size() > 0).toList();
        return take(form, chosen, Language.of(lang, headers.getAcceptableLanguages()), request);
    }

    private Response take(FeedbackForm form, List<FileUpload> files, String language, HttpServerRequest request) {
        Unit unit =
                FeedbackForm.clean(form.unit).flatMap(catalogue::receivingUnit).orElse(null);
        if (unit == null) {
            return answer(400, choice(language, null), language);
        }
        List<String> wrong = new ArrayList<>(form.wrong());
        List<FileKind.Checked> checked = UploadedFiles.checked(files);
        if (checked.size() != files.size() || files.size() > FileKind.MOST) {
            wrong.add("files");
        }
        if (!wrong.isEmpty()) {
            return answer(400, form(language, unit, form, wrong), language);
        }
        try {
            Feedback taken = takeFeedback.take(
                    form.sent(language), checked, request.remoteAddress().host());
            return Response.seeOther(URI.create("/gop-y/" + taken.code() + "?lang=" + language))
                    .build();
        } catch (ProblemException tooMany) {
            if (tooMany.type() != Problems.TOO_MANY_REQUESTS) {
                throw tooMany;
            }
            return answer(429, form(language, unit, form, List.of("rate")), language);
        }
    }

    private TemplateInstance choice(String language, String q) {
        List<Unit> found = q == null ? null : catalogue.receivingUnits(q);
        return Templates.choose(language, PageTexts.in(language), q, found, "/gop-y", false);
    }

    private static TemplateInstance form(String language, Unit unit, FeedbackForm form, List<String> wrong) {
        Map<String, String> texts = PageTexts.in(language);
        if (!form.hasSubmission()) {
            form.submission = UUID.randomUUID().toString();
        }
        List<String> errors =
                wrong.stream().map(key -> texts.get("error." + key)).toList();
        return Templates.form(
                language,
                texts,
                unit,
                form,
                choices(texts, "category.", Arrays.stream(Category.values()), form.category),
                choices(texts, "place.", Arrays.stream(Place.values()), form.place),
                choices(texts, "told.", Stream.of(ToldBy.SMS, ToldBy.EMAIL, ToldBy.PAGE), form.told),
                errors);
    }

    private static List<Choice> choices(
            Map<String, String> texts, String prefix, Stream<? extends Enum<?>> all, String chosen) {
        return all.map(each -> new Choice(
                        each.name(),
                        texts.get(prefix + each.name()),
                        each.name().equals(chosen)))
                .toList();
    }

    static Response answer(int status, TemplateInstance page, String language) {
        return Response.status(status)
                .entity(page)
                .type(PageTexts.HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .build();
    }
}
