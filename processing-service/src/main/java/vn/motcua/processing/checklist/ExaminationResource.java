package vn.motcua.processing.checklist;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.checklist.ExaminationView.ItemView;
import vn.motcua.processing.checklist.ExaminationView.NoteView;
import vn.motcua.processing.officer.CaseSight;
import vn.motcua.processing.officer.CaseSight.Seen;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.FileAnswer;
import vn.motcua.processing.result.ResultStore;
import vn.motcua.processing.supplement.SupplementReturns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The examination of one case, for reading; it is written by EXAMINE. */
@Path("/api/processing/cases/{id}/examination")
@Tag(name = "cases")
@Produces(MediaType.APPLICATION_JSON)
public class ExaminationResource {
    private static final int NOTES_MAX = 100;
    private static final int ATTACHMENTS_MAX = 50;
    private static final String FOUND =
            """
            select distinct on (item) item, answer, note, by_name, at, count(*) over (partition by item) as findings
            from checklist_finding where case_id = ? order by item, id desc
            """;

    @Inject
    CaseSight sight;

    @Inject
    Checklists checklists;

    @Inject
    CaseNotes notes;

    @Inject
    SupplementReturns returns;

    @Inject
    ResultStore store;

    @Inject
    AgroalDataSource source;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"specialist", "approver", "director", "auditor"})
    @Operation(summary = "What is to be examined in a case, what was found, the department's notes and files")
    public ExaminationView examination(@PathParam("id") UUID id) {
        Seen seen = seen(id);
        Map<String, ItemView> found = new HashMap<>();
        Sql.query(source, FOUND, ExaminationResource::finding, id).forEach(each -> found.put(each.id(), each));
        List<ItemView> items = checklists.items(seen.procedureCode(), seen.procedureVersion()).stream()
                .map(item -> item(item, found.get(item.id())))
                .toList();
        List<NoteView> written = Sql.query(
                source,
                "select text, by_name, at from case_note where case_id = ? order by id desc limit ?",
                row -> new NoteView(row.getString(1), row.getString(2), at(row)),
                id,
                NOTES_MAX);
        return new ExaminationView(
                seen.procedureCode(),
                seen.procedureVersion(),
                returns.returnBy(seen.unit(), seen.receivedAt()),
                items,
                written,
                notes.attachments(id, ATTACHMENTS_MAX));
    }

    @GET
    @Path("attachments/{attachment}")
    @RolesAllowed({"specialist", "approver", "director", "auditor"})
    @Operation(summary = "The bytes of a file that the department put beside the case")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response attachment(@PathParam("id") UUID id, @PathParam("attachment") UUID attachment) {
        seen(id);
        Attachment one = notes.one(id, attachment);
        if (one == null) {
            throw new ProblemException(ProcessingProblem.ATTACHMENT_NOT_FOUND);
        }
        return FileAnswer.kept(store, one.sha256(), one.size(), one.mediaType(), "tai-lieu-" + one.id());
    }

    private Seen seen(UUID id) {
        Seen seen = sight.seen(id, Officer.of(caller));
        if (seen == null) {
            throw new ProblemException(ProcessingProblem.CASE_NOT_FOUND);
        }
        return seen;
    }

    private static ItemView item(ChecklistItem item, ItemView found) {
        return found == null
                ? new ItemView(item.id(), item.kind(), item.text(), null, null, null, null, 0)
                : new ItemView(
                        item.id(),
                        item.kind(),
                        item.text(),
                        found.answer(),
                        found.note(),
                        found.by(),
                        found.at(),
                        found.findings());
    }

    private static ItemView finding(ResultSet row) throws SQLException {
        return new ItemView(
                row.getString("item"),
                null,
                null,
                ChecklistAnswer.valueOf(row.getString("answer")),
                row.getString("note"),
                row.getString("by_name"),
                at(row),
                row.getInt("findings"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
