package vn.motcua.catalog.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.check.Finding;
import vn.motcua.catalog.check.FindingView;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.WhatChanged;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.ProblemTexts;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Versions in the making: editors write and submit, approvers approve, send back and publish. */
@Path("/api/catalog/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "drafts")
class DraftResource {
    private static final String READERS = "Roles catalog-editor, approver, auditor";

    @Inject
    Drafts drafts;

    @Inject
    WriteDraft writing;

    @Inject
    ActOnDraft acting;

    @Inject
    Procedures procedures;

    @Inject
    Caller caller;

    /**
     * Whose draft is wanted.
     *
     * @param content of a new procedure; null: the newest version of the code, as it is
     * @param reason why the procedure is to say something else, or is new; kept in the history
     */
    record NewDraft(
            @NotNull @Pattern(regexp = "[0-9]\\.[0-9]{6}(\\.[A-Y][0-9]{2})?") String code,
            Procedure content,
            @NotBlank @Size(max = DraftRequest.TEXT) String reason) {}

    /**
     * All that a draft says; what is left out is said no more.
     *
     * @param announcement the decision, as far as it is known
     * @param basedOn the newest version, once compared with; null: as it was
     * @param reason why it is written so, kept in the history; null: as was said before
     */
    record DraftBody(
            @NotNull Procedure content,
            LocalDate effectiveFrom,
            @Valid Decision announcement,
            Integer basedOn,
            @Size(max = DraftRequest.TEXT) String reason) {}

    /** A decision as far as it is known. */
    @Schema(name = "DraftDecision")
    record Decision(@Size(max = 100) String number, LocalDate date) {}

    /**
     * A page of drafts.
     *
     * @param allowedActions of the caller: BEGIN for an editor
     */
    @Schema(name = "DraftPage")
    record DraftPage(List<DraftView.Summary> items, String next, List<String> allowedActions) {}

    /** @param errors how many keep it from being submitted */
    @Schema(name = "DraftChecks")
    record Checks(List<FindingView> findings, int errors) {}

    /** @param from version compared with; null: a new procedure, to which nothing is compared */
    @Schema(name = "DraftChanges")
    record Changes(Integer from, List<WhatChanged.Change> changes) {}

    @POST
    @Idempotent
    @RolesAllowed("catalog-editor")
    @Operation(
            operationId = "beginDraft",
            summary = "Begin a draft from the newest version of a code, or for a new one")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = DraftView.class, responseCode = "201", responseDescription = "The draft, with its ETag")
    @APIResponse(responseCode = "404", description = "procedure-not-found")
    @APIResponse(responseCode = "409", description = "code-taken, draft-exists")
    public Response begin(@Valid @NotNull NewDraft asked) {
        Draft draft = writing.begin(asked);
        return answer(Response.created(URI.create("/api/catalog/drafts/" + draft.id())), draft);
    }

    @GET
    @RolesAllowed({"catalog-editor", "approver", "auditor"})
    @Operation(operationId = "listDrafts", summary = "Drafts, the newest change first", description = READERS)
    @APIResponseSchema(value = DraftPage.class, responseCode = "200", responseDescription = "A page of drafts")
    @APIResponse(responseCode = "400", description = "invalid-cursor, validation")
    public DraftPage list(
            @Parameter(description = "Of one procedure") @QueryParam("code") String code,
            @Parameter(description = "In one state") @QueryParam("state") String state,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 100, 20 by itself") @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        List<String> states =
                Arrays.stream(DraftState.values()).map(DraftState::name).toList();
        String wanted = Asked.word("state", state, states, null);
        String[] key = Cursor.decode(after, 2);
        Page<Draft> page = Page.of(
                drafts.newest(
                        Asked.text("code", code),
                        wanted == null ? null : DraftState.valueOf(wanted),
                        key == null ? null : Cursor.instant(key[0]),
                        key == null ? null : Cursor.uuid(key[1]),
                        most + 1),
                most,
                last -> Cursor.encode(last.changedAt().toString(), last.id().toString()));
        return new DraftPage(
                page.items().stream().map(DraftView.Summary::of).toList(),
                page.next(),
                caller.has("catalog-editor") ? List.of("BEGIN") : List.of());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"catalog-editor", "approver", "auditor"})
    @Operation(
            operationId = "getDraft",
            summary = "One draft with what the caller may do, and its ETag",
            description = READERS)
    @APIResponseSchema(value = DraftView.class, responseCode = "200", responseDescription = "The draft")
    @APIResponse(responseCode = "404", description = "draft-not-found")
    public Response one(@PathParam("id") UUID id) {
        return answer(Response.ok(), found(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("catalog-editor")
    @Operation(operationId = "writeDraft", summary = "Write what the draft says")
    @APIResponseSchema(
            value = DraftView.class,
            responseCode = "200",
            responseDescription = "The draft, with its new ETag")
    @APIResponse(responseCode = "400", description = "validation, by place")
    @APIResponse(responseCode = "404", description = "draft-not-found")
    @APIResponse(responseCode = "409", description = "action-not-allowed")
    @APIResponse(responseCode = "412", description = "precondition-failed, with who changed it")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response write(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DraftBody body) {
        return answer(Response.ok(), writing.edit(id, ifMatch, body));
    }

    @POST
    @Path("{id}/actions")
    @Idempotent
    @RolesAllowed({"catalog-editor", "approver"})
    @Operation(
            operationId = "actOnDraft",
            summary = "SUBMIT, DISCARD by an editor; APPROVE, SEND_BACK, PUBLISH by an approver",
            description = "Who wrote any of a draft neither approves nor publishes it.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = DraftView.class,
            responseCode = "200",
            responseDescription = "The draft, with its new ETag")
    @APIResponse(responseCode = "404", description = "draft-not-found")
    @APIResponse(responseCode = "409", description = "action-not-allowed, second-person-needed")
    @APIResponse(responseCode = "412", description = "precondition-failed, with who changed it")
    @APIResponse(
            responseCode = "422",
            description = "checks-failed, with a violation per error; idempotency-key-reused")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response act(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DraftRequest request,
            @Context HttpHeaders headers) {
        return answer(
                Response.ok(), acting.act(id, ifMatch, request, ProblemTexts.locale(headers.getAcceptableLanguages())));
    }

    @GET
    @Path("{id}/checks")
    @RolesAllowed({"catalog-editor", "approver", "auditor"})
    @Operation(
            operationId = "checkDraft",
            summary = "What keeps the draft from being published, and what is to be looked at",
            description = READERS)
    @APIResponseSchema(
            value = Checks.class,
            responseCode = "200",
            responseDescription = "Findings in the order of the form")
    @APIResponse(responseCode = "404", description = "draft-not-found")
    public Checks checks(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        List<Finding> findings = acting.findings(found(id));
        return new Checks(FindingView.of(findings, ProblemTexts.locale(headers.getAcceptableLanguages())), (int)
                findings.stream().filter(Finding::error).count());
    }

    @GET
    @Path("{id}/changes")
    @RolesAllowed({"catalog-editor", "approver", "auditor"})
    @Operation(
            operationId = "compareDraft",
            summary = "What the draft changes in the version it was begun from, field by field",
            description = READERS)
    @APIResponseSchema(
            value = Changes.class,
            responseCode = "200",
            responseDescription = "Changes in the order of a version")
    @APIResponse(responseCode = "404", description = "draft-not-found")
    public Changes changes(@PathParam("id") UUID id) {
        Draft draft = found(id);
        if (draft.basedOn() == null) {
            return new Changes(null, List.of());
        }
        Procedure before = procedures
                .version(draft.code(), draft.basedOn())
                .orElseThrow(
                        () -> new ProblemException(CatalogProblem.VERSION_NOT_FOUND, draft.code(), draft.basedOn()))
                .content();
        return new Changes(draft.basedOn(), WhatChanged.between(before, draft.content()));
    }

    private Draft found(UUID id) {
        return drafts.find(id).orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND, id));
    }

    private Response answer(Response.ResponseBuilder answer, Draft draft) {
        return answer.entity(DraftView.of(draft, DraftTable.allowed(draft, caller.roles(), caller.subject())))
                .header(HttpHeaders.ETAG, Revision.etag(draft.revision()))
                .build();
    }
}
