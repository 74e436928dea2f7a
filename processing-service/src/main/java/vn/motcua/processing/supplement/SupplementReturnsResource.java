package vn.motcua.processing.supplement;

import static vn.motcua.platform.clock.LegalTime.ZONE;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How well incomplete dossiers are returned in a unit: the figures, and the dossiers behind them. */
@Path("/api/processing/units/{unit}/supplement-returns")
@Tag(name = "supplements")
@Produces(MediaType.APPLICATION_JSON)
public class SupplementReturnsResource {
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;
    private static final String LATE =
            "(late_return or coalesce(late_telling, false) or told_at is null and tell_by < ?)";

    @Inject
    SupplementFigures figures;

    @Inject
    AgroalDataSource source;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * One return; instants are UTC.
     *
     * @param returnedBy name of the officer; null where it is not known
     */
    record ReturnView(
            UUID id,
            UUID caseId,
            UUID dossierId,
            String code,
            String department,
            String returnedBy,
            Instant receivedAt,
            Instant returnBy,
            Instant returnedAt,
            Instant tellBy,
            Instant toldAt,
            boolean lateReturn,
            boolean lateTelling) {}

    @GET
    @Path("figures")
    @RolesAllowed({"director", "approver", "auditor"})
    @Operation(
            summary =
                    "How many incomplete dossiers were returned in these legal days, and how many late: in all, by department, by officer; both"
                            + " days included")
    public SupplementFigures.Figures figures(
            @PathParam("unit") String unit,
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("to") @NotNull LocalDate to) {
        require(unit);
        span(from, to);
        return figures.of(unit, from, to, clock.instant());
    }

    @GET
    @RolesAllowed({"director", "approver", "auditor"})
    @Operation(
            summary = "Incomplete dossiers that were returned, the newest first; with late=true only the late ones",
            description = "Of these legal days, both included; of a department; of an officer's account")
    public Page<ReturnView> returns(
            @PathParam("unit") String unit,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("department") @Size(max = 40) String department,
            @QueryParam("officer") @Size(max = 100) String officer,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        require(unit);
        int most = Limit.of(limit);
        Instant now = clock.instant();
        List<Object> args = new ArrayList<>(List.of(now, unit));
        StringBuilder where = new StringBuilder("r.unit = ?");
        if (late) {
            where.append(" and ").append(LATE);
            args.add(now);
        }
        if (from != null || to != null) {
            LocalDate first = from == null ? LocalDate.of(YEAR_MIN, 1, 1) : from;
            LocalDate last = to == null ? LocalDate.of(YEAR_MAX, 12, 31) : to;
            span(first, last);
            narrow(
                    where,
                    args,
                    " and r.returned_at >= ?",
                    first.atStartOfDay(ZONE).toInstant());
            narrow(
                    where,
                    args,
                    " and r.returned_at < ?",
                    last.plusDays(1).atStartOfDay(ZONE).toInstant());
        }
        narrow(where, args, " and r.department = ?", department);
        narrow(where, args, " and r.returned_by = ?", officer);
        String[] key = Cursor.decode(after, 2);
        if (key != null) {
            where.append(" and (r.returned_at, r.id) < (?, ?)");
            args.add(Cursor.instant(key[0]));
            args.add(Cursor.uuid(key[1]));
        }
        args.add(most + 1);
        List<ReturnView> rows = Sql.query(
                source,
                "select r.*, d.id as dossier_id, coalesce(d.code, d.reference) as dossier_code,"
                        + " coalesce(r.late_telling, false) or r.told_at is null and r.tell_by < ? as telling_late"
                        + " from supplement_return r join cases c on c.id = r.case_id join dossier d on d.id = c.dossier_id where "
                        + where + " order by r.returned_at desc, r.id desc limit ?",
                SupplementReturnsResource::view,
                args.toArray());
        return Page.of(
                rows,
                most,
                last -> Cursor.encode(last.returnedAt().toString(), last.id().toString()));
    }

    private static void span(LocalDate from, LocalDate to) {
        if (from.getYear() < YEAR_MIN || to.getYear() > YEAR_MAX || to.isBefore(from)) {
            throw new ProblemException(Problems.VALIDATION).violation("/to", "not a span of days");
        }
    }

    private static void narrow(StringBuilder where, List<Object> args, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            args.add(value);
        }
    }

    private void require(String unit) {
        if (!Officer.of(caller).units().contains(unit)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
    }

    private static ReturnView view(ResultSet row) throws SQLException {
        return new ReturnView(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("dossier_code"),
                row.getString("department"),
                row.getString("returned_by_name"),
                at(row, "received_at"),
                at(row, "return_by"),
                at(row, "returned_at"),
                at(row, "tell_by"),
                at(row, "told_at"),
                row.getBoolean("late_return"),
                row.getBoolean("telling_late"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
