package vn.motcua.processing.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;

import java.util.UUID;

/** A citizen with an account answers a draft. */
@Path("/api/processing/drafts/answers")
@Tag(name = "drafts")
@Produces(MediaType.APPLICATION_JSON)
public class DraftAnswerResource {
    @Inject
    AskedPerson person;

    @Inject
    SubjectToken tokens;

    /**
     * What a citizen says about a draft.
     *
     * @param draft the offer that was read
     * @param fault left out where all is right
     * @param text what is wrong; with a fault only
     */
    @Schema(name = "DraftSaid")
    public record Said(@NotNull UUID draft, DraftFault fault, @Size(min = 1, max = 2000) String text) {
        @AssertTrue(message = "a fault and a text, or neither")
        boolean isWhole() {
            return (fault == null) == (text == null || text.isBlank());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("citizen")
    @Idempotent
    @Operation(
            summary = "A citizen confirms the draft, or says what is wrong with it",
            description =
                    "By the account, which cannot be used unawares, and the tracking cookie, which says of which dossier")
    @APIResponse(responseCode = "204", description = "Written down")
    public Response answer(@CookieParam(SubjectToken.COOKIE) String tracking, @Valid @NotNull Said said) {
        String text = said.text() == null ? null : said.text().strip();
        person.answered(dossier(tracking), said.draft(), DraftAnswer.ofPerson(said.fault(), text));
        return Response.noContent().build();
    }

    private UUID dossier(String tracking) {
        try {
            return UUID.fromString(tokens.subject(tracking)
                    .orElseThrow(() -> new ProblemException(ProcessingProblem.DRAFT_NOT_FOUND)));
        } catch (IllegalArgumentException noDossier) {
            throw new ProblemException(ProcessingProblem.DRAFT_NOT_FOUND);
        }
    }
}
