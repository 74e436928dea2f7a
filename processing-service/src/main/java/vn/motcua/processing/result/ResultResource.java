package vn.motcua.processing.result;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.util.UUID;

/** The bytes of results. */
@Path("/api/processing/results")
@Tag(name = "results")
public class ResultResource {
    @Inject
    Results results;

    @Inject
    ResultStore store;

    @Inject
    Caller caller;

    @GET
    @Path("{id}")
    @RolesAllowed({"specialist", "approver", "director", "reception", "auditor"})
    @Operation(summary = "The file of a result")
    public Response bytes(@PathParam("id") UUID id) {
        return answer(results.seen(id, Officer.of(caller)));
    }

    private Response answer(Result result) {
        if (result == null) {
            throw new ProblemException(ProcessingProblem.RESULT_NOT_FOUND);
        }
        StreamingOutput body = out -> store.write(result.sha256(), out);
        String extension = result.mediaType().substring(result.mediaType().indexOf('/') + 1);
        return Response.ok(body, result.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, result.size())
                .header(HttpHeaders.ETAG, '"' + result.sha256() + '"')
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"ket-qua-" + result.id() + "." + extension + "\"")
                .build();
    }
}
