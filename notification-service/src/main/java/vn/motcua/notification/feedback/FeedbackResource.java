package vn.motcua.notification.feedback;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.time.Instant;
import java.util.List;

@Path("/api/notification/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
class FeedbackResource {
    @Inject
    TakeFeedback takeFeedback;

    @Inject
    Feedbacks feedbacks;

    /**
     * A feedback; without a contact it is anonymous and nobody is answered.
     *
     * @param toldBy how the person is told what becomes of it; null for the page of its code alone
     */
    record NewFeedback(
            @NotNull Category category,
            @NotBlank @Size(max = 4000) String text,
            @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @Size(max = 60) String dossier,
            @Size(max = 200) String contact,
            ToldBy toldBy,
            Place place) {
        ToldBy way() {
            return toldBy == null ? ToldBy.PAGE : toldBy;
        }
    }

    /**
     * What anybody with the code learns; what was said stands on the page of the code.
     *
     * @param dueAt end of the limit that runs; null where nothing is owed
     */
    record StateView(String code, FeedbackState state, Instant receivedAt, Instant dueAt, Instant answeredAt) {}

    @POST
    @PermitAll
    @Idempotent
    @Operation(summary = "The hotline: anybody says how it was and gets a code; rate limited")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "Taken; the code acknowledges it",
            content = @Content(schema = @Schema(implementation = StateView.class)))
    @APIResponse(responseCode = "429", description = "Too many in this minute")
    public Response take(@NotNull @Valid NewFeedback sent, @Context HttpServerRequest request) {
        sent.way().require(sent.contact);
        Feedback taken = takeFeedback.take(
                new TakeFeedback.Sent(
                        sent.category,
                        sent.text,
                        sent.unit,
                        sent.dossier,
                        sent.contact,
                        sent.way(),
                        sent.place,
                        "vi",
                        FeedbackChannel.API,
                        null),
                List.of(),
                request.remoteAddress().host());
        return Response.created(URI.create("/api/notification/feedback/" + taken.code()))
                .entity(state(taken))
                .build();
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(summary = "How far a feedback has come, for who holds its code")
    public StateView one(@PathParam("code") String code) {
        return feedbacks
                .byCode(code)
                .map(FeedbackResource::state)
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    private static StateView state(Feedback f) {
        return new StateView(
                f.code(),
                f.state(),
                f.facts().receivedAt(),
                f.dueAt(),
                f.outcome().answeredAt());
    }
}
