package vn.motcua.notification.giveback;

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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.notification.collection.Collected;
import vn.motcua.notification.consignment.Consignment;
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

    @Inject
    SendByPost sendByPost;

    @Inject
    AtAnotherCentre atAnotherCentre;

    @Inject
    ReadConsignment readConsignment;

    @Inject
    ReadCollection readCollection;

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
    @APIResponse(
            responseCode = "200",
            description = "The return",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "404", description = "Nothing to return, or not the caller's to see")
    public Response one(@PathParam("dossierId") UUID dossierId) {
        return answer(dossierId);
    }

    @POST
    @Path("{dossierId}/actions")
    @RolesAllowed("reception")
    @Idempotent
    @Operation(
            summary =
                    "An act of the return: HAND_OVER and DELIVERED are pending until intake answers; GIVE_PAPER, POST, UNDELIVERABLE, SHELVE, FOUND, SEND_ON, ARRIVE")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "200",
            description = "The return after the act",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(
            responseCode = "409",
            description = "fees-open, return-pending, action-not-allowed, originals-owed, dispatched, not-dispatched,"
                    + " already-delivered, not-come-back, result-replaced, slip-used, paper-given")
    @APIResponse(responseCode = "412", description = "Changed meanwhile, with who did what")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response act(
            @PathParam("dossierId") UUID dossierId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Act act) {
        if (act instanceof Act.HandOverAct handOver) {
            handOverResult.handOver(
                    dossierId,
                    new HandOver(handOver.collector(), handOver.how()),
                    new Collected(handOver.person(), handOver.signature()),
                    ifMatch);
        } else if (act instanceof Act.GivePaperAct paper) {
            handOverResult.givePaper(
                    dossierId,
                    new HandOver(paper.collector(), paper.how()),
                    new Collected(paper.person(), paper.signature()),
                    ifMatch);
        } else if (act instanceof Act.PostAct post) {
            sendByPost.post(dossierId, post.consignment(), ifMatch);
        } else if (act instanceof Act.DeliveredAct delivered) {
            sendByPost.delivered(dossierId, delivered.at(), delivered.signedBy(), ifMatch);
        } else if (act instanceof Act.UndeliverableAct undeliverable) {
            sendByPost.undeliverable(dossierId, undeliverable.at(), undeliverable.reasonCode(), ifMatch);
        } else if (act instanceof Act.FoundAct) {
            sendByPost.found(dossierId, ifMatch);
        } else if (act instanceof Act.ShelveAct shelve) {
            sendByPost.shelve(dossierId, shelve.place(), ifMatch);
        } else if (act instanceof Act.SendOnAct) {
            atAnotherCentre.sendOn(dossierId, ifMatch);
        } else if (act instanceof Act.ArriveAct) {
            atAnotherCentre.arrive(dossierId, ifMatch);
        }
        return answer(dossierId);
    }

    @GET
    @Path("{dossierId}/consignment")
    @RolesAllowed({"reception", "director"})
    @Operation(summary = "What goes, or went, to whom by post; a reading that is noted")
    @APIResponse(
            responseCode = "200",
            description = "The newest consignment",
            content = @Content(schema = @Schema(implementation = Consignment.class)))
    @APIResponse(responseCode = "404", description = "Nothing was sent, or not the caller's to see")
    public Response consignment(@PathParam("dossierId") UUID dossierId) {
        return Response.ok(readConsignment.of(dossierId))
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }

    @GET
    @Path("{dossierId}/collection/page")
    @Produces("text/html;charset=UTF-8")
    @RolesAllowed({"reception", "director"})
    @Operation(summary = "The slip of what was collected last, as it was first printed; a reading that is noted")
    @APIResponse(responseCode = "404", description = "Nothing was collected, or not the caller's to see")
    public Response collection(@PathParam("dossierId") UUID dossierId) {
        return Response.ok(readCollection.of(dossierId), "text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, "vi")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }

    private Response answer(UUID dossierId) {
        ReturnView view = returns.of(dossierId).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }
}
