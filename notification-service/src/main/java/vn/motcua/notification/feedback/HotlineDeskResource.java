package vn.motcua.notification.feedback;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import vn.motcua.paper.Paper;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@Path("/api/notification/hotline")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "hotline")
class HotlineDeskResource {
    @Inject
    TakeFeedback takeFeedback;

    @Inject
    ActOnFeedback acting;

    @Inject
    Feedbacks feedbacks;

    @Inject
    HotlineQueries queries;

    @Inject
    HotlineOfficers officers;

    @Inject
    FeedbackNotices notices;

    @Inject
    FeedbackReadings readings;

    @Inject
    HandOvers handOvers;

    @Inject
    Concern concern;

    @Inject
    Caller caller;

    /** How an officer came by it. */
    enum EntryChannel {
        CALL,
        EMAIL
    }

    /**
     * What an officer enters for a person.
     *
     * @param contact where the person is reached; null for an anonymous one
     * @param toldBy how the person wants to be told; null for the page of the code alone
     */
    @Schema(name = "HotlineEntry")
    record Entry(
            @NotNull EntryChannel channel,
            @NotNull Category category,
            @NotNull @Pattern(regexp = "(?s)[^\\x00]*\\S[^\\x00]*") @Size(max = 4000) String text,
            @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @Size(max = 60) String dossier,
            @Size(max = 200) String contact,
            ToldBy toldBy,
            Place place,
            @Pattern(regexp = "vi|en") String language) {
        ToldBy way() {
            return toldBy == null ? ToldBy.PAGE : toldBy;
        }
    }

    /**
     * What was entered.
     *
     * @param code the acknowledgement, told to the person now and shown to no officer again
     * @param number null for a call until it is confirmed
     */
    @Schema(name = "HotlineEntered")
    record Entered(UUID feedbackId, String code, String number, FeedbackState state, long revision) {}

    /**
     * An officer who can be given a feedback.
     *
     * @param concerned why not; null where nothing stands against it
     */
    @Schema(name = "HotlineOfficer")
    record Candidate(String subject, String name, String title, Concern.Why concerned) {}

    @POST
    @Path("entries")
    @RolesAllowed("reception")
    @Idempotent
    @Operation(
            summary =
                    "What a person said on the phone or wrote in an e-mail; a call counts once it is read back and confirmed")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = Entered.class)))
    public Response enter(@NotNull @Valid Entry entry) {
        requireOwn(entry.unit);
        entry.way().require(entry.contact);
        Feedback kept = takeFeedback.enter(
                new TakeFeedback.Sent(
                        entry.category,
                        entry.text,
                        entry.unit,
                        entry.dossier,
                        entry.contact,
                        entry.way(),
                        entry.place,
                        entry.language == null ? "vi" : entry.language,
                        FeedbackChannel.valueOf(entry.channel.name()),
                        null),
                acting.officer("reception"));
        return Response.created(URI.create("/api/notification/hotline/feedback/" + kept.id()))
                .entity(new Entered(kept.id(), kept.code(), kept.facts().number(), kept.state(), kept.revision()))
                .header(HttpHeaders.ETAG, Revision.etag(kept.revision()))
                .build();
    }

    @GET
    @Path("officers")
    @RolesAllowed("director")
    @Operation(summary = "Whom a feedback can be given to, and whom it concerns")
    public List<Candidate> officers(@QueryParam("feedback") @NotNull UUID id) {
        Feedback feedback =
                feedbacks.find(id).filter(acting::visible).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        Concern.Circle circle = concern.of(feedback);
        return officers.of(feedback.facts().unit()).stream()
                .map(each -> new Candidate(
                        each.subject(), each.name(), each.title(), circle.why(each.name(), each.reception())))
                .toList();
    }

    @GET
    @Path("notices")
    @RolesAllowed({"reception", "specialist", "director"})
    @Operation(
            summary = "What the caller is told of feedback, newest first; who asks can be given feedback from now on")
    public Page<FeedbackNotices.Notice> notices(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Page<FeedbackNotices.Notice> page = notices.of(caller, after, Limit.of(limit));
        officers.seen(caller); // after the page: a call that is refused leaves nothing behind
        return page;
    }

    @GET
    @Path("figures")
    @RolesAllowed({"director", "auditor"})
    @Operation(summary = "How many stand where, how long answers take, what people say of them")
    public HotlineQueries.Figures figures(@QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit) {
        requireOwn(unit);
        return queries.figures(unit);
    }

    @GET
    @Path("readings")
    @RolesAllowed("auditor")
    @Operation(summary = "Who read what people said, newest first")
    public Page<FeedbackReadings.Reading> readings(
            @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return readings.page(after, Limit.of(limit));
    }

    @GET
    @Path("hand-overs")
    @RolesAllowed({"reception", "director", "auditor"})
    @Operation(summary = "Complaints and denunciations that left for their own track, newest first")
    public Page<HandOvers.View> handOvers(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return handOvers.page(after, Limit.of(limit));
    }

    @GET
    @Path("hand-overs/{id}/record.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"reception", "director", "auditor"})
    @Operation(summary = "The numbered record of a hand-over as PDF/A-2b; a reading that is noted")
    @APIResponse(responseCode = "200", description = "The record")
    @APIResponse(responseCode = "404", description = "None, or another unit's")
    @APIResponse(responseCode = "409", description = "feedback-concerns-officer: the contact stands in it")
    public Response handOver(@PathParam("id") UUID id) {
        return Response.ok(Paper.pdf(handOvers.html(id)), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"bien-ban.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }

    private void requireOwn(String unit) {
        if (!caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
    }
}
