package vn.motcua.catalog.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.platform.problem.ProblemException;

import java.time.Duration;

/** Calendars for everybody. */
@Path("/api/catalog/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
class CalendarResource {
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    Calendars calendars;

    @GET
    @Path("{area}/{year}")
    @PermitAll
    @Operation(
            operationId = "getCalendar",
            summary = "Days off and swap days of a year, newest version; office hours are per unit")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(schema = @Schema(implementation = CalendarYear.class)))
    @APIResponse(responseCode = "404", description = "calendar-not-found")
    public Response one(@PathParam("area") String area, @PathParam("year") String year, @Context Request request) {
        String asked = Asked.text("area", area);
        CalendarYear found = (year.matches("\\d{4}")
                        ? calendars.newest(asked, Integer.parseInt(year))
                        : java.util.Optional.<CalendarYear>empty())
                .orElseThrow(() -> new ProblemException(CatalogProblem.CALENDAR_NOT_FOUND, area, year));
        return Cached.answer(request, Fingerprint.of(found), FRESH, () -> found);
    }
}
