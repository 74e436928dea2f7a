package vn.motcua.catalog.field;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.qr.QrAnswer;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Fields for everybody, and the QR codes of their pages. */
@Path("/api/catalog/fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fields")
class FieldResource {
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    Fields fields;

    @Inject
    PublicAddress addresses;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(operationId = "listFields", summary = "All fields with a procedure in force")
    @APIResponse(
            responseCode = "200",
            description = "In Vietnamese order, with the id that addresses carry",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Field.class)))
    public Response all(@Context Request request) {
        List<Field> all = fields.all(Asked.day("on", null, clock));
        return Cached.answer(request, Fingerprint.of(all), FRESH, () -> all);
    }

    @GET
    @Path("{field}/qr.svg")
    @Produces("image/svg+xml")
    @PermitAll
    @Operation(operationId = "getFieldQrSvg", summary = "QR code of the field's public page as SVG")
    @APIResponse(responseCode = "200", description = "SVG", content = @Content(mediaType = "image/svg+xml"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "field-not-found")
    public Response svg(
            @Parameter(description = "Id or name") @PathParam("field") String field,
            @Parameter(description = "Pixels to a side, 120 to 2400") @QueryParam("size") String size,
            @Parameter(description = "White modules around it, 0 to 16, 4 by itself") @QueryParam("quiet") String quiet,
            @Context Request request) {
        return QrAnswer.svg(request, address(field), size, quiet);
    }

    @GET
    @Path("{field}/qr.png")
    @Produces("image/png")
    @PermitAll
    @Operation(operationId = "getFieldQrPng", summary = "QR code of the field's public page as PNG")
    @APIResponse(responseCode = "200", description = "PNG", content = @Content(mediaType = "image/png"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "field-not-found")
    public Response png(
            @Parameter(description = "Id or name") @PathParam("field") String field,
            @Parameter(description = "Pixels to a side, 120 to 2400") @QueryParam("size") String size,
            @Parameter(description = "White modules around it, 0 to 16, 4 by itself") @QueryParam("quiet") String quiet,
            @Context Request request) {
        return QrAnswer.png(request, address(field), size, quiet);
    }

    private String address(String field) {
        return fields.find(Asked.text("field", field), Asked.day("on", null, clock))
                .map(found -> addresses.ofField(found.id()))
                .orElseThrow(() -> new ProblemException(CatalogProblem.FIELD_NOT_FOUND, field));
    }
}
