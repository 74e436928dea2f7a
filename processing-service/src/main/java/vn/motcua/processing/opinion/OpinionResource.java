package vn.motcua.processing.opinion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.CaseSight;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.opinion.OpinionReading.After;
import vn.motcua.processing.opinion.OpinionReading.Known;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Opinions: what a case asked, what a department is asked, and the answer. A case asks and takes back by its acts. */
@Path("/api/processing/opinions")
@Tag(name = "opinions")
@Produces(MediaType.APPLICATION_JSON)
public class OpinionResource {
    private static final int OF_CASE_MOST = 100;

    @Inject
    OpinionReading reading;

    @Inject
    AnswerOpinion answers;

    @Inject
    CaseSight sight;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** What a department answers. */
    record Answer(@NotNull AnswerKind kind, @NotNull @Size(min = 1, max = 4000) String text) {}

    @GET
    @Path("of-case/{case}")
    @RolesAllowed({"specialist", "approver", "director", "auditor"})
    @Operation(summary = "What a case asked other departments, oldest first")
    public Page<OpinionView> ofCase(@PathParam("case") UUID caseId) {
        Officer officer = Officer.of(caller);
        if (sight.seen(caseId, officer) == null) {
            throw new ProblemException(ProcessingProblem.CASE_NOT_FOUND);
        }
        Instant now = clock.instant();
        return new Page<>(
                reading.ofCase(caseId, OF_CASE_MOST).stream()
                        .map(known -> view(known, officer, now))
                        .toList(),
                null);
    }

    @GET
    @RolesAllowed({"specialist", "approver", "director"})
    @Operation(
            summary =
                    "What a department is asked: what it still owes by date, or with closed=true what is over, asked last first")
    public Page<OpinionView> askedOf(
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("department") @NotNull String department,
            @QueryParam("closed") @DefaultValue("false") boolean closed,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        if (!officer.worksOn(unit, department)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        int most = Limit.of(limit);
        String[] parts = Cursor.decode(after, 2);
        After from = parts == null ? null : new After(Cursor.instant(parts[0]), Cursor.uuid(parts[1]));
        List<Known> rows =
                closed ? reading.given(unit, department, from, most) : reading.owed(unit, department, from, most);
        Page<Known> page = Page.of(rows, most, last -> cursor(last.opinion(), closed));
        Instant now = clock.instant();
        return new Page<>(
                page.items().stream().map(known -> view(known, officer, now)).toList(), page.next());
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"specialist", "approver", "director"})
    @Idempotent
    @Operation(summary = "Answers for the department that was asked; once")
    @APIResponseSchema(value = OpinionView.class, responseCode = "200")
    public Response answer(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull Answer body) {
        Officer officer = Officer.of(caller);
        answers.answer(id, ifMatch, body.kind(), body.text(), officer);
        OpinionView view = view(reading.one(id), officer, clock.instant());
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    private static OpinionView view(Known known, Officer officer, Instant now) {
        Opinion one = known.opinion();
        return OpinionView.of(known, officer.worksOn(one.askedUnit(), one.askedDepartment()), now);
    }

    private static String cursor(Opinion last, boolean closed) {
        return Cursor.encode(
                (closed ? last.askedAt() : last.due()).toString(), last.id().toString());
    }
}
