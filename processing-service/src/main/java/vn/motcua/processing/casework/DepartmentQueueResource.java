package vn.motcua.processing.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.Cases.After;
import vn.motcua.processing.officer.Officer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The queue of a department: most urgent first, what is paused last. */
@Path("/api/processing/departments")
@Tag(name = "queues")
@Produces(MediaType.APPLICATION_JSON)
public class DepartmentQueueResource {
    @Inject
    Cases cases;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("{department}/cases")
    @RolesAllowed({"specialist", "approver", "director"})
    @Operation(summary = "Cases that lie in a department of a unit, by due date; paused ones last")
    public Page<CaseView> queue(
            @PathParam("department") String department,
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        if (!officer.worksOn(unit, department)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        int most = Limit.of(limit);
        Instant now = clock.instant();
        List<Cases.Known> rows = cases.queue(unit, department, after(after), most, officer);
        Page<Cases.Known> page = Page.of(rows, most, DepartmentQueueResource::cursor);
        return new Page<>(
                page.items().stream()
                        .map(known -> CaseView.of(Examination.of(known, officer, now), null))
                        .toList(),
                page.next());
    }

    private static String cursor(Cases.Known last) {
        Case one = last.one();
        return Cursor.encode(
                one.state() == State.PAUSED ? "1" : "0",
                one.urgentAt().toString(),
                one.id().toString());
    }

    private static After after(String cursor) {
        String[] parts = Cursor.decode(cursor, 3);
        if (parts == null) {
            return null;
        }
        try {
            return new After(Short.parseShort(parts[0]), Cursor.instant(parts[1]), Cursor.uuid(parts[2]));
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }
}
