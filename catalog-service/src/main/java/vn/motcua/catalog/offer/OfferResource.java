package vn.motcua.catalog.offer;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What a unit offers, for everybody. */
@Path("/api/catalog/units/{id}/procedures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units")
class OfferResource {
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** A page of what a unit offers. */
    @Schema(name = "OfferPage")
    record OfferPage(List<Offer> items, String next) {}

    @Inject
    Offers offers;

    @Inject
    Units units;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(
            operationId = "listUnitProcedures",
            summary = "What the unit offers by its public board; nothing where no board is known")
    @APIResponse(
            responseCode = "200",
            description = "By code, with decision and first day where they are established",
            content = @Content(schema = @Schema(implementation = OfferPage.class)))
    @APIResponse(responseCode = "400", description = "invalid-cursor, validation")
    @APIResponse(responseCode = "404", description = "unit-not-found")
    public Response offered(
            @PathParam("id") String id,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 100, 20 by itself") @QueryParam("limit") Integer limit,
            @Context Request request) {
        Unit unit = units.find(Asked.text("id", id))
                .orElseThrow(() -> new ProblemException(CatalogProblem.UNIT_NOT_FOUND, id));
        Page<Offer> page = offers.page(unit.id(), Asked.day("on", null, clock), after, Limit.of(limit));
        return Cached.answer(request, Fingerprint.of(page), FRESH, () -> page);
    }
}
