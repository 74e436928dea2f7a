package vn.motcua.catalog.procedure;

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
import vn.motcua.catalog.qr.QrAnswer;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Procedures for everybody: one version by day, the QR code of its public page. */
@Path("/api/catalog/procedures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "procedures")
class ProcedureResource {
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    Procedures procedures;

    @Inject
    PublicAddress addresses;

    @Inject
    Clock clock;

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "getProcedure", summary = "The version in force on a legal day (today by itself)")
    @APIResponse(
            responseCode = "200",
            description = "All that the version says",
            content = @Content(schema = @Schema(implementation = ProcedureView.class)))
    @APIResponse(responseCode = "404", description = "procedure-not-found")
    public Response one(@PathParam("code") String code, @QueryParam("on") String on, @Context Request request) {
        ProcedureVersion version = inForce(code, Asked.day("on", on, clock));
        ProcedureView view = ProcedureView.of(
                version,
                LegalTime.date(clock.instant()),
                addresses.of(version.content().code()));
        return Cached.answer(request, Fingerprint.of(view), FRESH, () -> view);
    }

    @GET
    @Path("{code}/qr.svg")
    @Produces("image/svg+xml")
    @PermitAll
    @Operation(operationId = "getProcedureQrSvg", summary = "QR code of the procedure's public page as SVG")
    @APIResponse(responseCode = "200", description = "SVG", content = @Content(mediaType = "image/svg+xml"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "procedure-not-found")
    public Response svg(
            @PathParam("code") String code,
            @Parameter(description = "Pixels to a side, 120 to 2400") @QueryParam("size") String size,
            @Parameter(description = "White modules around it, 0 to 16, 4 by itself") @QueryParam("quiet") String quiet,
            @Context Request request) {
        return QrAnswer.svg(request, address(code), size, quiet);
    }

    @GET
    @Path("{code}/qr.png")
    @Produces("image/png")
    @PermitAll
    @Operation(operationId = "getProcedureQrPng", summary = "QR code of the procedure's public page as PNG")
    @APIResponse(responseCode = "200", description = "PNG", content = @Content(mediaType = "image/png"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "procedure-not-found")
    public Response png(
            @PathParam("code") String code,
            @Parameter(description = "Pixels to a side, 120 to 2400") @QueryParam("size") String size,
            @Parameter(description = "White modules around it, 0 to 16, 4 by itself") @QueryParam("quiet") String quiet,
            @Context Request request) {
        return QrAnswer.png(request, address(code), size, quiet);
    }

    private String address(String code) {
        return addresses.of(
                inForce(code, Asked.day("on", null, clock)).content().code());
    }

    private ProcedureVersion inForce(String code, LocalDate on) {
        return procedures.inForce(Asked.text("code", code), on).orElseThrow(() -> notInForce(code, on));
    }

    /** Says also when it ended and what took its place, where that is so. */
    private ProblemException notInForce(String code, LocalDate on) {
        ProblemException problem = new ProblemException(CatalogProblem.PROCEDURE_NOT_FOUND, code);
        procedures
                .newest(Asked.text("code", code))
                .filter(last -> last.ending() != null && last.effectiveTo().isBefore(on))
                .ifPresent(last -> problem.with("endedOn", last.effectiveTo())
                        .with("successors", last.ending().successors()));
        return problem;
    }
}
