package vn.motcua.platform.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.motcua.platform.inbox.Inbound;
import vn.motcua.platform.inbox.ParkedKeys;

import java.util.List;
import java.util.Map;

/** What operators need in every service; a service extends it under its own path. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class Operations {
    @Inject
    ParkedKeys parked;

    @Inject
    Inbound inbound;

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
}
