package vn.motcua.processing.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.queue.QueueFigures;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The supervisor's board. */
@Path("/api/processing/board")
@Tag(name = "queues")
@Produces(MediaType.APPLICATION_JSON)
public class BoardResource {
    private static final String UNROUTED = "unrouted";

    @Inject
    Board board;

    @Inject
    QueueFigures figures;

    @Inject
    ProcessingConfig config;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed("director")
    @Operation(
            summary =
                    "Load, age and lateness of a unit's queues and officers; each count is exact up to 500, then more is true")
    public BoardView board(@QueryParam("unit") @NotNull String unit) {
        Officer officer = Officer.of(caller);
        if (!officer.units().contains(unit)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        Instant now = clock.instant();
        List<String> departments = new ArrayList<>(config.departments());
        departments.add(UNROUTED);
        return new BoardView(now, unit, figures.of(unit, departments, officer, now), board.officers(unit, now));
    }
}
