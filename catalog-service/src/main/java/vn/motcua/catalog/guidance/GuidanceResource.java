package vn.motcua.catalog.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.Units;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The questions of a procedure, and what the answers come to. Open to everybody; answers are in the address and name nobody. */
@Path("/api/catalog/procedures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "procedures")
class GuidanceResource {
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    Procedures procedures;

    @Inject
    Units units;

    @Inject
    Advice advice;

    @Inject
    PublicAddress addresses;

    @Inject
    Clock clock;

    /**
     * What to ask.
     *
     * @param cases which of them apply, several may; empty: nothing to ask
     * @param mayBeNone whether "none of these" is an answer
     * @param proxy the case of somebody who files for another; null where the papers are the same
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Guidance")
    record Questions(
            String code,
            int version,
            List<Choice> cases,
            boolean mayBeNone,
            Choice proxy,
            boolean asksPages,
            boolean asksCopies,
            List<Channel> channels) {}

    /**
     * What the answers come to.
     *
     * @param address of the page that shows the same, with the answers in it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Checklist")
    record View(
            String code,
            int version,
            List<Checklist.Section> sections,
            List<String> notNeeded,
            List<Checklist.Question> open,
            List<String> unknown,
            List<FeeSum> fees,
            Limit limit,
            DueDate due,
            String address) {}

    @GET
    @Path("{code}/guidance")
    @PermitAll
    @Operation(operationId = "getGuidance", summary = "The few questions whose answers give the personal checklist")
    @APIResponse(
            responseCode = "200",
            description = "The questions of the version in force",
            content = @Content(schema = @Schema(implementation = Questions.class)))
    @APIResponse(responseCode = "404", description = "procedure-not-found")
    public Response questions(@PathParam("code") String code, @Context Request request) {
        ProcedureVersion version = inForce(code);
        Guide guide = Guide.of(version.content());
        Questions view = new Questions(
                version.content().code(),
                version.version(),
                guide.cases(),
                guide.mayBeNone(),
                guide.proxy(),
                guide.asksPages(),
                guide.asksCopies(),
                guide.channels());
        return Cached.answer(request, Fingerprint.of(view), FRESH, () -> view);
    }

    @GET
    @Path("{code}/checklist")
    @PermitAll
    @Operation(
            operationId = "getChecklist",
            summary =
                    "Papers, fee and date of these answers if the dossier were received now; what is open is told as open")
    @APIResponse(
            responseCode = "200",
            description = "The personal checklist",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "validation")
    @APIResponse(responseCode = "404", description = "procedure-not-found, unit-not-found")
    public Response checklist(
            @PathParam("code") String code,
            @Parameter(description = "Keys of the cases that apply, none or self; several times") @QueryParam("case")
                    List<String> cases,
            @Parameter(description = "Pages of one original, 1 to 1000") @QueryParam("pages") String pages,
            @Parameter(description = "Copies of each, 1 to 1000") @QueryParam("copies") String copies,
            @Parameter(description = "COUNTER, ONLINE or POST") @QueryParam("channel") String channel,
            @Parameter(description = "COUNTER, POST or ELECTRONIC") @QueryParam("return") String returnMode,
            @Parameter(description = "Id of the unit whose office hours count; the usual ones by itself")
                    @QueryParam("unit")
                    String unit,
            @Context UriInfo uri,
            @Context Request request) {
        ProcedureVersion version = inForce(code);
        Answers answers = AnswersQuery.strict(uri.getQueryParameters());
        Unit counted = answers.unit() == null
                ? null
                : units.find(answers.unit())
                        .orElseThrow(() -> new ProblemException(CatalogProblem.UNIT_NOT_FOUND, answers.unit()));
        Advice.Told told = advice.tell(version.content(), answers, counted);
        View view = new View(
                version.content().code(),
                version.version(),
                told.checklist().sections(),
                told.checklist().notNeeded(),
                told.checklist().open(),
                told.checklist().unknown(),
                told.fees(),
                told.limit(),
                told.due(),
                addresses.of(version.content().code()) + "/huong-dan" + AnswersQuery.of(answers));
        return Cached.answer(request, Fingerprint.of(view), FRESH, () -> view);
    }

    private ProcedureVersion inForce(String code) {
        return procedures
                .inForce(Asked.text("code", code), Asked.day("on", null, clock))
                .orElseThrow(() -> new ProblemException(CatalogProblem.PROCEDURE_NOT_FOUND, code));
    }
}
