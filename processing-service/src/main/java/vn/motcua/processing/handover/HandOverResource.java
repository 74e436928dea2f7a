package vn.motcua.processing.handover;

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
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.handover.HandOverBook.After;
import vn.motcua.processing.officer.Officer;

import java.util.List;

/** Cases that another unit handles or handled, for both sides. */
@Path("/api/processing/hand-overs")
@Tag(name = "hand-overs")
@Produces(MediaType.APPLICATION_JSON)
public class HandOverResource {
    @Inject
    HandOverBook book;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"specialist", "approver", "director"})
    @Operation(
            summary =
                    "Stays of cases in another unit, given last first: own ones elsewhere, or those of other units here; a specialist's"
                            + " of their department, all of the unit to its heads")
    public Page<HandOverView> handOvers(
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("side") @NotNull HandOverSide side,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        if (!officer.units().contains(unit) || !officer.heads() && officer.department() == null) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        int most = Limit.of(limit);
        String[] key = Cursor.decode(after, 2);
        After from = key == null ? null : new After(Cursor.instant(key[0]), Cursor.uuid(key[1]));
        List<HandOverView> rows = book.of(side, unit, from, most, officer);
        return Page.of(
                rows,
                most,
                last -> Cursor.encode(last.givenAt().toString(), last.id().toString()));
    }
}
