package vn.motcua.notification.wording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@Path("/api/notification/texts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
class TextResource {
    @Inject
    OwnTexts texts;

    @Inject
    DecideText decide;

    @Inject
    TextPreview preview;

    /** A unit's wording of one template, language and way; variables stand in braces. */
    record ProposedText(
            @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @NotNull @Pattern(regexp = "[a-z-]{1,60}") String template,
            @NotNull @Pattern(regexp = "vi|en") String language,
            @NotNull TextChannel channel,
            @NotNull @Size(min = 1, max = 2000) String text) {}

    /** Whether it is used from now on. */
    record Decision(@NotNull Boolean approve) {}

    @GET
    @RolesAllowed({"reception", "director", "auditor"})
    @Operation(
            summary =
                    "A unit's own texts with all their versions, newest first; where none is approved the shipped one is used")
    public Page<OwnText> list(
            @QueryParam("unit") @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        decide.requireUnit(unit);
        return texts.of(unit, after, Limit.of(limit));
    }

    @POST
    @Idempotent
    @RolesAllowed({"reception", "director"})
    @Operation(summary = "Proposes a text; it is used once a director who did not propose it approves it")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = OwnText.class)))
    public Response propose(@NotNull @Valid ProposedText sent) {
        check(sent);
        OwnText text = decide.propose(sent.unit, sent.template, sent.language, sent.channel, sent.text);
        return Response.created(URI.create("/api/notification/texts/" + text.id()))
                .entity(text)
                .header(HttpHeaders.ETAG, Revision.etag(text.revision()))
                .build();
    }

    @POST
    @Path("preview")
    @Idempotent
    @RolesAllowed({"reception", "director"})
    @Operation(summary = "The text with made-up facts, and what it costs as a short message; nothing is stored")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "200",
            description = "As it would be said",
            content = @Content(schema = @Schema(implementation = TextPreview.Preview.class)))
    public Response preview(@NotNull @Valid ProposedText sent) {
        check(sent);
        decide.requireUnit(sent.unit);
        return Response.ok(preview.of(sent.channel, sent.template, sent.text, sent.language))
                .build();
    }

    @POST
    @Path("{text}/decision")
    @Idempotent
    @RolesAllowed("director")
    @Operation(
            summary =
                    "Approves or rejects a text that somebody else proposed; an approved one takes the place of the one in use")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = OwnText.class)))
    public Response decide(
            @PathParam("text") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Decision sent) {
        OwnText text = decide.decide(id, sent.approve, ifMatch);
        return Response.ok(text)
                .header(HttpHeaders.ETAG, Revision.etag(text.revision()))
                .build();
    }

    private static void check(ProposedText sent) {
        ProblemException wrong = new ProblemException(Problems.VALIDATION);
        if (!ShippedTexts.templates().contains(sent.template)) {
            throw wrong.violation("/template", "unknown");
        }
        List<String> found = TextRules.wrong(sent.channel, sent.template, sent.text);
        if (!found.isEmpty()) {
            found.forEach(each -> wrong.violation("/text", each));
            throw wrong;
        }
    }
}
