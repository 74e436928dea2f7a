package vn.motcua.processing.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.routing.RoutingPreview.Preview;
import vn.motcua.processing.routing.RoutingRules.RuleSet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The routing rules of a unit: what is in force, the draft, what the draft would do, putting it in force. */
@Path("/api/processing/units/{unit}/routing")
@Tag(name = "routing")
@Produces(MediaType.APPLICATION_JSON)
public class RoutingResource {
    private static final int VERSIONS_MOST = 100;

    @Inject
    RoutingRules rules;

    @Inject
    RoutingPreview preview;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** All rules of the draft, in the order in which they are tried. */
    record Rules(@NotNull @Size(max = 200) List<@Valid @NotNull RoutingRule> rules) {}

    @GET
    @RolesAllowed({"director", "approver", "auditor"})
    @Operation(
            summary = "All versions of a unit's routing rules, the newest first: at most one DRAFT, at most one ACTIVE")
    public Page<RuleSet> versions(@PathParam("unit") String unit) {
        own(unit);
        return new Page<>(rules.all(unit, VERSIONS_MOST), null);
    }

    @PUT
    @Path("draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("director")
    @Transactional
    @Operation(summary = "Writes the draft; If-Match is its revision, \"0\" where there is none")
    @APIResponseSchema(value = RuleSet.class, responseCode = "200")
    public Response draft(
            @PathParam("unit") String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Rules body) {
        Officer officer = own(unit);
        return answer(rules.write(unit, body.rules(), ifMatch, officer, now()));
    }

    @GET
    @Path("draft/preview")
    @RolesAllowed({"director", "approver"})
    @Transactional
    @Operation(summary = "What the draft would have done with the cases that are open now; nothing moves")
    public Preview preview(@PathParam("unit") String unit) {
        own(unit);
        return preview.of(rules.draft(unit).orElseThrow(() -> new ProblemException(ProcessingProblem.NO_DRAFT)));
    }

    @POST
    @Path("draft/activation")
    @RolesAllowed("director")
    @Idempotent
    @Transactional
    @Operation(summary = "Puts the draft in force for cases that open from now on")
    @APIResponseSchema(value = RuleSet.class, responseCode = "200")
    public Response activate(@PathParam("unit") String unit, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Officer officer = own(unit);
        return answer(rules.activate(unit, ifMatch, officer, now()));
    }

    private Officer own(String unit) {
        Officer officer = Officer.of(caller);
        if (!officer.units().contains(unit)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        return officer;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Response answer(RuleSet set) {
        return Response.ok(set)
                .header(HttpHeaders.ETAG, Revision.etag(set.revision()))
                .build();
    }
}
