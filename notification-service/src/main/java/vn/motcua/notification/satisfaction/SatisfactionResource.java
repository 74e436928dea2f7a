package vn.motcua.notification.satisfaction;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
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
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What officers do about satisfaction: they open the question, see figures of many and look into low marks; they answer nothing. */
@Path("/api/notification/satisfaction")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "satisfaction")
class SatisfactionResource {
    private static final int QUIET = 4;

    @Inject
    AnswerSurvey survey;

    @Inject
    Satisfaction satisfaction;

    @Inject
    FollowUps followUps;

    @Inject
    NotificationConfig config;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Of which dossier. */
    @Schema(name = "SurveyInvitationRequest")
    record InvitationRequest(@NotNull UUID dossierId) {}

    /**
     * A code for the counter's tablet.
     *
     * @param code typed at {@code /danh-gia}
     * @param address the same as a link, for the QR
     * @param qr path of an SVG in a field of {@code side} × {@code side}
     */
    @Schema(name = "SurveyInvitation")
    record Invitation(String code, String address, String qr, int side, Instant expiresAt) {}

    /** What was done about a low mark. */
    @Schema(name = "FollowUpAcknowledgement")
    record Acknowledgement(@NotNull FollowUps.Measure measure) {}

    @POST
    @Path("invitations")
    @RolesAllowed("reception")
    @Idempotent
    @Operation(
            summary =
                    "Open the question for the person at the counter: a code for the tablet and a QR for their own phone, once")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The code, good for a quarter of an hour",
            content = @Content(schema = @Schema(implementation = Invitation.class)))
    @APIResponse(responseCode = "409", description = "survey-not-yet, survey-answered")
    public Response invite(@NotNull @Valid InvitationRequest request) {
        Instant expires = clock.instant().plus(SurveyTokens.LIFE_OF_CODE);
        String code = survey.invite(request.dossierId(), caller.units());
        String address = config.publicUrl().replaceAll("/+$", "") + "/danh-gia/" + code;
        BitMatrix modules = qr(address);
        String shown = code.substring(0, code.length() / 2) + "-" + code.substring(code.length() / 2);
        Invitation invitation = new Invitation(shown, address, path(modules), modules.getWidth(), expires);
        return Response.status(Response.Status.CREATED).entity(invitation).build();
    }

    @GET
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    @Operation(
            summary =
                    "What people said of a unit within twelve months, by procedure and step, with the numbers of answers; nothing of fewer than five")
    public Satisfaction.View of(@QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit) {
        requireOwn(unit);
        return satisfaction.of(unit);
    }

    @GET
    @Path("follow-ups")
    @RolesAllowed("director")
    @Operation(
            summary =
                    "Low marks of a unit that nobody has looked into yet, once counted with four others, in no order of time; of no person and no dossier")
    public Page<FollowUps.View> waiting(
            @QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        requireOwn(unit);
        return followUps.waiting(unit, after, Limit.of(limit));
    }

    @POST
    @Path("follow-ups/{id}/acknowledgement")
    @RolesAllowed("director")
    @Idempotent
    @Operation(summary = "Say what was done about a low mark")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "200",
            description = "That it was acknowledged",
            content = @Content(schema = @Schema(implementation = FollowUps.Acknowledged.class)))
    @APIResponse(responseCode = "412", description = "Acknowledged meanwhile, with who did what")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Acknowledgement acknowledgement) {
        FollowUps.Acknowledged done = followUps.acknowledge(id, acknowledgement.measure(), ifMatch);
        return Response.ok(done)
                .header(HttpHeaders.ETAG, Revision.etag(done.revision()))
                .build();
    }

    private void requireOwn(String unit) {
        if (!caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
    }

    private static BitMatrix qr(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
        } catch (WriterException e) {
            throw new IllegalStateException("an address fits a QR code", e);
        }
    }

    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
