package vn.motcua.processing.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.retention.RetentionReading.ItemView;
import vn.motcua.processing.retention.RetentionReading.KindView;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How long files of results are kept, and what may be destroyed after that: one reports, another approves, all of it stays written. */
@Path("/api/processing/retention")
@Tag(name = "retention")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
    @Inject
    Retention retention;

    @Inject
    RetentionReports reports;

    @Inject
    RetentionReading reading;

    @Inject
    MakeReport make;

    @Inject
    DecideReport decide;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** For which unit a report is made. */
    @Schema(name = "RetentionReportRequest")
    record Asked(@NotNull @Size(min = 1, max = 60) String unit) {}

    /** What may be said to a report. */
    @Schema(name = "RetentionAnswer")
    enum Answer {
        APPROVE,
        DECLINE
    }

    /** @param ground of the approval, the decision it rests on for instance, or the reason why not; without a person's name */
    @Schema(name = "RetentionDecision")
    record Answered(@NotNull Answer action, @NotBlank @Size(max = 500) String ground) {}

    @GET
    @Path("rules")
    @RolesAllowed({"specialist", "approver", "director", "auditor"})
    @Operation(summary = "The rules in force today; what has no years is kept for ever")
    public List<RetentionRule> rules() {
        return List.copyOf(retention.rules(LegalTime.date(clock.instant())).values());
    }

    @POST
    @Path("reports")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"director", "approver"})
    @Idempotent
    @Operation(
            summary = "Counts the files whose time is over and lists them; destroys nothing",
            description = "Takes the place of a report that nobody decided. 409 where nothing is over")
    @APIResponseSchema(value = ReportView.class, responseCode = "201")
    public Response report(@Valid @NotNull Asked asked) {
        Officer officer = Officer.of(caller);
        require(asked.unit(), officer);
        return answer(Response.Status.CREATED, make.make(asked.unit(), officer), officer);
    }

    @GET
    @Path("reports")
    @RolesAllowed({"director", "approver", "auditor"})
    @Operation(
            summary =
                    "The reports of a unit, newest first: what was proposed, by whom, who decided what and on what ground")
    public Page<ReportView> reports(
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        require(unit, officer);
        int most = Limit.of(limit);
        String[] key = Cursor.decode(after, 2);
        RetentionReports.After from =
                key == null ? null : new RetentionReports.After(Cursor.instant(key[0]), Cursor.uuid(key[1]));
        Page<RetentionReport> page = Page.of(
                reports.ofUnit(unit, from, most),
                most,
                last -> Cursor.encode(last.madeAt().toString(), last.id().toString()));
        Map<UUID, List<KindView>> kinds =
                reading.kinds(page.items().stream().map(RetentionReport::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(each -> ReportView.of(each, kinds.getOrDefault(each.id(), List.of()), officer))
                        .toList(),
                page.next());
    }

    @GET
    @Path("reports/{id}")
    @RolesAllowed({"director", "approver", "auditor"})
    @Operation(summary = "One report with its counts by kind")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public Response one(@PathParam("id") UUID id) {
        Officer officer = Officer.of(caller);
        return answer(Response.Status.OK, known(id, officer), officer);
    }

    @GET
    @Path("reports/{id}/items")
    @RolesAllowed({"director", "approver", "auditor"})
    @Operation(summary = "The items of a report in its order, each with its age, its rule and what became of it")
    public Page<ItemView> items(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        RetentionReport report = known(id, Officer.of(caller));
        int most = Limit.of(limit);
        String[] key = Cursor.decode(after, 1);
        return Page.of(
                reading.items(report.id(), key == null ? 0 : position(key[0]), most),
                most,
                last -> Cursor.encode(Integer.toString(last.position())));
    }

    @POST
    @Path("reports/{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("approver")
    @Idempotent
    @Operation(
            summary = "Approves a report another made, or declines it",
            description =
                    "After an approval the files go one by one, each looked at again: what is open, under another rule or changed since stays and"
                            + " says why. Numbers, digests and history are never touched")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public Response act(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Answered answered) {
        Officer officer = Officer.of(caller);
        boolean approved = answered.action() == Answer.APPROVE;
        return answer(Response.Status.OK, decide.decide(id, ifMatch, approved, answered.ground(), officer), officer);
    }

    private Response answer(Response.Status status, RetentionReport report, Officer officer) {
        return Response.status(status)
                .entity(ReportView.of(report, reading.kinds(report.id()), officer))
                .header(HttpHeaders.ETAG, Revision.etag(report.revision()))
                .build();
    }

    private RetentionReport known(UUID id, Officer officer) {
        RetentionReport report = reports.of(id, officer.units());
        if (report == null) {
            throw new ProblemException(ProcessingProblem.RETENTION_REPORT_NOT_FOUND);
        }
        return report;
    }

    private static void require(String unit, Officer officer) {
        if (!officer.units().contains(unit)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
    }

    private static int position(String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }
}
