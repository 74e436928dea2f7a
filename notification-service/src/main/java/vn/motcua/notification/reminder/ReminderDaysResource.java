package vn.motcua.notification.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

import java.util.List;

@Path("/api/notification/reminder-days/{unit}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "returns")
class ReminderDaysResource {
    @Inject
    SetReminderDays setReminderDays;

    @Inject
    ReminderDaysBook book;

    @Inject
    Caller caller;

    /**
     * Days a unit sets for itself.
     *
     * @param days since a result was announced to lie ready, in calendar days, each once, in any order
     */
    @Schema(name = "ReminderDaysRequest")
    record Request(@NotNull @Size(min = 1, max = 6) List<@NotNull @Min(1) @Max(365) Integer> days) {}

    @GET
    @RolesAllowed({"reception", "director", "auditor"})
    @Operation(
            summary =
                    "After how many days a unit reminds people of what they have not collected, and who set them before")
    @APIResponse(
            responseCode = "200",
            description = "The days, with their ETag",
            content = @Content(schema = @Schema(implementation = ReminderDays.class)))
    public Response one(@PathParam("unit") @Pattern(regexp = UnitId.PATTERN) String unit) {
        requireOwn(unit);
        return answer(book.of(unit));
    }

    @PUT
    @RolesAllowed("director")
    @Operation(summary = "A unit sets its own days; what people were reminded of already stays so")
    @APIResponse(
            responseCode = "200",
            description = "The days from now on",
            content = @Content(schema = @Schema(implementation = ReminderDays.class)))
    @APIResponse(responseCode = "412", description = "Changed meanwhile, with who did it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(
            @PathParam("unit") @Pattern(regexp = UnitId.PATTERN) String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Request request) {
        requireOwn(unit);
        return answer(setReminderDays.set(unit, request.days(), ifMatch));
    }

    private void requireOwn(String unit) {
        if (!caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
    }

    private static Response answer(ReminderDays days) {
        return Response.ok(days)
                .header(HttpHeaders.ETAG, Revision.etag(days.revision()))
                .build();
    }
}
