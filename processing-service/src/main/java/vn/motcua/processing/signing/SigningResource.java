package vn.motcua.processing.signing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.processing.casework.SeenCase;
import vn.motcua.processing.officer.Officer;

import java.util.UUID;

/** Signing and issuing results. */
@Path("/api/processing/cases/{id}/signings")
@Tag(name = "signings")
@Produces(MediaType.APPLICATION_JSON)
public class SigningResource {
    @Inject
    SignResult sign;

    @Inject
    Signings signings;

    @Inject
    SeenCase cases;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"specialist", "approver", "director", "reception", "auditor"})
    @Operation(summary = "How often the results of a case were signed, newest first, and what became of each number")
    public Page<SigningView> ofCase(@PathParam("id") UUID caseId) {
        cases.require(caseId, Officer.of(caller));
        return new Page<>(signings.ofCase(caseId).stream().map(SigningView::of).toList(), null);
    }

    @PUT
    @Path("{signing}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("approver")
    @Operation(
            summary = "Numbers, signs and issues the proposed result, or its correction, as one act",
            description =
                    "The id is made by the caller; the same id again is the same signing. If-Match as for acts of the case.")
    @APIResponseSchema(value = SigningView.class, responseCode = "200")
    public Response sign(
            @PathParam("id") UUID caseId,
            @PathParam("signing") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull SigningRequest request) {
        SignResult.Done done = sign.sign(caseId, id, ifMatch, request, Officer.of(caller));
        return Response.ok(SigningView.of(signings.findById(done.signing())))
                .header(HttpHeaders.ETAG, Revision.etag(done.revision()))
                .build();
    }
}
