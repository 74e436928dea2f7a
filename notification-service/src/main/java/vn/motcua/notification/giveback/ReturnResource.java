package vn.motcua.notification.giveback;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.notification.consignment.Consignment;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Instant;
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
    ReadConsignment readConsignment;

    /** One typed body per act. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "HAND_OVER", value = HandOverAct.class),
        @JsonSubTypes.Type(name = "POST", value = PostAct.class),
        @JsonSubTypes.Type(name = "DELIVERED", value = DeliveredAct.class),
        @JsonSubTypes.Type(name = "UNDELIVERABLE", value = UndeliverableAct.class),
        @JsonSubTypes.Type(name = "SHELVE", value = ShelveAct.class),
        @JsonSubTypes.Type(name = "FOUND", value = FoundAct.class)
    })
    @Schema(
            oneOf = {
                HandOverAct.class,
                PostAct.class,
                DeliveredAct.class,
                UndeliverableAct.class,
                ShelveAct.class,
                FoundAct.class
            },
            discriminatorProperty = "action",
            discriminatorMapping = {
                @DiscriminatorMapping(value = "HAND_OVER", schema = HandOverAct.class),
                @DiscriminatorMapping(value = "POST", schema = PostAct.class),
                @DiscriminatorMapping(value = "DELIVERED", schema = DeliveredAct.class),
                @DiscriminatorMapping(value = "UNDELIVERABLE", schema = UndeliverableAct.class),
                @DiscriminatorMapping(value = "SHELVE", schema = ShelveAct.class),
                @DiscriminatorMapping(value = "FOUND", schema = FoundAct.class)
            })
    sealed interface Act permits HandOverAct, PostAct, DeliveredAct, UndeliverableAct, ShelveAct, FoundAct {}

    /** {@code {"action": "HAND_OVER", "collector": "OWNER", "how": "SLIP"}}. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "HAND_OVER"))
    record HandOverAct(@NotNull HandOver.Collector collector, @NotNull HandOver.How how) implements Act {}

    /** Made up for the post; once more as long as the postman has not taken it. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "POST"))
    record PostAct(@NotNull @Valid Consignment.Contents consignment) implements Act {}

    /**
     * The addressee signed for it.
     *
     * @param at between the hand-over to the postman and now; null with {@code signedBy} where it was told before and the dossier refused it
     */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "DELIVERED"))
    record DeliveredAct(Instant at, @Pattern(regexp = "(?s).*\\S.*") @Size(max = 200) String signedBy) implements Act {}

    /** It came back, or got lost. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "UNDELIVERABLE"))
    record UndeliverableAct(@NotNull Instant at, @NotNull Consignment.Failure reasonCode) implements Act {}

    /** Laid on the shelf, to be fetched or sent once more. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "SHELVE"))
    record ShelveAct() implements Act {}

    /** Reported as lost or not delivered, it has turned up: it is on its way again, and what becomes of it is told by the next act. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "FOUND"))
    record FoundAct() implements Act {}

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
                    "An act of the return: HAND_OVER and DELIVERED are pending until intake answers; POST, UNDELIVERABLE, SHELVE, FOUND")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "200",
            description = "The return after the act",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(
            responseCode = "409",
            description = "fees-open, return-pending, action-not-allowed, originals-owed, dispatched, not-dispatched,"
                    + " already-delivered, not-come-back, result-replaced, slip-used")
    @APIResponse(responseCode = "412", description = "Changed meanwhile, with who did what")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response act(
            @PathParam("dossierId") UUID dossierId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Act act) {
        if (act instanceof HandOverAct handOver) {
            handOverResult.handOver(dossierId, new HandOver(handOver.collector(), handOver.how()), ifMatch);
        } else if (act instanceof PostAct post) {
            sendByPost.post(dossierId, post.consignment(), ifMatch);
        } else if (act instanceof DeliveredAct delivered) {
            sendByPost.delivered(dossierId, delivered.at(), delivered.signedBy(), ifMatch);
        } else if (act instanceof UndeliverableAct undeliverable) {
            sendByPost.undeliverable(dossierId, undeliverable.at(), undeliverable.reasonCode(), ifMatch);
        } else if (act instanceof FoundAct) {
            sendByPost.found(dossierId, ifMatch);
        } else {
            sendByPost.shelve(dossierId, ifMatch);
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

    private Response answer(UUID dossierId) {
        ReturnView view = returns.of(dossierId).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }
}
