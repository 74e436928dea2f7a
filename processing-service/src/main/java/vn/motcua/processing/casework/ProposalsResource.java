package vn.motcua.processing.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import vn.motcua.processing.casework.Cases.AfterProposal;
import vn.motcua.processing.officer.Officer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What was laid before the approver, whichever department proposed it. */
@Path("/api/processing/proposals")
@Tag(name = "queues")
@Produces(MediaType.APPLICATION_JSON)
public class ProposalsResource {
    @Inject
    Cases cases;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed("approver")
    @Operation(
            summary =
                    "Cases with an open proposal, of one unit of the caller or of all of them; the earliest due first")
    public Page<CaseView> proposals(
            @QueryParam("unit") String unit, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        if (unit != null && !officer.units().contains(unit)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        int most = Limit.of(limit);
        Set<String> units = unit == null ? officer.units() : Set.of(unit);
        Instant now = clock.instant();
        List<Cases.Known> rows = cases.proposals(units, after(after), most, officer);
        Page<Cases.Known> page = Page.of(rows, most, ProposalsResource::cursor);
        return new Page<>(
                page.items().stream()
                        .map(known -> CaseView.of(Examination.of(known, officer, now), null))
                        .toList(),
                page.next());
    }

    private static String cursor(Cases.Known last) {
        return Cursor.encode(last.one().urgentAt().toString(), last.one().id().toString());
    }

    private static AfterProposal after(String cursor) {
        String[] parts = Cursor.decode(cursor, 2);
        if (parts == null) {
            return null;
        }
        return new AfterProposal(Cursor.instant(parts[0]), Cursor.uuid(parts[1]));
    }
}
