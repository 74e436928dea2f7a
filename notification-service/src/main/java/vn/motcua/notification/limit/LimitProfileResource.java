package vn.motcua.notification.limit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

@Path("/api/notification/hotline/limits/{unit}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "hotline")
class LimitProfileResource {
    @Inject
    SetLimits setLimits;

    @Inject
    LimitProfiles profiles;

    @Inject
    Caller caller;

    /**
     * Limits a unit sets for itself, none longer than those of every unit.
     *
     * @param source the rule or the internal target they come from
     */
    @Schema(name = "LimitRequest")
    record Request(
            @Min(1) @Max(60) int screenDays,
            @Min(1) @Max(60) int askDays,
            @Min(1) @Max(60) int resolveDays,
            @Min(1) @Max(60) int publishDays,
            @NotBlank @Size(min = 3, max = 300) String source) {}

    @GET
    @RolesAllowed({"reception", "specialist", "director", "auditor"})
    @Operation(summary = "The limits of a unit for feedback in working days, and the rule they come from")
    @APIResponse(
            responseCode = "200",
            description = "The limits, with their ETag",
            content = @Content(schema = @Schema(implementation = LimitProfile.class)))
    public Response one(@PathParam("unit") @Pattern(regexp = UnitId.PATTERN) String unit) {
        requireOwn(unit);
        return answer(profiles.of(unit));
    }

    @PUT
    @RolesAllowed("director")
    @Operation(summary = "A unit sets stricter limits for itself; those of open feedback stay as they were promised")
    @APIResponse(
            responseCode = "200",
            description = "The limits from now on",
            content = @Content(schema = @Schema(implementation = LimitProfile.class)))
    @APIResponse(responseCode = "412", description = "Changed meanwhile, with who did it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(
            @PathParam("unit") @Pattern(regexp = UnitId.PATTERN) String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Request request) {
        requireOwn(unit);
        return answer(setLimits.set(unit, request, ifMatch));
    }

    private void requireOwn(String unit) {
        if (!caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
    }

    private static Response answer(LimitProfile profile) {
        return Response.ok(profile)
                .header(HttpHeaders.ETAG, Revision.etag(profile.revision()))
                .build();
    }
}
