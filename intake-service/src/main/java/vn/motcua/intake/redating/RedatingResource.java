package vn.motcua.intake.redating;

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
import vn.motcua.intake.access.Access;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changed calendars and the dates they move: the leaders of a unit see their own, {@code service} those of all units. */
@Path("/api/intake/redatings")
@Produces(MediaType.APPLICATION_JSON)
public class RedatingResource {
    private final Redatings redatings;
    private final RedatingRows rows;
    private final ApplyRedating apply;
    private final Access access;

    RedatingResource(Redatings redatings, RedatingRows rows, ApplyRedating apply, Access access) {
        this.redatings = redatings;
        this.rows = rows;
        this.apply = apply;
        this.access = access;
    }

    /** Newest first; what changed no date is left out. */
    @GET
    @Transactional
    @RolesAllowed({"director", "approver", "auditor", "service"})
    public Page<RedatingView> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        String[] last = Cursor.decode(after, 2);
        Set<String> units = access.service() ? null : access.wholeUnits();
        if (units != null && units.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<RedatingView> found = redatings
                .page(
                        units,
                        last == null ? null : Cursor.instant(last[0]),
                        last == null ? null : Cursor.uuid(last[1]),
                        most + 1)
                .stream()
                .map(RedatingView::of)
                .toList();
        return Page.of(
                found,
                most,
                each -> Cursor.encode(each.createdAt().toString(), each.id().toString()));
    }

    /** One, with how far it has come and the ETag that applying needs. */
    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({"director", "approver", "auditor", "service"})
    @APIResponseSchema(value = RedatingView.class, responseCode = "200")
    public Response one(@PathParam("id") UUID id) {
        return answer(RedatingView.of(seen(id)));
    }

    /** The dossiers whose date moves, most urgent first: from which date to which, and why. */
    @GET
    @Path("{id}/dossiers")
    @Transactional
    @RolesAllowed({"director", "approver", "auditor", "service"})
    public Page<RedatingView.MovedDossier> dossiers(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Redating run = seen(id);
        int most = Limit.of(limit);
        String[] last = Cursor.decode(after, 2);
        List<RedatingView.MovedDossier> found = rows
                .page(
                        id,
                        last == null ? null : Cursor.instant(last[0]),
                        last == null ? null : Cursor.uuid(last[1]),
                        most + 1)
                .stream()
                .map(row -> RedatingView.MovedDossier.of(row, run.changes()))
                .toList();
        return Page.of(
                found,
                most,
                each -> Cursor.encode(
                        each.dueFrom().toString(), each.dossierId().toString()));
    }

    /** Moves the dates: each dossier by a recorded act of its own, whose message tells the person. Goes on in the background. */
    @POST
    @Path("{id}/apply")
    @Idempotent
    @RolesAllowed({"director", "service"})
    @APIResponseSchema(value = RedatingView.class, responseCode = "200")
    public Response apply(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(apply.apply(id, ifMatch));
    }

    private Redating seen(UUID id) {
        return redatings
                .find(id)
                .filter(each -> access.service() || access.wholeUnits().contains(each.unit()))
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    private static Response answer(RedatingView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }
}
