package vn.motcua.catalog.unit;

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
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.qr.QrAnswer;
import vn.motcua.platform.problem.ProblemException;

/** QR codes of the units' public pages. */
@Path("/api/catalog/units")
@Tag(name = "units")
class UnitCodeResource {
    @Inject
    Units units;

    @Inject
    PublicAddress addresses;

    @GET
    @Path("{id}/qr.svg")
    @Produces("image/svg+xml")
    @PermitAll
    @Operation(operationId = "getUnitQrSvg", summary = "QR code of the unit's public page as SVG")
    @APIResponse(responseCode = "200", description = "SVG", content = @Content(mediaType = "image/svg+xml"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "unit-not-found")
    public Response svg(
            @PathParam("id") String id,
            @Parameter(description = "Pixels to a side, 120 to 2400") @QueryParam("size") String size,
            @Parameter(description = "White modules around it, 0 to 16, 4 by itself") @QueryParam("quiet") String quiet,
            @Context Request request) {
        return QrAnswer.svg(request, address(id), size, quiet);
    }

    @GET
    @Path("{id}/qr.png")
    @Produces("image/png")
    @PermitAll
    @Operation(operationId = "getUnitQrPng", summary = "QR code of the unit's public page as PNG")
    @APIResponse(responseCode = "200", description = "PNG", content = @Content(mediaType = "image/png"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "unit-not-found")
    public Response png(
            @PathParam("id") String id,
            @Parameter(description = "Pixels to a side, 120 to 2400") @QueryParam("size") String size,
            @Parameter(description = "White modules around it, 0 to 16, 4 by itself") @QueryParam("quiet") String quiet,
            @Context Request request) {
        return QrAnswer.png(request, address(id), size, quiet);
    }

    private String address(String id) {
        return units.find(Asked.text("id", id))
                .map(unit -> addresses.ofUnit(unit.id()))
                .orElseThrow(() -> new ProblemException(CatalogProblem.UNIT_NOT_FOUND, id));
    }
}
