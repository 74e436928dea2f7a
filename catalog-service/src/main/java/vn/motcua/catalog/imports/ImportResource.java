package vn.motcua.catalog.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogConfig;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.http.Asked;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemTexts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** Published lists, taken again by an editor of the catalogue. */
@Path("/api/catalog/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class ImportResource {
    @Inject
    ImportLists importLists;

    @Inject
    CatalogConfig config;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @Consumes("application/zip")
    @RolesAllowed("catalog-editor")
    @Idempotent
    @Operation(
            operationId = "importLists",
            summary = "Import procedures.csv, procedure_methods.csv, procedure_documents.csv and procedure_results.csv",
            description =
                    "A ZIP of lists in the shipped form; overlays, routing and clock hours may be left out. All or"
                            + " nothing per procedure: changed content becomes a new version.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "What was done, row by row",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "422", description = "package-unreadable, idempotency-key-reused")
    public Response run(
            byte[] zip,
            @Parameter(description = "Tell what would be done, do nothing") @QueryParam("dryRun") boolean dryRun,
            @Parameter(description = "First legal day of new versions; the day after today by itself")
                    @QueryParam("effectiveFrom")
                    String effectiveFrom,
            @Context HttpHeaders headers) {
        Locale language = ProblemTexts.locale(headers.getAcceptableLanguages());
        LocalDate from = effectiveFrom == null
                ? LegalTime.date(clock.instant()).plusDays(1)
                : Asked.day("effectiveFrom", effectiveFrom, clock);
        var lists = ImportPackage.open(zip, config.imports().maxBytes());
        return Response.ok(importLists.run(lists, from, dryRun, language, Officer.of(caller)))
                .build();
    }
}
