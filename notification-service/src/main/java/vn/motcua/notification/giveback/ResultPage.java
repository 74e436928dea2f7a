package vn.motcua.notification.giveback;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.notification.dossier.TrackedDossier;
import vn.motcua.platform.identity.SubjectToken;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The person takes the electronic result: that is acknowledged here, the bytes come from processing by the same cookie. */
@Path("/hop-thu/ket-qua")
class ResultPage {
    private static final URI INBOX = URI.create("/hop-thu");

    @Inject
    TrackedDossier tracked;

    @Inject
    PersonsResult results;

    /** A browser that loads it ahead of a click is refused: it would show what was not taken, and be taken for the person. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response take(
            @CookieParam(SubjectToken.COOKIE) String cookie,
            @HeaderParam("Sec-Purpose") String purpose,
            @HeaderParam("Purpose") String formerPurpose) {
        if (ahead(purpose) || ahead(formerPurpose)) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        return to(tracked.of(cookie).flatMap(results::taken));
    }

    /** A look ahead takes nothing. */
    @HEAD
    @PermitAll
    @Operation(hidden = true)
    public Response look(@CookieParam(SubjectToken.COOKIE) String cookie) {
        return to(tracked.of(cookie).flatMap(results::of).map(PersonsResult.Ready::result));
    }

    /** As browsers say it: {@code prefetch}, {@code prefetch;prerender}. */
    private static boolean ahead(String purpose) {
        return purpose != null && purpose.toLowerCase(Locale.ROOT).contains("prefetch");
    }

    private static Response to(Optional<UUID> result) {
        URI there =
                result.map(id -> URI.create("/api/processing/results/" + id)).orElse(INBOX);
        return Response.seeOther(there).build();
    }
}
