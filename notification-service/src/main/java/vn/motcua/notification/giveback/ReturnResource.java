package vn.motcua.notification.giveback;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;

@Path("/api/notification/returns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "returns")
class ReturnResource {
    @Inject
    ReturnQueries returns;

    @Inject
    HandOverResult handOverResult;

    /** One typed body per act; an act that comes later brings its own. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
    @JsonSubTypes(@JsonSubTypes.Type(name = "HAND_OVER", value = HandOverAct.class))
    sealed interface Act permits HandOverAct {}

    /** {@code {"action": "HAND_OVER", "collector": "OWNER", "how": "SLIP"}}. */
    record HandOverAct(@NotNull HandOver.Collector collector, @NotNull HandOver.How how) implements Act {}

    @GET
    @RolesAllowed({"reception", "cashier", "approver", "director", "auditor"})
    @Operation(summary = "What lies ready at the caller's units, longest waiting first")
    public Page<ReturnView> waiting(
            @QueryParam("unit") @Pattern(regexp = UnitId.PATTERN) String unit,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return returns.waiting(unit, after, Limit.of(limit));
    }

    @GET
    @Path("{dossierId}")
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    @Operation(summary = "The return of a dossier, with its ETag and allowedActions")
    public Response one(@PathParam("dossierId") UUID dossierId) {
        return answer(dossierId);
    }

    @POST
    @Path("{dossierId}/actions")
    @RolesAllowed("reception")
    @Idempotent
    @Operation(summary = "An act of the return: HAND_OVER; pending until intake answers")
    public Response act(
            @PathParam("dossierId") UUID dossierId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Act act) {
        if (act instanceof HandOverAct handOver) {
            handOverResult.handOver(dossierId, new HandOver(handOver.collector(), handOver.how()), ifMatch);
        }
        return answer(dossierId);
    }

    private Response answer(UUID dossierId) {
        ReturnView view = returns.of(dossierId).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }
}
