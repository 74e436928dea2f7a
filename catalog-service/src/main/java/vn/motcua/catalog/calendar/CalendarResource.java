package vn.motcua.catalog.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.Units;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calendars for everybody, and new versions of them by editors. */
@Path("/api/catalog/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
class CalendarResource {
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    Calendars calendars;

    @Inject
    PublishCalendar publishCalendar;

    @Inject
    Units units;

    @Inject
    Caller caller;

    /** All versions of a year. */
    @Schema(name = "CalendarHistory")
    record History(String area, int year, List<Calendars.Edition> items) {}

    @GET
    @Path("{area}/{year}")
    @PermitAll
    @Operation(
            operationId = "getCalendar",
            summary =
                    "Days off, swap days, half days, dated office and reception hours of a year, newest version by itself;"
                            + " the area is VN, or the id of a unit for what it adds")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(schema = @Schema(implementation = CalendarYear.class)))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "calendar-not-found")
    public Response one(
            @PathParam("area") String area,
            @PathParam("year") String year,
            @Parameter(description = "An earlier version") @QueryParam("version") String version,
            @Context Request request) {
        String asked = Asked.text("area", area);
        Integer wanted = Asked.number("version", version, 1, 999_999, null);
        CalendarYear found = (!year.matches("\\d{4}")
                        ? Optional.<CalendarYear>empty()
                        : wanted == null
                                ? calendars.newest(asked, Integer.parseInt(year))
                                : calendars.version(asked, Integer.parseInt(year), wanted))
                .orElseThrow(() -> new ProblemException(CatalogProblem.CALENDAR_NOT_FOUND, area, year));
        return Cached.answer(request, Fingerprint.of(found), FRESH, () -> found);
    }

    @GET
    @Path("{area}/{year}/versions")
    @PermitAll
    @Operation(
            operationId = "listCalendarVersions",
            summary =
                    "Which versions there are, who published them when and why; the ETag is what a new one must match")
    @APIResponse(
            responseCode = "200",
            description = "The newest first; empty where nothing is published yet",
            content = @Content(schema = @Schema(implementation = History.class)))
    @APIResponse(responseCode = "404", description = "calendar-not-found")
    public Response versions(@PathParam("area") String area, @PathParam("year") String year) {
        int known = year(area, year);
        List<Calendars.Edition> editions = calendars.editions(area, known);
        int newest = editions.isEmpty() ? 0 : editions.get(0).version();
        return Response.ok(new History(area, known, editions))
                .header(HttpHeaders.ETAG, Revision.etag(newest))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @POST
    @Path("{area}/{year}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog-editor")
    @Idempotent
    @Operation(
            operationId = "publishCalendar",
            summary =
                    "Publish the whole content of a year as its next version, at once; the area must be in the unit claim")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "The new version",
            content = @Content(schema = @Schema(implementation = CalendarYear.class)))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "403", description = "forbidden: the calendar of another area")
    @APIResponse(responseCode = "404", description = "calendar-not-found")
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response publish(
            @PathParam("area") String area,
            @PathParam("year") String year,
            @HeaderParam("If-Match") String ifMatch,
            CalendarEdition edition) {
        int known = year(area, year);
        if (!caller.units().contains(area)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        if (edition == null) {
            throw new ProblemException(Problems.VALIDATION).violation("", "object");
        }
        CalendarYear published = publishCalendar.publish(area, known, ifMatch, edition);
        return Response.status(Response.Status.CREATED)
                .entity(published)
                .header(HttpHeaders.ETAG, Revision.etag(published.version()))
                .build();
    }

    /** A year of the nation or of a unit that receives dossiers; nothing else has a calendar. */
    private int year(String area, String year) {
        boolean known = year.matches("20\\d{2}")
                && (area.equals(CalendarYear.NATIONAL)
                        || area.matches("\\d{2}-\\d{5}-\\d{8}")
                                && units.find(area).filter(Unit::receives).isPresent());
        if (!known) {
            throw new ProblemException(CatalogProblem.CALENDAR_NOT_FOUND, area, year);
        }
        return Integer.parseInt(year);
    }
}
