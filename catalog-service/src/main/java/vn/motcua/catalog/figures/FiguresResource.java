package vn.motcua.catalog.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.Units;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Figures for everybody, with the procedures behind each number. */
@Path("/api/catalog/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures")
class FiguresResource {
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    PublicityOfUnits publicity;

    @Inject
    Units units;

    @Inject
    Clock clock;

    /**
     * The three figures and a page of the procedures behind them.
     *
     * @param procedures that are counted at all
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PublicityFigures")
    record View(
            String unit,
            LocalDate on,
            int procedures,
            List<Publicity.Figure> figures,
            List<Publicity.Row> items,
            String next) {}

    @GET
    @Path("publicity")
    @PermitAll
    @Operation(
            operationId = "getPublicity",
            summary = "Figures 1.1 to 1.3 of Decision 766 for a unit's board, with the procedures behind each number")
    @APIResponse(
            responseCode = "200",
            description = "Figures over nothing are N/A; what lacks a date is counted as not established",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "invalid-cursor, validation")
    @APIResponse(responseCode = "404", description = "unit-not-found")
    public Response publicity(
            @Parameter(description = "Id of the unit", required = true) @QueryParam("unit") String unit,
            @Parameter(description = "Only procedures counted in this figure's state: 1.1, 1.2 or 1.3")
                    @QueryParam("figure")
                    String figure,
            @Parameter(description = "FULFILLED, NOT_FULFILLED or NOT_ESTABLISHED") @QueryParam("state") String state,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 100, 20 by itself") @QueryParam("limit") Integer limit,
            @Context Request request) {
        String asked = Asked.text("unit", unit);
        if (asked == null) {
            throw new ProblemException(Problems.VALIDATION).violation("/unit", "1...200");
        }
        Unit found = units.find(asked).orElseThrow(() -> new ProblemException(CatalogProblem.UNIT_NOT_FOUND, asked));
        LocalDate on = Asked.day("on", null, clock);
        List<Publicity.Row> rows = publicity.rows(found.id(), on);
        Page<Publicity.Row> page = page(Counted.strict(figure, state).of(rows), after, Limit.of(limit));
        View view = new View(found.id(), on, rows.size(), Publicity.figures(rows), page.items(), page.next());
        return Cached.answer(request, Fingerprint.of(view), FRESH, () -> view);
    }

    private static Page<Publicity.Row> page(List<Publicity.Row> rows, String after, int limit) {
        String last = Asked.afterCode(after);
        List<Publicity.Row> next = rows.stream()
                .filter(each -> last == null || each.code().compareTo(last) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(next, limit, each -> Cursor.encode(each.code()));
    }
}
