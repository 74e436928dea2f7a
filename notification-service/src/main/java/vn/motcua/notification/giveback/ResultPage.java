package vn.motcua.notification.giveback;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.notification.dossier.TrackedDossier;
import vn.motcua.platform.identity.SubjectToken;

import java.net.URI;
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

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response take(@CookieParam(SubjectToken.COOKIE) String cookie) {
        return to(tracked.of(cookie).flatMap(results::taken));
    }

    /** A look ahead takes nothing. */
    @HEAD
    @PermitAll
    @Operation(hidden = true)
    public Response look(@CookieParam(SubjectToken.COOKIE) String cookie) {
        return to(tracked.of(cookie).flatMap(results::of).map(PersonsResult.Ready::result));
    }

    private static Response to(Optional<UUID> result) {
        URI there =
                result.map(id -> URI.create("/api/processing/results/" + id)).orElse(INBOX);
        return Response.seeOther(there).build();
    }
}
