package vn.motcua.processing.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.AttachResult.Attached;
import vn.motcua.processing.casework.CaseView.ResultView;
import vn.motcua.processing.checklist.Attachment;
import vn.motcua.processing.checklist.AttachmentKind;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.Upload;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** One case: what it is, what may be done, doing it. */
@Path("/api/processing/cases")
@Tag(name = "cases")
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
    private static final int HISTORY_MAX = 100;

    @Inject
    Cases cases;

    @Inject
    ActOnCase acts;

    @Inject
    AttachResult attach;

    @Inject
    AttachFile attachFile;

    @Inject
    ProcessingConfig config;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({"specialist", "approver", "director", "reception", "auditor"})
    @Operation(summary = "The case of a dossier; an empty page where there is none to see")
    public Page<CaseView> ofDossier(@QueryParam("dossier") @NotNull UUID dossier) {
        Officer officer = Officer.of(caller);
        Cases.Known known = cases.seenOf(dossier, officer);
        return new Page<>(known == null ? List.of() : List.of(view(known, officer, null)), null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"specialist", "approver", "director", "reception", "auditor"})
    @Operation(summary = "One case with its history and what the caller may do now")
    @APIResponseSchema(value = CaseView.class, responseCode = "200")
    public Response one(@PathParam("id") UUID id) {
        Officer officer = Officer.of(caller);
        Cases.Known known = cases.seen(id, officer);
        if (known == null) {
            throw new ProblemException(ProcessingProblem.CASE_NOT_FOUND);
        }
        return answer(view(known, officer, cases.acts(id, HISTORY_MAX)));
    }

    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"specialist", "approver", "director", "reception"})
    @Idempotent
    @Operation(summary = "Acts on a case; the loser of a race is told who holds or changed it")
    @APIResponseSchema(value = CaseView.class, responseCode = "200")
    public Response act(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull CaseAction action) {
        return answer(CaseView.of(acts.act(id, action, ifMatch, Officer.of(caller)), null));
    }

    @PUT
    @Path("{id}/result")
    @Consumes({"application/pdf", "image/png", "image/jpeg", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({"specialist", "approver"})
    @Operation(summary = "Uploads the file of the result to propose or to reissue: PDF, PNG or JPEG, told by content")
    @APIResponseSchema(value = ResultView.class, responseCode = "200")
    public Response result(
            @PathParam("id") UUID id,
            @QueryParam("fence") Long fence,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            InputStream body) {
        try (Upload upload = Upload.receive(body, config.resultBytes())) {
            Attached attached = attach.attach(id, fence, ifMatch, Officer.of(caller), upload, null);
            return Response.ok(ResultView.of(attached.result()))
                    .header(HttpHeaders.ETAG, Revision.etag(attached.revision()))
                    .build();
        }
    }

    @PUT
    @Path("{id}/examination/attachments")
    @Consumes({"application/pdf", "image/png", "image/jpeg", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({"specialist", "approver"})
    @Operation(summary = "Puts a file of the department beside the case it holds: PDF, PNG or JPEG, told by content")
    @APIResponseSchema(value = Attachment.class, responseCode = "200")
    public Response attachment(
            @PathParam("id") UUID id,
            @QueryParam("fence") @NotNull Long fence,
            @QueryParam("kind") @NotNull AttachmentKind kind,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            InputStream body) {
        try (Upload upload = Upload.receive(body, config.resultBytes())) {
            AttachFile.Attached attached = attachFile.attach(id, fence, ifMatch, kind, Officer.of(caller), upload);
            return Response.ok(attached.file())
                    .header(HttpHeaders.ETAG, Revision.etag(attached.revision()))
                    .build();
        }
    }

    private CaseView view(Cases.Known known, Officer officer, List<CaseAct> history) {
        return CaseView.of(Examination.of(known, officer, clock.instant()), history);
    }

    private static Response answer(CaseView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }
}
