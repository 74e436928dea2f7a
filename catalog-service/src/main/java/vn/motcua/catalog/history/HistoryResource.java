package vn.motcua.catalog.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.http.Asked;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.List;

/** Who did what to a procedure, when and why; for those who work on the catalogue. */
@Path("/api/catalog/procedures/{code}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history")
class HistoryResource {
    @Inject
    History history;

    /** A page of acts. */
    @Schema(name = "ActPage")
    record ActPage(List<Act> items, String next) {}

    @GET
    @RolesAllowed({"catalog-editor", "approver", "auditor"})
    @Operation(
            operationId = "listProcedureHistory",
            summary = "Acts upon a procedure and its drafts, oldest first; empty for a code nobody ever used")
    @APIResponseSchema(value = ActPage.class, responseCode = "200", responseDescription = "A page of acts")
    @APIResponse(responseCode = "400", description = "invalid-cursor, validation")
    public ActPage acts(
            @PathParam("code") String code,
            @Parameter(description = "Cursor of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 100, 20 by itself") @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        Page<Act> page = Page.of(
                history.after(Asked.text("code", code), id(after), most + 1),
                most,
                act -> Cursor.encode(Long.toString(act.id())));
        return new ActPage(page.items(), page.next());
    }

    private static long id(String after) {
        String[] parts = Cursor.decode(after, 1);
        if (parts == null) {
            return 0;
        }
        if (!parts[0].matches("\\d{1,18}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        return Long.parseLong(parts[0]);
    }
}
