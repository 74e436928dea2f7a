package vn.motcua.notification.mailbox;

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

import java.util.List;

@Path("/api/notification/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "hotline")
class MailboxResource {
    private static final String OPERATOR = "service";

    @Inject
    MailboxStates states;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"director", "auditor", OPERATOR})
    @Operation(
            summary = "How a unit's mailboxes stand: when they answered last, since when not, what was taken and left",
            description = "For those who lead or inspect the unit, and for operators; nothing of what is in a letter.")
    public List<MailboxView> of(@QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit) {
        if (!caller.has(OPERATOR) && !caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        return states.of(unit);
    }
}
