package vn.motcua.notification.message;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.notification.dossier.TrackedDossier;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.Set;
import java.util.UUID;

@Path("/api/notification/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
class MessageResource {
    private static final Set<String> OFFICERS =
            Set.of("reception", "specialist", "approver", "director", "cashier", "auditor");

    @Inject
    Messages messages;

    @Inject
    TrackedDossier tracked;

    @Inject
    Dossiers dossiers;

    @Inject
    Caller caller;

    @GET
    @PermitAll
    @Operation(
            summary = "What was sent to the person about a dossier, newest first",
            description = "For officers by their token; without one, for the person by the tracking cookie")
    public Page<Message> list(
            @QueryParam("dossier") UUID dossier,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit,
            @CookieParam(SubjectToken.COOKIE) String cookie) {
        if (dossier == null) {
            throw new ProblemException(Problems.VALIDATION).violation("/dossier", "UUID");
        }
        int rows = Limit.of(limit);
        return caller.anonymous() ? ofPerson(dossier, cookie, after, rows) : ofOfficer(dossier, after, rows);
    }

    private Page<Message> ofPerson(UUID dossier, String cookie, String after, int limit) {
        UUID opened = tracked.of(cookie).orElseThrow(() -> new ProblemException(Problems.UNAUTHENTICATED));
        KnownDossier known = dossiers.find(dossier)
                .filter(found -> found.id().equals(opened))
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        return messages.inbox(dossier, known.language(), after, limit);
    }

    private Page<Message> ofOfficer(UUID dossier, String after, int limit) {
        if (OFFICERS.stream().noneMatch(caller::has)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Sight sight = Sight.of(caller);
        Page<Message> page = messages.seen(dossier, sight, after, limit);
        if (page.items().isEmpty() && dossiers.seen(dossier, sight).isEmpty()) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        return page;
    }
}
