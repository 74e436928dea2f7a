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
import vn.motcua.catalog.field.Field;
import vn.motcua.catalog.field.Fields;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.procedure.ListedProcedure;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The board of a field, for everybody. */
@Path("/api/catalog/fields")
@Produces("application/pdf")
@Tag(name = "posters")
class FieldBoardResource {
    @Inject
    Procedures procedures;

    @Inject
    Fields fields;

    @Inject
    Posters posters;

    @Inject
    Sheets sheets;

    @Inject
    Clock clock;

    @GET
    @Path("{field}/board.pdf")
    @PermitAll
    @Operation(operationId = "getFieldBoard", summary = "Board of a field on A3: each procedure with its QR code")
    @APIResponse(responseCode = "200", description = "PDF", content = @Content(mediaType = "application/pdf"))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "field-not-found")
    public Response board(
            @Parameter(description = "Id or name") @PathParam("field") String field,
            @Parameter(description = "vi or en, vi by itself") @QueryParam("language") String language,
            @Context Request request) {
        String lang = Sheets.language(language);
        LocalDate today = Asked.day("on", null, clock);
        Field found = fields.find(Asked.text("field", field), today)
                .orElseThrow(() -> new ProblemException(CatalogProblem.FIELD_NOT_FOUND, field));
        List<ListedProcedure> listed = procedures.listed(found.name(), today);
        return sheets.answer(
                request,
                List.of(found, listed, today, lang),
                found.id() + ".pdf",
                out -> posters.board(found, listed, today, lang, out));
    }
}
