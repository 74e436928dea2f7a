package vn.motcua.processing.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

/** "Give me the next." */
@Path("/api/processing/departments/{department}/next")
@Tag(name = "queues")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NextCaseResource {
    @Inject
    ClaimNext next;

    @Inject
    Caller caller;

    /** @param unit whose queue it is */
    record Asked(@NotNull @Size(min = 1, max = 60) String unit) {}

    @POST
    @RolesAllowed("specialist")
    @Idempotent
    @Operation(summary = "Claims the most urgent case nobody holds for the caller")
    @APIResponseSchema(value = CaseView.class, responseCode = "200")
    @APIResponse(responseCode = "204", description = "no case is free")
    public Response next(@PathParam("department") String department, @Valid @NotNull Asked asked) {
        Officer officer = Officer.of(caller);
        if (!officer.units().contains(asked.unit()) || !department.equals(officer.department())) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        Examination claimed = next.claim(asked.unit(), department, officer);
        if (claimed == null) {
            return Response.noContent().build();
        }
        return Response.ok(CaseView.of(claimed, null))
                .header(HttpHeaders.ETAG, Revision.etag(claimed.one().revision()))
                .build();
    }
}
