package vn.motcua.processing.result;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The bytes of results. */
@Path("/api/processing/results")
@Tag(name = "results")
public class ResultResource {
    private static final int PRINTED_MAX = 50;
    private static final List<String> OFFICERS = List.of("specialist", "approver", "director", "reception", "auditor");

    @Inject
    Results results;

    @Inject
    ResultStore store;

    @Inject
    PrintedResults printed;

    @Inject
    SubjectToken tokens;

    @Inject
    Caller caller;

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            summary = "The file of a result",
            description =
                    "For officers by their token; without one, for the person by the tracking cookie, once decided and paid. 410 once it was"
                            + " destroyed after its time")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response bytes(@PathParam("id") UUID id, @CookieParam(SubjectToken.COOKIE) String tracking) {
        if (caller.anonymous()) {
            return answer(ofPerson(id, tracking));
        }
        if (OFFICERS.stream().noneMatch(caller::has)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        return answer(results.seen(id, Officer.of(caller)));
    }

    @GET
    @Path("print")
    @Produces("application/pdf")
    @RolesAllowed({"specialist", "approver", "director", "reception", "auditor"})
    @Operation(
            summary = "Up to fifty results as one document for the printer, in this order",
            description =
                    "Without signatures, which only hold for the files themselves; the code on the paper is checked instead")
    @APIResponse(
            responseCode = "200",
            description = "The pages",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @Parameter(description = "Ids of results, parted by commas", required = true)
                    @QueryParam("ids")
                    @NotNull
                    @Size(max = 1900)
                    String ids) {
        List<UUID> wanted = ids(ids);
        List<Result> found = results.seen(wanted, Officer.of(caller));
        if (found.size() < wanted.size()) {
            throw new ProblemException(ProcessingProblem.RESULT_NOT_FOUND);
        }
        return FileAnswer.of(printed.together(found), "application/pdf", "ket-qua.pdf")
                .build();
    }

    /** Each once. */
    private static List<UUID> ids(String text) {
        try {
            List<UUID> ids =
                    Stream.of(text.split(",")).map(UUID::fromString).distinct().toList();
            if (ids.isEmpty() || ids.size() > PRINTED_MAX) {
                throw new ProblemException(Problems.VALIDATION).violation("/ids", "1 to " + PRINTED_MAX);
            }
            return ids;
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(Problems.VALIDATION).violation("/ids", "ids parted by commas");
        }
    }

    private Result ofPerson(UUID id, String tracking) {
        String subject = tokens.subject(tracking).orElseThrow(() -> new ProblemException(Problems.UNAUTHENTICATED));
        try {
            return results.ofPerson(id, UUID.fromString(subject));
        } catch (IllegalArgumentException noDossier) {
            throw new ProblemException(Problems.UNAUTHENTICATED);
        }
    }

    private Response answer(Result result) {
        if (result == null) {
            throw new ProblemException(ProcessingProblem.RESULT_NOT_FOUND);
        }
        result.requireBytes();
        String extension = result.mediaType().substring(result.mediaType().indexOf('/') + 1);
        String name = "ket-qua-" + result.id() + "." + extension;
        return FileAnswer.kept(store, result.sha256(), result.size(), result.mediaType(), name);
    }
}
