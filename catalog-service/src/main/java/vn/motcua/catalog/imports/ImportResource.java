package vn.motcua.catalog.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.ProblemTexts;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Published lists, taken again by an editor of the catalogue and released by another person. */
@Path("/api/catalog/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class ImportResource {
    private static final List<String> STATES =
            Arrays.stream(ImportState.values()).map(ImportState::name).toList();
    private static final Pattern ASYNC = Pattern.compile("(?i)(?:^|[,;\\s])respond-async(?:$|[,;\\s])");

    @Inject
    ImportLists importLists;

    @Inject
    ImportQueue queue;

    @Inject
    ImportRuns runs;

    @Inject
    ImportProposals proposals;

    @Inject
    ActOnImport acting;

    @Inject
    Caller caller;

    @Inject
    CatalogConfig config;

    @Inject
    Clock clock;

    @POST
    @Consumes({"application/zip", MediaType.MULTIPART_FORM_DATA})
    @RolesAllowed("catalog-editor")
    @Idempotent
    @Operation(
            operationId = "importLists",
            summary = "Import procedures.csv, procedure_methods.csv, procedure_documents.csv and procedure_results.csv",
            description =
                    "A ZIP of lists in the shipped form, or the files apart as a form; overlays, routing and clock hours may be left out. All or"
                            + " nothing per procedure. Nothing is published: what differs is kept until it was submitted by an"
                            + " editor and released by another person.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "What would be published, row by row",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "202",
            description = "With Prefer: respond-async: noted, and begun; Location tells how far it is",
            content = @Content(schema = @Schema(implementation = ImportRun.class)))
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "422", description = "package-unreadable, idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Response run(
            byte[] body,
            @Parameter(description = "Tell what would be done, do nothing") @QueryParam("dryRun") boolean dryRun,
            @Parameter(description = "First legal day of new versions, unless released for another; tomorrow by itself")
                    @QueryParam("effectiveFrom")
                    String effectiveFrom,
            @Parameter(description = "respond-async: answer at once, import in the background") @HeaderParam("Prefer")
                    String prefer,
            @Context HttpHeaders headers) {
        Locale language = ProblemTexts.locale(headers.getAcceptableLanguages());
        LocalDate from = effectiveFrom == null
                ? LegalTime.date(clock.instant()).plusDays(1)
                : Asked.day("effectiveFrom", effectiveFrom, clock);
        byte[] zip =
                ImportUpload.zip(headers.getMediaType(), body, config.imports().maxBytes());
        ListSource lists = ImportPackage.open(zip, config.imports().maxBytes());
        UUID id = runs.begin(from, dryRun, Officer.of(caller));
        if (background(prefer)) {
            runs.keep(id, zip, language);
            queue.add(id, queue.importing(id, lists, from, dryRun, language));
            return accepted(id);
        }
        ImportReport report = importLists.run(id, lists, from, dryRun, language, ImportLists.Progress.NONE);
        runs.done(id, report);
        return Response.ok(report).build();
    }

    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"catalog-editor", "approver"})
    @Idempotent
    @Operation(
            operationId = "actOnImport",
            summary = "SUBMIT, DISCARD by an editor; RELEASE on a day by an approver; DECLINE by either",
            description =
                    "Who imported or submitted the lists does not release them. A procedure that changed since it was"
                            + " compared is never overwritten: the release is refused, or with leaveOut goes on without it.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The import, with its new ETag",
            content = @Content(schema = @Schema(implementation = ImportRun.class)))
    @APIResponse(
            responseCode = "202",
            description = "RELEASE with Prefer: respond-async: noted, and begun; Location tells how far it is",
            content = @Content(schema = @Schema(implementation = ImportRun.class)))
    @APIResponse(responseCode = "404", description = "import-not-found")
    @APIResponse(
            responseCode = "409",
            description = "action-not-allowed, second-person-needed, import-stale with every obstacle up to a hundred")
    @APIResponse(responseCode = "412", description = "precondition-failed, with who changed it")
    @APIResponse(responseCode = "428", description = "precondition-required")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Response act(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "respond-async: a release is answered at once and goes on in the background")
                    @HeaderParam("Prefer")
                    String prefer,
            @Valid @NotNull ImportRequest request) {
        UUID found = uuid(id).orElseThrow(() -> new ProblemException(CatalogProblem.IMPORT_NOT_FOUND, id));
        boolean background = request.kind() == ImportAction.RELEASE && background(prefer);
        acting.act(found, ifMatch, request, background);
        return background ? accepted(found) : answer(found);
    }

    @GET
    @RolesAllowed({"catalog-editor", "approver"})
    @Operation(operationId = "listImports", summary = "The last imports, the newest first, with who and when")
    @APIResponse(responseCode = "200", description = "A page, without reports")
    @APIResponse(responseCode = "400", description = "validation, invalid-cursor")
    public Page<ImportRun> list(
            @Parameter(
                            description = "Of those that would publish something, what stands there",
                            schema = @Schema(implementation = ImportState.class))
                    @QueryParam("state")
                    String state,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        String wanted = Asked.word("state", state, STATES, null);
        return runs.last(wanted == null ? null : ImportState.valueOf(wanted), after, Limit.of(limit));
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
        return answer(uuid(id).orElseThrow(() -> new ProblemException(CatalogProblem.IMPORT_NOT_FOUND, id)));
    }

    private static boolean background(String prefer) {
        return prefer != null && ASYNC.matcher(prefer).find();
    }

    private Response accepted(UUID id) {
        return Response.accepted(runs.find(id).orElseThrow())
                .location(URI.create("/api/catalog/imports/" + id))
                .build();
    }

    private Response answer(UUID id) {
        ImportRun run = runs.find(id).orElseThrow(() -> new ProblemException(CatalogProblem.IMPORT_NOT_FOUND, id));
        Response.ResponseBuilder answer = Response.ok(seen(run)).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (run.proposal() != null) {
            answer.header(HttpHeaders.ETAG, Revision.etag(run.proposal().revision()));
        }
        return answer.build();
    }

    /** With what has changed since it was compared, and what the caller may do. */
    private ImportRun seen(ImportRun run) {
        ImportProposal proposal = run.proposal();
        if (proposal == null) {
            return run;
        }
        boolean undecided = proposal.state() == ImportState.DRAFT || proposal.state() == ImportState.SUBMITTED;
        List<Obstacle> obstacles = !undecided
                ? List.of()
                : proposals.items(run.id()).stream()
                        .flatMap(item -> item.against(run.effectiveFrom()).stream())
                        .filter(Obstacle::inTheWay)
                        .toList();
        return run.with(proposal.seen(
                obstacles,
                ImportTable.allowed(
                        proposal.state(), proposal.workedOn(run.askedBy()), caller.roles(), caller.subject())));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
