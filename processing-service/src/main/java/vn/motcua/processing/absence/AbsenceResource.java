package vn.motcua.processing.absence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who is away. Entered by the officer for themselves, or by the director for an officer of the unit. */
@Path("/api/processing/absences")
@Tag(name = "absences")
@Produces(MediaType.APPLICATION_JSON)
public class AbsenceResource {
    @Inject
    Absences absences;

    @Inject
    EnterAbsence enter;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * @param subject who is away; null for the caller
     * @param begins null for now
     * @param substitute who takes what is held and what comes back meanwhile; null: it goes to the queue
     */
    record Entered(
            @NotNull @Size(min = 1, max = 60) String unit,
            @NotNull @Size(min = 1, max = 40) String department,
            @Size(min = 1, max = 100) String subject,
            Instant begins,
            @NotNull Instant ends,
            @Size(min = 1, max = 100) String substitute) {}

    /** The one act on an absence. */
    record Ending(@NotNull @Pattern(regexp = "END") String action) {}

    @GET
    @RolesAllowed({"specialist", "director"})
    @Operation(
            summary = "Absences of a unit that are not over: a director sees all, a specialist those of the department")
    public Page<AbsenceView> list(
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("department") String department,
            @QueryParam("mine") boolean mine,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        String seen = officer.has("director") ? department : department == null ? officer.department() : department;
        if (!officer.units().contains(unit) || !officer.has("director") && !officer.worksOn(unit, seen)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        int most = Limit.of(limit);
        Instant now = clock.instant();
        List<Absence> rows = absences.of(unit, seen, mine ? officer.subject() : null, after(after), most, now);
        Page<Absence> page = Page.of(
                rows,
                most,
                last -> Cursor.encode(last.ends().toString(), last.id().toString()));
        return new Page<>(
                page.items().stream()
                        .map(each -> AbsenceView.of(each, officer, now))
                        .toList(),
                page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"specialist", "director"})
    @Idempotent
    @Operation(summary = "Enters an absence; what the officer holds is handed over when it begins")
    @APIResponseSchema(value = AbsenceView.class, responseCode = "201")
    public Response enter(@Valid @NotNull Entered body) {
        Officer officer = Officer.of(caller);
        boolean own = body.subject() == null || body.subject().equals(officer.subject());
        boolean theirs = officer.units().contains(body.unit())
                && (officer.has("director") || own && officer.worksOn(body.unit(), body.department()));
        if (!theirs) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        Absence absence = enter.enter(
                new EnterAbsence.Asked(
                        body.unit(), body.department(), body.subject(), body.begins(), body.ends(), body.substitute()),
                officer);
        return Response.status(Response.Status.CREATED)
                .entity(AbsenceView.of(absence, officer, clock.instant()))
                .header(HttpHeaders.ETAG, Revision.etag(absence.revision()))
                .build();
    }

    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"specialist", "director"})
    @Idempotent
    @Operation(summary = "Ends an absence now; one that has not begun is taken back")
    @APIResponse(responseCode = "204", description = "it is over")
    public Response end(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull Ending body) {
        enter.end(id, ifMatch, Officer.of(caller));
        return Response.noContent().build();
    }

    private static Absences.After after(String cursor) {
        String[] parts = Cursor.decode(cursor, 2);
        return parts == null ? null : new Absences.After(Cursor.instant(parts[0]), Cursor.uuid(parts[1]));
    }
}
