package vn.motcua.processing.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.queue.QueueFilter;
import vn.motcua.processing.queue.QueueKeys;
import vn.motcua.processing.queue.QueueKeys.Key;
import vn.motcua.processing.queue.Show;

import java.time.Clock;
import java.time.Instant;

/** The queue of a department: most urgent first, what is paused last; see ADR 30. */
@Path("/api/processing/departments")
@Tag(name = "queues")
@Produces(MediaType.APPLICATION_JSON)
public class DepartmentQueueResource {
    @Inject
    Cases cases;

    @Inject
    QueueKeys keys;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("{department}/cases")
    @RolesAllowed({"specialist", "approver", "director"})
    @Operation(
            summary = "Cases that lie in a department of a unit, most urgent first and each with why; paused ones last."
                    + " A page of a search or of one channel may be short and have a next one")
    public Page<CaseView> queue(
            @PathParam("department") String department,
            @Valid @BeanParam Asked asked,
            @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        if (!officer.worksOn(asked.unit, department)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        int most = Limit.of(limit);
        Instant now = clock.instant();
        QueueKeys.Found found =
                keys.page(asked.unit, department, asked.filter(), after(asked.after), most, officer, now);
        return new Page<>(
                cases.inOrder(found.ids(), officer).stream()
                        .map(known -> CaseView.of(Examination.of(known, officer, now), null))
                        .toList(),
                found.next() == null ? null : cursor(found.next()));
    }

    private static String cursor(Key last) {
        return Cursor.encode(
                Short.toString(last.rank()),
                last.urgentAt().toString(),
                last.id().toString());
    }

    private static Key after(String cursor) {
        String[] parts = Cursor.decode(cursor, 3);
        if (parts == null) {
            return null;
        }
        try {
            return new Key(Short.parseShort(parts[0]), Cursor.instant(parts[1]), Cursor.uuid(parts[2]));
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }

    /** What of the queue is asked for. */
    static class Asked {
        @QueryParam("unit")
        @NotNull
        String unit;

        @QueryParam("after")
        String after;

        @QueryParam("show")
        Show show;

        @QueryParam("holder")
        String holder;

        @QueryParam("procedure")
        String procedure;

        @QueryParam("channel")
        String channel;

        @QueryParam("q")
        String search;

        QueueFilter filter() {
            return new QueueFilter(show, holder, procedure, channel, search);
        }
    }
}
