package vn.motcua.processing.outside;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Systems of departments and of other authorities at the broker: who is known, who gets in, giving and taking a secret. */
@Path("/api/processing/operations/systems")
@Tag(name = "operations")
@Produces(MediaType.APPLICATION_JSON)
public class OutsideSystemsResource {
    @Inject
    OutsideSystems systems;

    @Inject
    Caller caller;

    /** @param secret 32 to 128 letters, digits, hyphens or underscores, made at random by the operator; kept nowhere and never shown */
    record Secret(@NotNull @Pattern(regexp = "[A-Za-z0-9_-]{32,128}") String secret) {
        /** Not the secret. */
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    @GET
    @RolesAllowed("service")
    @Operation(summary = "The systems outside the suite that are known at the broker, by name")
    public Page<OutsideSystem> all() {
        return new Page<>(systems.all(), null);
    }

    @GET
    @Path("{system}")
    @RolesAllowed("service")
    @Operation(summary = "One of them, with its ETag")
    @APIResponseSchema(value = OutsideSystem.class, responseCode = "200")
    public Response one(@PathParam("system") String system) {
        return answer(systems.known(system));
    }

    @PUT
    @Path("{system}/secret")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("service")
    @Operation(
            summary = "Gives the system a secret, the first or a new one, and the rights on its own topic",
            description = "The former secret opens no new session; a session that is open ends within 15 minutes")
    @APIResponseSchema(value = OutsideSystem.class, responseCode = "200")
    public Response secret(
            @PathParam("system") String system,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Secret secret) {
        return answer(systems.secret(system, ifMatch, secret.secret(), caller.subject()));
    }

    @DELETE
    @Path("{system}/secret")
    @RolesAllowed("service")
    @Operation(summary = "Shuts the system out at once: its credential and all its rights are gone")
    @APIResponseSchema(value = OutsideSystem.class, responseCode = "200")
    public Response shutOut(@PathParam("system") String system, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(systems.shutOut(system, ifMatch, caller.subject()));
    }

    private static Response answer(OutsideSystem system) {
        return Response.ok(system)
                .header(HttpHeaders.ETAG, Revision.etag(system.revision()))
                .build();
    }
}
