package vn.motcua.intake.act;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.intake.register.DossierView;
import vn.motcua.intake.tracking.OpenTracking;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.precondition.Revision;

import java.net.URI;
import java.util.UUID;

/** Opening a dossier and acting on it. */
@Path("/api/intake/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ActionsResource {
    private final OpenDossier opening;
    private final ActOnDossier acting;
    private final ContinueDraft continuing;
    private final CarryOver carrying;
    private final OpenTracking tracking;

    ActionsResource(
            OpenDossier opening,
            ActOnDossier acting,
            ContinueDraft continuing,
            CarryOver carrying,
            OpenTracking tracking) {
        this.opening = opening;
        this.acting = acting;
        this.continuing = continuing;
        this.carrying = carrying;
        this.tracking = tracking;
    }

    /** Opens a dossier; the answer shows its PIN, once. */
    @POST
    @Idempotent
    @RolesAllowed({"reception", "citizen"})
    @APIResponseSchema(value = DossierView.class, responseCode = "201")
    public Response open(@Valid @NotNull OpenRequest request) {
        DossierView view = opening.open(request);
        return Response.created(URI.create("/api/intake/dossiers/" + view.id()))
                .entity(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    /** What a person brings to go on with their draft: in the body, because addresses are kept in logs. */
    public record Continuation(@NotBlank @Size(max = 60) String reference, @NotBlank @Size(max = 20) String pin) {}

    /**
     * Goes on with a draft that another officer or the person online began; tries of the PIN are slowed, then locked. It takes no
     * Idempotency-Key: again is the same, and what would be kept of the body lets six digits be guessed.
     */
    @POST
    @Path("continuations")
    @Transactional
    @RolesAllowed("reception")
    @Operation(summary = "Go on with a draft by its reference and PIN")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    public Response goOn(@Valid @NotNull Continuation draft, @Context HttpServerRequest request) {
        UUID id = tracking.prove(
                draft.reference(), draft.pin(), request.remoteAddress().hostAddress());
        DossierView view = continuing.on(id);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    /** Another version has come into force since the draft was begun: its papers, limit and fees become those of that one. */
    @PUT
    @Path("{id}/version-in-force")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @RolesAllowed({"reception", "citizen"})
    @Operation(
            summary = "Carry a draft over to the version of its procedure that is in force",
            description =
                    "What was entered of a paper that is on both lists stays. Originals that no fee of that version counts are"
                            + " left out, and their scans with them. Again is the same.")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    public Response carryOver(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        DossierView view = carrying.now(id, ifMatch);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    /** Does what the table of the five steps allows; the body's {@code action} chooses what it must say. */
    @POST
    @Path("{id}/actions")
    @Idempotent
    @RolesAllowed({"reception", "cashier", "citizen", "director"})
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    public Response act(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ActionRequest request) {
        DossierView view = acting.act(id, ifMatch, request);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }
}
