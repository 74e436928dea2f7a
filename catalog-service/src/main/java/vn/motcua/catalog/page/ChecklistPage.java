package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.catalog.guidance.Advice;
import vn.motcua.catalog.guidance.Answers;
import vn.motcua.catalog.guidance.AnswersQuery;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.unit.ResolveUnit;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.Units;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** A few questions and the personal checklist of their answers, on paper and as a code that the counter reads. */
@Path("/thu-tuc/{code}/huong-dan")
@Produces("text/html;charset=UTF-8")
class ChecklistPage {
    @Inject
    Procedures procedures;

    @Inject
    Units units;

    @Inject
    ResolveUnit resolveUnit;

    @Inject
    Advice advice;

    @Inject
    PublicAddress addresses;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response checklist(
            @PathParam("code") String code,
            @QueryParam("lang") String asked,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        String keep = PageAnswer.keep(asked);
        LocalDate today = LegalTime.date(clock.instant());
        Optional<ProcedureVersion> found = code.indexOf('\0') >= 0 ? Optional.empty() : procedures.inForce(code, today);
        if (found.isEmpty()) {
            return PageAnswer.missing(lang, keep);
        }
        Answers answers = AnswersQuery.lenient(uri.getQueryParameters());
        Unit unit = unit(answers.unit(), today);
        Answers known = new Answers(
                answers.cases(),
                answers.pages(),
                answers.copies(),
                answers.channel(),
                answers.returnMode(),
                unit == null ? null : unit.id());
        ChecklistWording wording = new ChecklistWording(
                lang,
                MessageBundles.get(GuidanceTexts.class, Localized.Literal.of(lang)),
                MessageBundles.get(PageTexts.class, Localized.Literal.of(lang)));
        ChecklistPages.View view = wording.view(
                found.get(),
                known,
                advice.tell(found.get().content(), known, unit),
                unit == null ? null : unit.nameOn(today).name(),
                unit == null ? answers.unit() : null,
                addresses.of(code) + "/huong-dan" + AnswersQuery.of(known));
        return PageAnswer.of(request, ChecklistPages.checklist(view, lang, keep), lang);
    }

    /** A centre by its id, or by a name that means one only. */
    private Unit unit(String asked, LocalDate today) {
        if (asked == null) {
            return null;
        }
        Optional<Unit> byId = units.find(asked).filter(Unit::receives);
        if (byId.isPresent()) {
            return byId.get();
        }
        ResolveUnit.Resolution found = resolveUnit.resolve(asked, null, today);
        return found.units().size() == 1
                ? units.find(found.units().get(0).id()).filter(Unit::receives).orElse(null)
                : null;
    }
}
