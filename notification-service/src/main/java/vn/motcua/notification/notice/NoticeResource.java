package vn.motcua.notification.notice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;

@Path("/api/notification/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices")
class NoticeResource {
    @Inject
    Notices notices;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"specialist", "approver", "director"})
    @Operation(
            summary =
                    "What officers of the caller's department are told: new cases, proposals sent back, what was raised, answers to drafts;"
                            + " newest first")
    public Page<Notice> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        String department = caller.department() == null ? "" : caller.department();
        return notices.of(caller.units(), department, after, Limit.of(limit));
    }
}
