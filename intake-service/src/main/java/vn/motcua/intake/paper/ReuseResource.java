package vn.motcua.intake.paper;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.LocalDate;
import java.util.UUID;

/** A paper taken over from an earlier dossier of the same person. */
@Path("/api/intake/dossiers/{id}/papers/{component}")
@Produces(MediaType.APPLICATION_JSON)
public class ReuseResource {
    private final ReusePaper reusing;

    ReuseResource(ReusePaper reusing) {
        this.reusing = reusing;
    }

    /**
     * Which paper is taken over.
     *
     * @param consent whether the person agrees to it; without, nothing is taken over
     * @param validUntil its last day, where the caller knows it and the earlier dossier does not
     */
    public record ReuseRequest(
            @NotNull UUID dossierId,
            @NotNull @Size(min = 1, max = 100) String component,
            @NotNull Boolean consent,
            LocalDate validUntil) {}

    /** Papers with a file of earlier dossiers of the owner that the caller may see, newest first; empty where the owner has no number. */
    @GET
    @Path("earlier")
    @RolesAllowed({"reception", "citizen"})
    public Page<ReusePaper.Candidate> earlier(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return reusing.candidates(id, component, after, limit);
    }

    /** Takes one of them over, with a copy of its file, where it comes from and that the person agreed. */
    @PUT
    @Path("reused")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reception", "citizen"})
    @APIResponseSchema(value = PaperResource.EnteredView.class, responseCode = "200")
    public Response reuse(
            @PathParam("id") UUID id,
            @PathParam("component") String component,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ReuseRequest request) {
        if (!request.consent()) {
            throw new ProblemException(Problems.VALIDATION).violation("/consent", "true");
        }
        ReusePaper.Wish wish = new ReusePaper.Wish(
                request.dossierId(), request.component(), PaperRequest.lastDay(request.validUntil()));
        ReusePaper.Candidate from = reusing.wished(id, component, ifMatch, wish);
        StoredFile file = reusing.copy(id, from);
        return PaperResource.answer(reusing.reuse(id, component, ifMatch, from, file, request.validUntil()));
    }
}
