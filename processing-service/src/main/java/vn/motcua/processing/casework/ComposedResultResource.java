package vn.motcua.processing.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.AttachResult.Attached;
import vn.motcua.processing.casework.CaseView.ResultView;
import vn.motcua.processing.catalogue.UnitNames;
import vn.motcua.processing.catalogue.UnitNames.UnitName;
import vn.motcua.processing.document.ResultPaper;
import vn.motcua.processing.document.Sheet;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.Composed;
import vn.motcua.processing.result.Result;
import vn.motcua.processing.result.Results;
import vn.motcua.processing.result.Upload;

import java.util.Locale;
import java.util.UUID;

/** A result made from the template instead of an uploaded file: its words, and the draft they make. */
@Path("/api/processing/cases/{id}/result/words")
@Tag(name = "cases")
@Produces(MediaType.APPLICATION_JSON)
public class ComposedResultResource {
    private static final String NO_NUMBER = "........";

    @Inject
    Cases cases;

    @Inject
    AttachResult attach;

    @Inject
    Results results;

    @Inject
    ResultPaper paper;

    @Inject
    UnitNames units;

    @Inject
    Caller caller;

    /**
     * The words of a result.
     *
     * @param body paragraphs, parted by line breaks
     */
    record Words(@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 20000) String body) {}

    @GET
    @RolesAllowed({"specialist", "approver"})
    @Operation(summary = "The words of the draft, or what the template suggests for this procedure")
    public Words words(@PathParam("id") UUID id) {
        Cases.Known known = seen(id);
        Result draft = known.one().draftResult() == null
                ? null
                : results.findById(known.one().draftResult());
        Composed words = draft == null ? null : draft.composed();
        return words == null ? suggested(known) : new Words(words.title(), words.body());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"specialist", "approver"})
    @Operation(
            summary =
                    "Makes the draft of the result from these words; number, date and signature come when it is signed")
    @APIResponseSchema(value = ResultView.class, responseCode = "200")
    public Response compose(
            @PathParam("id") UUID id,
            @QueryParam("fence") Long fence,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Words words) {
        Cases.Known known = seen(id);
        Composed composed = new Composed(words.title().strip(), words.body().strip());
        byte[] draft = paper.composed(draft(known, composed.title()), composed);
        try (Upload upload = Upload.of(draft)) {
            Attached attached = attach.attach(id, fence, ifMatch, Officer.of(caller), upload, composed);
            return Response.ok(ResultView.of(attached.result()))
                    .header(HttpHeaders.ETAG, Revision.etag(attached.revision()))
                    .build();
        }
    }

    private Cases.Known seen(UUID id) {
        Cases.Known known = cases.seen(id, Officer.of(caller));
        if (known == null) {
            throw new ProblemException(ProcessingProblem.CASE_NOT_FOUND);
        }
        return known;
    }

    private Words suggested(Cases.Known known) {
        return new Words(
                "Giấy xác nhận",
                "Căn cứ hồ sơ số " + code(known) + " về việc " + procedure(known) + ";\nỦy ban nhân dân "
                        + unit(known).name() + " xác nhận:");
    }

    private Sheet draft(Cases.Known known, String title) {
        UnitName unit = unit(known);
        return new Sheet(
                title,
                procedure(known),
                code(known),
                unit.name().toUpperCase(Locale.forLanguageTag("vi")),
                unit.name(),
                NO_NUMBER,
                "ngày ..... tháng ..... năm .......",
                null,
                "",
                "NGƯỜI CÓ THẨM QUYỀN",
                null,
                "");
    }

    private UnitName unit(Cases.Known known) {
        UnitName unit = units.of(known.one().beside().competentUnit());
        if (unit == null) {
            throw new ProblemException(ProcessingProblem.UNIT_NOT_KNOWN);
        }
        return unit;
    }

    private static String code(Cases.Known known) {
        return known.dossier().code() == null
                ? known.dossier().reference()
                : known.dossier().code();
    }

    private static String procedure(Cases.Known known) {
        return known.procedure() == null
                ? known.dossier().procedureCode()
                : known.procedure().nameVi();
    }
}
