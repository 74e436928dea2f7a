package vn.motcua.processing.queue;

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
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.queue.QueueFigures.DepartmentFigures;

import java.time.Clock;
import java.util.List;

/** The figures of a queue, each of which is a {@code show} of its list. */
@Path("/api/processing/departments/{department}/figures")
@Tag(name = "queues")
@Produces(MediaType.APPLICATION_JSON)
public class QueueFiguresResource {
    @Inject
    QueueFigures figures;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({"specialist", "approver", "director"})
    @Operation(summary = "How many cases lie in each part of a queue: exact up to 500, then more is true")
    public DepartmentFigures figures(
            @PathParam("department") String department, @QueryParam("unit") @NotNull String unit) {
        Officer officer = Officer.of(caller);
        if (department.isBlank() || !officer.worksOn(unit, department)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        return figures.of(unit, List.of(department), officer, clock.instant()).get(0);
    }
}
