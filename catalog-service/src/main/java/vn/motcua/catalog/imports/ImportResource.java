package vn.motcua.catalog.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.ProblemTexts;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Published lists, taken again by an editor of the catalogue. */
@Path("/api/catalog/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class ImportResource {
    private static final Pattern ASYNC = Pattern.compile("(?i)(?:^|[,;\\s])respond-async(?:$|[,;\\s])");

    @Inject
    ImportLists importLists;

    @Inject
    ImportQueue queue;

    @Inject
    ImportRuns runs;

    @Inject
    Caller caller;

    @Inject
    CatalogConfig config;

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
    @APIResponse(
            responseCode = "202",
            description = "With Prefer: respond-async: noted, and begun; Location tells how far it is",
            content = @Content(schema = @Schema(implementation = ImportRun.class)))
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "422", description = "package-unreadable, idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Response run(
            byte[] zip,
            @Parameter(description = "Tell what would be done, do nothing") @QueryParam("dryRun") boolean dryRun,
            @Parameter(description = "First legal day of new versions; the day after today by itself")
                    @QueryParam("effectiveFrom")
                    String effectiveFrom,
            @Parameter(description = "respond-async: answer at once, import in the background") @HeaderParam("Prefer")
                    String prefer,
            @Context HttpHeaders headers) {
        Locale language = ProblemTexts.locale(headers.getAcceptableLanguages());
        LocalDate from = effectiveFrom == null
                ? LegalTime.date(clock.instant()).plusDays(1)
                : Asked.day("effectiveFrom", effectiveFrom, clock);
        ListSource lists = ImportPackage.open(zip, config.imports().maxBytes());
        Officer by = Officer.of(caller);
        UUID id = runs.begin(from, dryRun, by);
        if (prefer != null && ASYNC.matcher(prefer).find()) {
            runs.keep(id, zip, language);
            queue.add(id, lists, from, dryRun, language, by);
            return Response.accepted(runs.find(id).orElseThrow())
                    .location(URI.create("/api/catalog/imports/" + id))
                    .build();
        }
        ImportReport report = importLists.run(lists, from, dryRun, language, by, ImportLists.Progress.NONE);
        runs.done(id, report);
        return Response.ok(report).build();
    }

    @GET
    @RolesAllowed({"catalog-editor", "approver"})
    @Operation(operationId = "listImports", summary = "The last imports, the newest first, with who and when")
    @APIResponse(responseCode = "200", description = "A page, without reports")
    @APIResponse(responseCode = "400", description = "validation, invalid-cursor")
    public Page<ImportRun> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return runs.last(after, Limit.of(limit));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"catalog-editor", "approver"})
    @Operation(operationId = "getImport", summary = "How far an import is, and at its end what it did")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(schema = @Schema(implementation = ImportRun.class)))
    @APIResponse(responseCode = "404", description = "import-not-found")
    public Response one(@PathParam("id") String id) {
        ImportRun run = uuid(id).flatMap(runs::find)
                .orElseThrow(() -> new ProblemException(CatalogProblem.IMPORT_NOT_FOUND, id));
        return Response.ok(run).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
