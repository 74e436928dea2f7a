package vn.motcua.catalog.unit;

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
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Duration;

/** Units for everybody: one by id, and what an old or new name or code means on a day. */
@Path("/api/catalog/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units")
class UnitResource {
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    Units units;

    @Inject
    ResolveUnit resolveUnit;

    @Inject
    Clock clock;

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getUnit", summary = "A unit, in force or former, with its names in time")
    @APIResponse(
            responseCode = "200",
            description = "The unit",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @APIResponse(responseCode = "404", description = "unit-not-found")
    public Response one(@PathParam("id") String id, @Context Request request) {
        Unit unit = units.find(Asked.text("id", id))
                .orElseThrow(() -> new ProblemException(CatalogProblem.UNIT_NOT_FOUND, id));
        UnitView view = UnitView.of(unit);
        return Cached.answer(request, Fingerprint.of(view), FRESH, () -> view);
    }

    @GET
    @Path("resolve")
    @PermitAll
    @Operation(
            operationId = "resolveUnit",
            summary = "The units in force that an old or new name, code or address means on a legal day, why, and how"
                    + " sure that is; never a guess")
    @APIResponse(
            responseCode = "200",
            description = "None, one or all candidates",
            content = @Content(schema = @Schema(implementation = ResolveUnit.Resolution.class)))
    @APIResponse(responseCode = "400", description = "validation")
    public Response resolve(
            @Parameter(description = "Name with its kind or without, five-digit code, or a whole address, old or new")
                    @QueryParam("name")
                    String name,
            @Parameter(description = "District or province, old or new") @QueryParam("within") String within,
            @Parameter(description = "Legal day, today by itself") @QueryParam("on") String on,
            @Context Request request) {
        String asked = Asked.text("name", name);
        if (asked == null) {
            throw new ProblemException(Problems.VALIDATION).violation("/name", "1...200");
        }
        var answer = resolveUnit.resolve(asked, Asked.text("within", within), Asked.day("on", on, clock));
        return Cached.answer(request, Fingerprint.of(answer), FRESH, () -> answer);
    }
}
