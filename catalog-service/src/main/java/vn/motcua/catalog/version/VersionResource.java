package vn.motcua.catalog.version;

import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.dossier.FollowedDossiers;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.ProcedureView;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.procedure.WhatChanged;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The published versions of a procedure for everybody; its end, proposed by an editor and decided by somebody else. */
@Path("/api/catalog/procedures/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "versions")
class VersionResource {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String DRAFT = "DRAFT";
    private static final int MOST_VERSIONS = 100_000;

    @Inject
    Procedures procedures;

    @Inject
    FollowedDossiers dossiers;

    @Inject
    EndProcedure ending;

    @Inject
    EndProposals proposals;

    @Inject
    PublicAddress addresses;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * A page of versions.
     *
     * @param revision the ETag of the procedure, moved by every publication, proposal and end
     * @param allowedActions of the caller, now: PROPOSE_END, END, DECLINE_END, and DRAFT to begin the next version
     * @param proposedEnd how somebody would end it; null where nobody would, and for those who do not work on the catalogue
     */
    @Schema(name = "ProcedureVersionPage")
    record VersionPage(
            String code,
            long revision,
            List<VersionView> items,
            String next,
            List<String> allowedActions,
            ProposedEnd proposedEnd) {}

    /** What differs between two versions. */
    @Schema(name = "ProcedureChanges")
    record Changes(String code, int from, int to, List<WhatChanged.Change> changes) {}

    @GET
    @Path("versions")
    @PermitAll
    @Operation(
            operationId = "listProcedureVersions",
            summary = "Every published version, oldest first; for those who work on the catalogue with open dossiers")
    @APIResponseSchema(value = VersionPage.class, responseCode = "200", responseDescription = "A page of versions")
    @APIResponse(responseCode = "400", description = "invalid-cursor, validation")
    @APIResponse(responseCode = "404", description = "procedure-not-found")
    public Response versions(
            @PathParam("code") String code,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 100, 20 by itself") @QueryParam("limit") Integer limit,
            @Context Request request) {
        int most = Limit.of(limit);
        String[] key = Cursor.decode(after, 1);
        String asked = Asked.text("code", code);
        Line line =
                proposals.line(asked).orElseThrow(() -> new ProblemException(CatalogProblem.PROCEDURE_NOT_FOUND, code));
        boolean officer = caller.has("catalog-editor") || caller.has("approver") || caller.has("auditor");
        Map<Integer, Integer> open = officer ? dossiers.open(asked) : Map.of();
        LocalDate today = LegalTime.date(clock.instant());
        Page<VersionView> page = Page.of(
                procedures.versions(asked, key == null ? 0 : number(key[0]), most + 1).stream()
                        .map(each -> VersionView.of(each, today, officer ? open.getOrDefault(each.version(), 0) : null))
                        .toList(),
                most,
                last -> Cursor.encode(Integer.toString(last.version())));
        VersionPage view = new VersionPage(
                asked, line.revision(), page.items(), page.next(), allowed(line), officer ? line.proposal() : null);
        if (!officer) {
            return Cached.answer(request, Fingerprint.of(view), FRESH, () -> view);
        }
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("versions/{version}")
    @PermitAll
    @Operation(operationId = "getProcedureVersion", summary = "One published version, in force or not")
    @APIResponseSchema(value = ProcedureView.class, responseCode = "200", responseDescription = "All that it says")
    @APIResponse(responseCode = "404", description = "version-not-found")
    public Response version(
            @PathParam("code") String code, @PathParam("version") String version, @Context Request request) {
        ProcedureVersion found = published(code, version);
        ProcedureView view = ProcedureView.of(
                found,
                LegalTime.date(clock.instant()),
                addresses.of(found.content().code()));
        return Cached.answer(request, Fingerprint.of(view), FRESH, () -> view);
    }

    @GET
    @Path("changes")
    @PermitAll
    @Operation(
            operationId = "compareProcedureVersions",
            summary = "What differs between two published versions, field by field")
    @APIResponseSchema(
            value = Changes.class,
            responseCode = "200",
            responseDescription = "Changes in a version's order")
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "procedure-not-found, version-not-found")
    public Response changes(
            @PathParam("code") String code,
            @Parameter(description = "Version; the one before the other by itself") @QueryParam("from") String from,
            @Parameter(description = "Version; the newest by itself") @QueryParam("to") String to,
            @Context Request request) {
        Integer second = Asked.number("to", to, 1, MOST_VERSIONS, null);
        ProcedureVersion after = second == null ? newest(code) : published(code, second.toString());
        int first = Asked.number("from", from, 1, MOST_VERSIONS, Math.max(1, after.version() - 1));
        ProcedureVersion before = published(code, Integer.toString(first));
        Changes view = new Changes(
                after.content().code(),
                before.version(),
                after.version(),
                WhatChanged.between(before.content(), after.content()));
        return Cached.answer(request, Fingerprint.of(view), FRESH, () -> view);
    }

    /** The last version, and how somebody would end it. */
    @Schema(name = "EndedProcedure")
    record Ended(String code, long revision, VersionView version, int openDossiers, ProposedEnd proposedEnd) {}

    @POST
    @Path("actions")
    @Idempotent
    @RolesAllowed({"catalog-editor", "approver"})
    @Operation(
            operationId = "actOnProcedure",
            summary =
                    "The end of a procedure, with its decision and successors: an editor proposes, another person decides",
            description =
                    "PROPOSE_END by a catalog-editor, END by an approver who did not propose it, DECLINE_END by either."
                            + " The answer tells how many dossiers are still open under it.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = Ended.class,
            responseCode = "200",
            responseDescription = "The last version, with the new ETag")
    @APIResponse(responseCode = "404", description = "procedure-not-found")
    @APIResponse(responseCode = "409", description = "last-day-refused, end-not-open, second-person-needed")
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response act(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull VersionRequest request) {
        String asked = Asked.text("code", code);
        EndProcedure.Outcome now = ending.act(asked, ifMatch, request);
        Map<Integer, Integer> open = dossiers.open(asked);
        Ended view = new Ended(
                asked,
                Line.of(now.last(), now.standing()).revision(),
                VersionView.of(
                        now.last(),
                        LegalTime.date(clock.instant()),
                        open.getOrDefault(now.last().version(), 0)),
                open.values().stream().mapToInt(Integer::intValue).sum(),
                now.standing().proposal());
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    private List<String> allowed(Line line) {
        List<String> allowed = new ArrayList<>();
        if (caller.has("catalog-editor")) {
            allowed.add(DRAFT);
        }
        EndAct.allowed(line, caller.roles(), caller.subject()).forEach(each -> allowed.add(each.name()));
        return allowed;
    }

    private ProcedureVersion newest(String code) {
        return procedures
                .newest(Asked.text("code", code))
                .orElseThrow(() -> new ProblemException(CatalogProblem.PROCEDURE_NOT_FOUND, code));
    }

    private ProcedureVersion published(String code, String version) {
        return (version.matches("[1-9]\\d{0,5}")
                        ? procedures.version(Asked.text("code", code), Integer.parseInt(version))
                        : java.util.Optional.<ProcedureVersion>empty())
                .orElseThrow(() -> new ProblemException(CatalogProblem.VERSION_NOT_FOUND, code, version));
    }

    private static int number(String part) {
        if (!part.matches("\\d{1,9}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        return Integer.parseInt(part);
    }
}
