package vn.motcua.notification.consignment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;

@Path("/api/notification/address-readings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "post")
class AddressReadingsResource {
    @Inject
    AddressReadings readings;

    @GET
    @RolesAllowed("auditor")
    @Operation(summary = "Who read to whom consignments of the caller's units go, newest first")
    public Page<AddressReadings.Reading> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return readings.page(after, Limit.of(limit));
    }
}
