package vn.motcua.processing.escalation;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
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
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was raised and is not over, for those whom it concerns. */
@Path("/api/processing/escalations")
@Tag(name = "escalations")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationResource {
    private static final String ROW =
            "select e.*, coalesce(d.code, d.reference) as dossier_code, d.procedure_code, c.due"
                    + " from escalation e join cases c on c.id = e.case_id join dossier d on d.id = c.dossier_id where ";

    @Inject
    AgroalDataSource source;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Something raised. Instants are UTC.
     *
     * @param since the date, or since when the case stands as it does
     * @param acknowledgedBy who said that they know; null while nobody did
     */
    record EscalationView(
            UUID id,
            UUID caseId,
            String code,
            String procedureCode,
            EscalationKind kind,
            EscalationLevel level,
            String unit,
            String department,
            Instant since,
            Instant due,
            Instant raisedAt,
            String acknowledgedBy,
            Instant acknowledgedAt,
            long revision) {}

    @GET
    @RolesAllowed({"specialist", "approver", "director"})
    @Operation(
            summary =
                    "What is raised to the caller in a unit, the newest first: to officers of their department, to the director all, to the approver"
                            + " what has reached the top")
    public Page<EscalationView> escalations(
            @QueryParam("unit") @NotNull String unit,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Officer officer = Officer.of(caller);
        if (!officer.units().contains(unit)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
        int most = Limit.of(limit);
        List<Object> args = new ArrayList<>(List.of(unit));
        StringBuilder where = new StringBuilder("e.ended_at is null and e.unit = ? and ").append(mine(officer, args));
        String[] key = Cursor.decode(after, 2);
        if (key != null) {
            where.append(" and (e.raised_at, e.id) < (?, ?)");
            args.add(Cursor.instant(key[0]));
            args.add(Cursor.uuid(key[1]));
        }
        args.add(most + 1);
        List<EscalationView> rows = Sql.query(
                source,
                ROW + where + " order by e.raised_at desc, e.id desc limit ?",
                EscalationResource::view,
                args.toArray());
        return Page.of(
                rows,
                most,
                last -> Cursor.encode(last.raisedAt().toString(), last.id().toString()));
    }

    @POST
    @Path("{id}/acknowledgement")
    @RolesAllowed({"specialist", "approver", "director"})
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Says that one knows; the first who does is written down. What is raised higher up comes all the same")
    @APIResponseSchema(value = EscalationView.class, responseCode = "200")
    public Response acknowledge(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Officer officer = Officer.of(caller);
        EscalationView met = one(id, officer);
        if (met == null) {
            throw new ProblemException(ProcessingProblem.ESCALATION_NOT_FOUND);
        }
        Revision.require(
                ifMatch,
                met.revision(),
                () -> met.acknowledgedBy() == null
                        ? Map.of()
                        : Map.of("by", met.acknowledgedBy(), "at", met.acknowledgedAt()));
        if (met.acknowledgedAt() != null) {
            throw new ProblemException(ProcessingProblem.ESCALATION_ACKNOWLEDGED).with("by", met.acknowledgedBy());
        }
        Sql.update(
                source,
                "update escalation set acknowledged_by = ?, acknowledged_by_name = ?, acknowledged_at = ?, revision = revision + 1"
                        + " where id = ?",
                officer.subject(),
                officer.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                id);
        EscalationView now = one(id, officer);
        return Response.ok(now)
                .header(HttpHeaders.ETAG, Revision.etag(now.revision()))
                .build();
    }

    private EscalationView one(UUID id, Officer officer) {
        List<Object> args = new ArrayList<>(List.of(id));
        String where = "e.id = ? and e.ended_at is null and e.unit = any(?) and ";
        args.add(officer.units().toArray(String[]::new));
        where += mine(officer, args);
        return Sql.query(source, ROW + where + " for update of e", EscalationResource::view, args.toArray()).stream()
                .findFirst()
                .orElse(null);
    }

    /** Who sees a row is part of its SQL. */
    private static String mine(Officer officer, List<Object> args) {
        List<String> any = new ArrayList<>();
        if (officer.has("director")) {
            any.add("true");
        }
        if (officer.has("approver")) {
            any.add("e.level = 'DIRECTOR'");
        }
        if (officer.has("specialist") && officer.department() != null) {
            any.add("e.level = 'OFFICER' and e.department = ?");
            args.add(officer.department());
        }
        return any.isEmpty() ? "false" : "(" + String.join(" or ", any) + ")";
    }

    private static EscalationView view(ResultSet row) throws SQLException {
        return new EscalationView(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("dossier_code"),
                row.getString("procedure_code"),
                EscalationKind.valueOf(row.getString("kind")),
                EscalationLevel.valueOf(row.getString("level")),
                row.getString("unit"),
                row.getString("department"),
                at(row, "since"),
                at(row, "due"),
                at(row, "raised_at"),
                row.getString("acknowledged_by_name"),
                at(row, "acknowledged_at"),
                row.getLong("revision"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
