package vn.motcua.processing.officer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import vn.motcua.processing.ProcessingProblem;

import java.time.Clock;
import java.util.List;

/** To whom a case can be given, and who can stand in for somebody. */
@Path("/api/processing/departments/{unit}/{department}/officers")
@Tag(name = "queues")
@Produces(MediaType.APPLICATION_JSON)
public class DepartmentOfficersResource {
    @Inject
    DepartmentOfficers officers;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({"director", "specialist"})
    @Operation(
            summary =
                    "Officers who claimed cases in a department, seen last first: for the director of the unit, and for a"
                            + " specialist of the department, who names a substitute")
    public Page<DepartmentOfficerView> officers(
            @PathParam("unit") String unit,
            @PathParam("department") String department,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        if (!officer.units().contains(unit) || !officer.has("director") && !officer.worksOn(unit, department)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        int most = Limit.of(limit);
        List<DepartmentOfficerView> rows = officers.of(unit, department, after(after), most, clock.instant());
        return Page.of(rows, most, last -> Cursor.encode(last.lastSeen().toString(), last.subject()));
    }

    private static DepartmentOfficers.After after(String cursor) {
        String[] parts = Cursor.decode(cursor, 2);
        return parts == null ? null : new DepartmentOfficers.After(Cursor.instant(parts[0]), parts[1]);
    }
}
