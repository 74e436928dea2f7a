package vn.motcua.catalog.poster;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.util.List;

/** The poster of one procedure, for everybody. */
@Path("/api/catalog/procedures")
@Produces("application/pdf")
@Tag(name = "posters")
class ProcedurePosterResource {
    @Inject
    Procedures procedures;

    @Inject
    Posters posters;

    @Inject
    Sheets sheets;

    @Inject
    Clock clock;

    @GET
    @Path("{code}/poster.pdf")
    @PermitAll
    @Operation(operationId = "getProcedurePoster", summary = "Poster of one procedure: name, five lines, QR code")
    @APIResponse(responseCode = "200", description = "PDF", content = @Content(mediaType = "application/pdf"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "procedure-not-found")
    public Response poster(
            @PathParam("code") String code,
            @Parameter(description = "A5 or A4, A4 by itself") @QueryParam("size") String size,
            @Parameter(description = "vi or en, vi by itself") @QueryParam("language") String language,
            @Context Request request) {
        Paper paper = Sheets.paper(size);
        String lang = Sheets.language(language);
        ProcedureVersion version = procedures
                .inForce(Asked.text("code", code), Asked.day("on", null, clock))
                .orElseThrow(() -> new ProblemException(CatalogProblem.PROCEDURE_NOT_FOUND, code));
        return sheets.answer(
                request,
                List.of(version.fingerprint(), version.key(), paper, lang),
                version.content().code() + "-" + paper + ".pdf",
                out -> posters.poster(version, paper, lang, out));
    }
}
