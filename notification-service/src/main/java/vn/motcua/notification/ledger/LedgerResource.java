package vn.motcua.notification.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.YearMonth;

@Path("/api/notification/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
class LedgerResource {
    @Inject
    LedgerQueries ledger;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"director", "auditor"})
    @Operation(
            summary = "What a unit's messages of a month came to: by way and state, short messages by provider with"
                    + " segments, receipts and cost, the budget and its alarms")
    public LedgerView month(
            @QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @QueryParam("month") @NotNull @Pattern(regexp = "20\\d\\d-(0[1-9]|1[0-2])") String month) {
        if (!caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        return ledger.month(unit, YearMonth.parse(month));
    }
}
