package vn.motcua.processing.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.CaseSight;
import vn.motcua.processing.officer.Officer;

import java.util.UUID;

/** Drafts that were offered to the person, as officers read them. */
@Path("/api/processing/cases/{id}/drafts")
@Tag(name = "drafts")
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    /** Each took a working day or an objection; nobody reads further back. */
    private static final int SHOWN_MOST = 20;

    @Inject
    Drafts drafts;

    @Inject
    CaseSight sight;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"specialist", "approver", "director", "reception", "auditor"})
    @Operation(summary = "The drafts offered to the person, newest first, each with the answer")
    public Page<DraftView> ofCase(@PathParam("id") UUID id) {
        if (sight.seen(id, Officer.of(caller)) == null) {
            throw new ProblemException(ProcessingProblem.CASE_NOT_FOUND);
        }
        return new Page<>(
                drafts.ofCase(id, SHOWN_MOST).stream().map(DraftView::of).toList(), null);
    }
}
