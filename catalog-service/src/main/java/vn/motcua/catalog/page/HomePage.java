package vn.motcua.catalog.page;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.catalog.procedure.ProcedureSearch;
import vn.motcua.catalog.procedure.ProcedureSummary;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.SearchTerms;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The first page of the suite: what do you need, and what fits. Bad input never stops a person: it is cut or left out. */
@Path("/")
@Produces("text/html;charset=UTF-8")
class HomePage {
    private static final int ROWS = 20;
    private static final int LONGEST = 200;

    @Inject
    Procedures procedures;

    @Inject
    ProcedureSearch search;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response home(
            @QueryParam("q") String q,
            @QueryParam("field") String field,
            @QueryParam("after") String after,
            @QueryParam("lang") String asked,
            @Context HttpHeaders headers,
            @Context Request request) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        LocalDate today = LegalTime.date(clock.instant());
        SearchTerms terms = new SearchTerms(readable(q), readable(field), null, today);
        boolean empty = terms.text() == null && terms.field() == null;
        Page<ProcedureSummary> page = empty && after == null ? new Page<>(List.of(), null) : search(terms, after);
        Pages.Home view = new Pages.Home(
                terms.text() == null ? "" : terms.text(),
                terms.field(),
                page.items(),
                page.next(),
                procedures.count(today),
                empty && after == null ? procedures.fields(today) : List.of());
        return PageAnswer.of(request, Pages.home(view, lang, PageAnswer.keep(asked)), lang);
    }

    private Page<ProcedureSummary> search(SearchTerms terms, String after) {
        try {
            return search.find(terms, after, ROWS);
        } catch (ProblemException badCursor) {
            return search.find(terms, null, ROWS);
        }
    }

    private static String readable(String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(value, Normalizer.Form.NFC)
                .replace("\0", "")
                .strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }
}
