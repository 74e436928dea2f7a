package vn.motcua.intake.watch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.access.Signature;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the officers of a unit have to attend to; specialists see what concerns their department. No person is told of it. */
@Path("/api/intake/watch-tasks")
@Produces(MediaType.APPLICATION_JSON)
public class WatchResource {
    private final WatchTasks tasks;
    private final Access access;
    private final Clock clock;

    WatchResource(WatchTasks tasks, Access access, Clock clock) {
        this.tasks = tasks;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Most urgent first, of all units of the caller.
     *
     * @param acknowledged true for those somebody has seen to already; otherwise those nobody has
     */
    @GET
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "auditor"})
    public Page<WatchTaskView> list(
            @QueryParam("acknowledged") Boolean acknowledged,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        String[] last = Cursor.decode(after, 2);
        if (access.wholeUnits().isEmpty() && access.departmentUnits().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<WatchTaskView> found = tasks
                .page(
                        access.wholeUnits(),
                        access.departmentUnits(),
                        access.department(),
                        Boolean.TRUE.equals(acknowledged),
                        last == null ? null : Cursor.instant(last[0]),
                        last == null ? null : Cursor.uuid(last[1]),
                        most + 1)
                .stream()
                .map(WatchTaskView::of)
                .toList();
        return Page.of(
                found,
                most,
                each -> Cursor.encode(each.about().toString(), each.id().toString()));
    }

    /** Says that somebody sees to it; it leaves the list, and ends by itself when its ground does. */
    @POST
    @Path("{id}/acknowledge")
    @Idempotent
    @RolesAllowed({"reception", "specialist", "approver", "director"})
    @APIResponseSchema(value = WatchTaskView.class, responseCode = "200")
    public Response acknowledge(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        WatchTasks.Task task =
                tasks.lock(id).filter(this::sees).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        Revision.require(ifMatch, task.revision(), () -> newest(task));
        if (task.closedAt() != null) {
            throw new ProblemException(IntakeProblem.WATCH_TASK_OVER);
        }
        Signature by = access.signature(Actor.RECEPTION);
        tasks.acknowledge(id, by.subject(), by.name(), clock.instant());
        WatchTaskView view = WatchTaskView.of(tasks.lock(id).orElseThrow());
        return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
    }

    private boolean sees(WatchTasks.Task task) {
        return access.wholeUnits().contains(task.unit())
                || access.departmentUnits().contains(task.unit())
                        && access.department().equals(task.department());
    }

    private static Map<String, Object> newest(WatchTasks.Task task) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("revision", task.revision());
        facts.put("acknowledgedByName", task.acknowledgedByName());
        facts.put("at", task.acknowledgedAt());
        return facts;
    }
}
