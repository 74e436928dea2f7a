package vn.motcua.notification.ringing;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

@Path("/api/notification/ringing/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
class RingingResource {
    @Inject
    SayWhatRings say;

    @Inject
    Dossiers dossiers;

    @Inject
    Caller caller;

    /**
     * What the person at the counter asks for.
     *
     * @param sms whether short messages ring from now on
     * @param email whether letters do
     * @param askedBy who asks: the owner, or who acts for them
     */
    @Schema(name = "RingingRequest")
    record Request(@NotNull Boolean sms, @NotNull Boolean email, @NotNull Wish.AskedBy askedBy) {
        Set<ChannelKind> wanted() {
            Set<ChannelKind> wanted = EnumSet.noneOf(ChannelKind.class);
            if (sms) {
                wanted.add(ChannelKind.SMS);
            }
            if (email) {
                wanted.add(ChannelKind.EMAIL);
            }
            return wanted;
        }
    }

    @GET
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    @Operation(summary = "Which messages about a dossier ring, and who said so when")
    @APIResponse(
            responseCode = "200",
            description = "The choice, with its ETag",
            content = @Content(schema = @Schema(implementation = RingingView.class)))
    public Response one(@PathParam("dossierId") UUID dossier) {
        return answer(say.view(
                dossiers.seen(dossier, Sight.of(caller)).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND))));
    }

    @PUT
    @RolesAllowed("reception")
    @Operation(
            summary = "A person says at the counter which messages ring; what the portal keeps cannot be stopped",
            description = "At the counter of the receiving or the returning unit.")
    @APIResponse(
            responseCode = "200",
            description = "The choice from now on; what is under way keeps to it too",
            content = @Content(schema = @Schema(implementation = RingingView.class)))
    @APIResponse(responseCode = "412", description = "Changed meanwhile, with who did it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(
            @PathParam("dossierId") UUID dossier,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Request request) {
        return answer(say.atTheCounter(dossier, request.wanted(), request.askedBy(), ifMatch));
    }

    private static Response answer(RingingView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }
}
