package vn.motcua.platform.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.inbox.Inbound;
import vn.motcua.platform.inbox.ParkedKeys;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What operators need in every service; a service extends it under its own path. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class Operations {
    @Inject
    ParkedKeys parked;

    @Inject
    Inbound inbound;

    @Inject
    Caller caller;

    /** Keys that wait, oldest first. */
    @GET
    @Path("parked-keys")
    @RolesAllowed("service")
    public List<ParkedKeys.ParkedKey> parkedKeys() {
        return parked.list();
    }

    /** Replays and drains one key; safe to repeat, since each event is remembered with its effect. */
    @POST
    @Path("parked-keys/{consumer}/{key}/replay")
    @RolesAllowed("service")
    public Response replay(@PathParam("consumer") String consumer, @PathParam("key") String key) {
        return Response.ok(Map.of("applied", inbound.drain(consumer, key))).build();
    }

    /**
     * Gives up one event that no replay will ever take, and drains what waits behind it.
     *
     * @param eventId the event that waits first under the key
     * @param reasonCode a code, no text: {@code UNREADABLE}, {@code NOT_OURS}…
     */
    public record Discard(
            @NotNull UUID eventId, @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String reasonCode) {}

    /** Kept with its reason and who did it; safe to repeat. */
    @POST
    @Path("parked-keys/{consumer}/{key}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("service")
    public Inbound.Discarded discard(
            @PathParam("consumer") String consumer, @PathParam("key") String key, @NotNull @Valid Discard discard) {
        return inbound.discard(consumer, key, discard.eventId(), discard.reasonCode(), caller.subject());
    }
}
