package vn.motcua.notification.feedback;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.Set;
import java.util.UUID;

@Path("/api/notification/hotline/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "hotline")
class HotlineResource {
    @Inject
    HotlineQueries queries;

    @Inject
    HotlineViews views;

    @Inject
    HotlineActs acts;

    @Inject
    ActOnFeedback acting;

    @Inject
    Feedbacks feedbacks;

    @Inject
    FeedbackFiles files;

    @Inject
    FeedbackReadings readings;

    @Inject
    Caller caller;

    /** What an act has led to; what was said is read anew, so that no answer that is kept for repeats holds it. */
    @Schema(name = "FeedbackActed")
    record Acted(
            UUID feedbackId, String number, FeedbackState state, Set<FeedbackAction> allowedActions, long revision) {}

    @GET
    @RolesAllowed({"reception", "specialist", "director", "auditor"})
    @Operation(
            summary = "Feedback of the caller's units, a specialist's own only: what is owed first, or what has ended")
    public Page<HotlineViews.Line> list(
            @QueryParam("which") @DefaultValue("OPEN") HotlineQueries.Which which,
            @QueryParam("unit") @Pattern(regexp = UnitId.PATTERN) String unit,
            @QueryParam("state") FeedbackState state,
            @QueryParam("mine") boolean mine,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return queries.list(caller, new HotlineQueries.Wanted(which, unit, state, mine), after, Limit.of(limit));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"reception", "specialist", "director", "auditor"})
    @Operation(summary = "One feedback with what was said, its acts, allowedActions and ETag; a reading that is noted")
    @APIResponse(
            responseCode = "200",
            description = "The feedback",
            content = @Content(schema = @Schema(implementation = HotlineViews.View.class)))
    @APIResponse(responseCode = "404", description = "None, or not the caller's to see")
    public Response one(@PathParam("id") UUID id) {
        Feedback feedback = seen(id);
        readings.note(FeedbackReadings.What.FEEDBACK, feedback.facts().unit(), id);
        HotlineViews.View view = views.view(feedback);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }

    @POST
    @Path("{id}/actions")
    @RolesAllowed({"reception", "specialist", "director"})
    @Idempotent
    @Operation(summary = "An act of the table: screened, assigned, asked, answered, approved, published, handed over")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "200",
            description = "Where it stands after the act",
            content = @Content(schema = @Schema(implementation = Acted.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "feedback-act-not-allowed, feedback-concerns-officer, assignee-concerned, another-officer-needed,"
                            + " personal-data-found")
    @APIResponse(responseCode = "412", description = "Changed meanwhile, with who did what")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response act(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid FeedbackActs.Act act) {
        return answer(acts.act(id, ifMatch, act));
    }

    @POST
    @Path("{id}/files")
    @Consumes({"image/jpeg", "image/png", "application/pdf"})
    @RolesAllowed({"reception", "specialist", "director"})
    @Idempotent
    @Operation(
            summary =
                    "A picture or a PDF that the person gave an officer, told by its content; the act ATTACH of the table")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "200",
            description = "Where it stands, with its new ETag",
            content = @Content(schema = @Schema(implementation = Acted.class)))
    @APIResponse(
            responseCode = "409",
            description = "feedback-act-not-allowed, feedback-concerns-officer, feedback-files-full")
    @APIResponse(responseCode = "412", description = "Changed meanwhile, with who did what")
    @APIResponse(responseCode = "413", description = "Over 3 MiB")
    @APIResponse(responseCode = "415", description = "No whole JPEG, PNG or PDF")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response attach(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return answer(acts.attach(id, ifMatch, body));
    }

    @GET
    @Path("{id}/files/{file}")
    @Produces({"image/jpeg", "image/png", "application/pdf"})
    @RolesAllowed({"reception", "specialist", "director", "auditor"})
    @Operation(summary = "A file that was sent along, to be saved and never run; a reading that is noted")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "None, or not the caller's to see")
    @APIResponse(responseCode = "409", description = "feedback-concerns-officer: a picture may show who sent it")
    public Response file(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        Feedback feedback = seen(id);
        FeedbackFiles.Content content =
                files.content(id, file).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        acting.requireUnconcerned(feedback);
        readings.note(FeedbackReadings.What.FILE, feedback.facts().unit(), file);
        return Response.ok(content.bytes(), content.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    private static Response answer(Acted acted) {
        return Response.ok(acted)
                .header(HttpHeaders.ETAG, Revision.etag(acted.revision()))
                .build();
    }

    private Feedback seen(UUID id) {
        return feedbacks.find(id).filter(acting::visible).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }
}
