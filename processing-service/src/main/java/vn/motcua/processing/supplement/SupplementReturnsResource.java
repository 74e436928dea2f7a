package vn.motcua.processing.supplement;

import static vn.motcua.platform.clock.LegalTime.ZONE;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
    AgroalDataSource source;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Returns of one unit in a span of legal days.
     *
     * @param lateReturn returned after 2 working days
     * @param lateTelling told after 1 working day, or not told although it is over
     */
    record Figures(LocalDate from, LocalDate to, long all, long lateReturn, long lateTelling) {}

    /** One return; instants are UTC. */
    record ReturnView(
            UUID id,
            UUID caseId,
            String code,
            String department,
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
                    "How many incomplete dossiers were returned in these legal days, and how many late; both days included")
    public Figures figures(
            @PathParam("unit") String unit,
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("to") @NotNull LocalDate to) {
        require(unit);
        if (from.getYear() < YEAR_MIN || to.getYear() > YEAR_MAX || to.isBefore(from)) {
            throw new ProblemException(Problems.VALIDATION).violation("/to", "not a span of days");
        }
        return Sql.query(
                        source,
                        "select count(*), count(*) filter (where late_return), count(*) filter (where coalesce(late_telling, false)"
                                + " or told_at is null and tell_by < ?) from supplement_return where unit = ?"
                                + " and returned_at >= ? and returned_at < ?",
                        row -> new Figures(from, to, row.getLong(1), row.getLong(2), row.getLong(3)),
                        clock.instant(),
                        unit,
                        from.atStartOfDay(ZONE).toInstant(),
                        to.plusDays(1).atStartOfDay(ZONE).toInstant())
                .get(0);
    }

    @GET
    @RolesAllowed({"director", "approver", "auditor"})
    @Operation(summary = "Incomplete dossiers that were returned, the newest first; with late=true only the late ones")
    public Page<ReturnView> returns(
            @PathParam("unit") String unit,
            @QueryParam("late") @DefaultValue("false") boolean late,
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
        String[] key = Cursor.decode(after, 2);
        if (key != null) {
            where.append(" and (r.returned_at, r.id) < (?, ?)");
            args.add(Cursor.instant(key[0]));
            args.add(Cursor.uuid(key[1]));
        }
        args.add(most + 1);
        List<ReturnView> rows = Sql.query(
                source,
                "select r.*, coalesce(d.code, d.reference) as dossier_code,"
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

    private void require(String unit) {
        if (!Officer.of(caller).units().contains(unit)) {
            throw new ProblemException(ProcessingProblem.NOT_YOUR_QUEUE);
        }
    }

    private static ReturnView view(ResultSet row) throws SQLException {
        return new ReturnView(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("dossier_code"),
                row.getString("department"),
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
