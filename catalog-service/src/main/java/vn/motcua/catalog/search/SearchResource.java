package vn.motcua.catalog.search;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/** The search for everybody. */
@Path("/api/catalog/procedures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "procedures")
class SearchResource {
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** A page of search results, as documented. */
    @Schema(name = "ProcedurePage")
    record ProcedurePage(
            java.util.List<ProcedureSummary> items,
            String next,
            int total,
            String didYouMean,
            SearchResult.Facets facets) {}

    @Inject
    ProcedureSearch search;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(
            operationId = "searchProcedures",
            summary =
                    "Search by words (with or without diacritics, with slips), code, field, life event, subject, unit")
    @APIResponse(
            responseCode = "200",
            description =
                    "Best fits first where words are asked for, else by name; with the counts to narrow by, and the"
                            + " words that were meant where nothing fits those that were typed",
            content = @Content(schema = @Schema(implementation = ProcedurePage.class)))
    @APIResponse(responseCode = "400", description = "invalid-cursor, validation")
    public Response search(
            @Parameter(description = "Words of a name, field or code, or people's own, at most 200 characters")
                    @QueryParam("q")
                    String q,
            @Parameter(description = "Name of a field") @QueryParam("field") String field,
            @Parameter(description = "Level at which it is offered") @QueryParam("level") String level,
            @Parameter(description = "FULL, PARTIAL or UNKNOWN") @QueryParam("online") String online,
            @Parameter(description = "Id of a life event or subject") @QueryParam("topic") String topic,
            @Parameter(description = "Id of the unit that shall offer it") @QueryParam("unit") String unit,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 100, 20 by itself") @QueryParam("limit") Integer limit,
            @Context Request request) {
        SearchTerms terms = new SearchTerms(
                Asked.text("q", q),
                Asked.text("field", field),
                Asked.text("level", level),
                online(online),
                Asked.text("topic", topic),
                Asked.text("unit", unit),
                Asked.day("on", null, clock));
        SearchResult page = search.find(terms, after, Limit.of(limit));
        return Cached.answer(request, Fingerprint.of(page), FRESH, () -> page);
    }

    private static OnlineLevel online(String value) {
        String text = Asked.text("online", value);
        if (text == null) {
            return null;
        }
        return Arrays.stream(OnlineLevel.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(Problems.VALIDATION).violation("/online", "FULL, PARTIAL, UNKNOWN"));
    }
}
