package vn.motcua.catalog.poster;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.offer.Offers;
import vn.motcua.catalog.procedure.ListedProcedure;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.Units;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The whole wall of a unit, for everybody. */
@Path("/api/catalog/units")
@Produces("application/pdf")
@Tag(name = "posters")
class UnitWallResource {
    @Inject
    Procedures procedures;

    @Inject
    Units units;

    @Inject
    Offers offers;

    @Inject
    Posters posters;

    @Inject
    Sheets sheets;

    @Inject
    DrawnWalls drawn;

    @Inject
    Clock clock;

    @GET
    @Path("{id}/wall.pdf")
    @PermitAll
    @Operation(
            operationId = "getUnitWall",
            summary = "Booklet of a unit's whole wall: cover, index by field, a poster per procedure")
    @APIResponse(responseCode = "200", description = "PDF", content = @Content(mediaType = "application/pdf"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "unit-not-found, also for a unit that receives nothing")
    public Response wall(
            @PathParam("id") String id,
            @Parameter(description = "A5 or A4, A4 by itself") @QueryParam("size") String size,
            @Parameter(description = "vi or en, vi by itself") @QueryParam("language") String language,
            @Context Request request) {
        Paper paper = Sheets.paper(size);
        String lang = Sheets.language(language);
        LocalDate today = Asked.day("on", null, clock);
        Unit unit = units.find(Asked.text("id", id))
                .filter(found -> found.receives() && found.inForce(today))
                .orElseThrow(() -> new ProblemException(CatalogProblem.UNIT_NOT_FOUND, id));
        List<ListedProcedure> listed = offeredBy(unit, today);
        List<Object> depends = List.of(unit.id(), unit.nameOn(today), listed, today, paper, lang);
        return sheets.answer(
                request,
                depends,
                unit.id() + "-" + paper + ".pdf",
                () -> drawn.of(depends, out -> posters.wall(unit, listed, today, paper, lang, out)));
    }

    /** What the unit's board lists; all procedures where no board is known. */
    private List<ListedProcedure> offeredBy(Unit unit, LocalDate on) {
        Set<String> codes = offers.codes(unit.id());
        return procedures.listed(null, on).stream()
                .filter(each -> codes.isEmpty() || codes.contains(each.code()))
                .toList();
    }
}
