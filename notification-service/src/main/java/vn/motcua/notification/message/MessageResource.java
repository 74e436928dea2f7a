package vn.motcua.notification.message;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;

@Path("/api/notification/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
class MessageResource {
    @Inject
    Messages messages;

    @Inject
    Dossiers dossiers;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    @Operation(summary = "What was sent to the person about a dossier, newest first")
    public Page<Message> list(
            @QueryParam("dossier") UUID dossier,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        if (dossier == null) {
            throw new ProblemException(Problems.VALIDATION).violation("/dossier", "UUID");
        }
        Sight sight = Sight.of(caller);
        Page<Message> page = messages.seen(dossier, sight, after, Limit.of(limit));
        if (page.items().isEmpty() && dossiers.seen(dossier, sight).isEmpty()) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        return page;
    }
}
