package vn.motcua.intake.tracking;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

/** Tracking without an account: a PIN opens a dossier for reading, for 15 minutes, by a cookie that does nothing else. */
@Path("/api/intake/tracking")
@Produces(MediaType.APPLICATION_JSON)
public class TrackingResource {
    private final OpenTracking tracking;
    private final Answers answers;

    TrackingResource(OpenTracking tracking, Answers answers) {
        this.tracking = tracking;
        this.answers = answers;
    }

    /** Reference or code, and the PIN; in the body, because addresses are kept in histories and logs. */
    public record Ask(
            @Size(max = 60) String reference, @Size(max = 60) String code, @NotBlank @Size(max = 20) String pin) {}

    /** How long the cookie opens the dossier. */
    public record Opened(int expiresInSeconds) {}

    /** Opens a dossier. Unknown dossiers and wrong PINs are refused alike; tries are slowed, then locked. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Open a dossier for reading by its reference or code and its PIN")
    @APIResponseSchema(value = Opened.class, responseCode = "200")
    public Response open(@NotNull @Valid Ask ask, @Context UriInfo uri, @Context HttpServerRequest request) {
        String handle = ask.reference() == null ? ask.code() : ask.reference();
        if (handle == null || handle.isBlank()) {
            throw new ProblemException(Problems.VALIDATION).violation("/reference", "reference or code");
        }
        boolean secure = "https".equals(uri.getRequestUri().getScheme());
        return Response.ok(new Opened((int) TrackingKey.LIFE.toSeconds()))
                .cookie(tracking.open(
                        handle, ask.pin(), secure, request.remoteAddress().hostAddress()))
                .build();
    }

    /** What the person may see of the dossier their cookie opens. */
    @GET
    @Path("current")
    @PermitAll
    @Operation(summary = "The dossier the tracking cookie opens: where, who, what to do, when and why")
    @APIResponseSchema(value = TrackingView.class, responseCode = "200")
    public Response current(
            @CookieParam(SubjectToken.COOKIE) String token,
            @QueryParam("lang") String asked,
            @Context HttpHeaders headers) {
        String language = Language.of(asked, headers.getAcceptableLanguages());
        TrackedDossier dossier =
                tracking.current(token).orElseThrow(() -> new ProblemException(IntakeProblem.TRACKING_NOT_OPEN));
        return Response.ok(answers.of(dossier, language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .build();
    }
}
