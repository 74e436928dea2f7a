package vn.motcua.notification.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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

@Path("/api/notification/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
class DeliveryResource {
    @Inject
    DeliveryQueries deliveries;

    @Inject
    Dossiers dossiers;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    @Operation(summary = "How far the messages about a dossier came by phone, letter and app, newest first")
    public Page<DeliveryView> list(
            @QueryParam("dossier") @NotNull UUID dossier,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        int rows = Limit.of(limit);
        if (dossiers.seen(dossier, Sight.of(caller)).isEmpty()) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        return deliveries.of(dossier, after, rows);
    }
}
