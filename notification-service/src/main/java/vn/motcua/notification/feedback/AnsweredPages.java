package vn.motcua.notification.feedback;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import vn.motcua.platform.paging.Page;

import java.util.List;
import java.util.Map;

/** What a unit answered, for everybody to read, and how long its answers take. */
@Path("/gop-y/da-tra-loi")
@Produces(MediaType.TEXT_HTML)
class AnsweredPages {
    private static final int A_PAGE = 10;

    @Inject
    PublishedFeedbacks published;

    @Inject
    Catalogue catalogue;

    @CheckedTemplate(basePath = "FeedbackPages")
    static class Templates {
        static native TemplateInstance answered(
                String lang,
                Map<String, String> t,
                Unit unit,
                List<Line> lines,
                String next,
                boolean first,
                PublishedFeedbacks.Answering answering,
                String median);

        private Templates() {}
    }

    /** One answered feedback in words. */
    record Line(String category, String text, String answer, String receivedAt, String answeredAt, int days) {}

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response list(
            @QueryParam("don-vi") String unitId,
            @QueryParam("q") String q,
            @QueryParam("sau") String after,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Map<String, String> t = PageTexts.in(language);
        Unit unit = FeedbackForm.clean(unitId).flatMap(catalogue::receivingUnit).orElse(null);
        if (unit == null) {
            String words = FeedbackForm.clean(q).orElse(null);
            List<Unit> found = words == null ? null : catalogue.receivingUnits(words);
            return FeedbackPages.answer(
                    200,
                    FeedbackPages.Templates.choose(language, t, words, found, "/gop-y/da-tra-loi", true),
                    language);
        }
        String from = after == null || after.isBlank() ? null : after;
        Page<PublishedFeedbacks.Published> page = published.of(unit.id(), from, A_PAGE);
        PublishedFeedbacks.Answering answering = published.answering(unit.id());
        return FeedbackPages.answer(
                200,
                Templates.answered(
                        language,
                        t,
                        unit,
                        page.items().stream().map(each -> line(each, t)).toList(),
                        page.next(),
                        from == null,
                        answering,
                        median(answering, language)),
                language);
    }

    /** {@code 4,5} or {@code 4.5}; a whole number without a fraction. */
    private static String median(PublishedFeedbacks.Answering answering, String language) {
        if (answering.medianDays() == null) {
            return null;
        }
        double days = answering.medianDays();
        String plain = days == Math.rint(days) ? Long.toString((long) days) : Double.toString(days);
        return "vi".equals(language) ? plain.replace('.', ',') : plain;
    }

    private static Line line(PublishedFeedbacks.Published each, Map<String, String> t) {
        return new Line(
                t.get("category." + each.category()),
                each.text(),
                each.answer(),
                LegalTime.day(each.receivedAt()),
                LegalTime.day(each.answeredAt()),
                each.answerDays());
    }
}
