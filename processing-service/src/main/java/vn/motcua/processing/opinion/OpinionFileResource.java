package vn.motcua.processing.opinion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.CaseSight;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.FileAnswer;
import vn.motcua.processing.result.ResultStore;
import vn.motcua.processing.result.Upload;

import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;

/** The file of an answer: put by those who were asked, read by them and, with the answer, by those who see the case. */
@Path("/api/processing/opinions/{id}/file")
@Tag(name = "opinions")
public class OpinionFileResource {
    @Inject
    OpinionReading reading;

    @Inject
    AnswerOpinion answers;

    @Inject
    CaseSight sight;

    @Inject
    ResultStore store;

    @Inject
    ProcessingConfig config;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @PUT
    @Consumes({"application/pdf", "image/png", "image/jpeg", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"specialist", "approver", "director"})
    @Operation(
            summary =
                    "Puts a file to the answer before it is given: PDF, PNG or JPEG, told by content; another takes its place")
    @APIResponseSchema(value = OpinionView.class, responseCode = "200")
    public Response put(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream body) {
        Officer officer = Officer.of(caller);
        try (Upload upload = Upload.receive(body, config.resultBytes())) {
            answers.attach(id, ifMatch, upload, officer);
        }
        OpinionView view = OpinionView.of(reading.one(id), true, clock.instant());
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    @GET
    @RolesAllowed({"specialist", "approver", "director", "auditor"})
    @Operation(summary = "The bytes of the file of an answer")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response read(@PathParam("id") UUID id) {
        OpinionFile file = seen(id, Officer.of(caller));
        return FileAnswer.kept(store, file.sha256(), file.size(), file.mediaType(), "tra-loi-" + id);
    }

    private OpinionFile seen(UUID id, Officer officer) {
        OpinionReading.Known known = reading.one(id);
        if (known == null || !sees(known.opinion(), officer)) {
            throw new ProblemException(ProcessingProblem.OPINION_NOT_FOUND);
        }
        if (known.opinion().file() == null) {
            throw new ProblemException(ProcessingProblem.ATTACHMENT_NOT_FOUND);
        }
        return known.opinion().file();
    }

    private boolean sees(Opinion one, Officer officer) {
        return officer.worksOn(one.askedUnit(), one.askedDepartment())
                || one.state() == OpinionState.ANSWERED && sight.seen(one.caseId(), officer) != null;
    }
}
