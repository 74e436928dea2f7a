package vn.motcua.intake.reading;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who read people's data: for those who inspect a unit. */
@Path("/api/intake/readings")
@Produces(MediaType.APPLICATION_JSON)
public class ReadingsResource {
    private static final String COLUMNS =
            "select id, at, subject, name, title, role, unit, what, purpose, dossier_id, lines from person_reading where unit = ?";

    private final AgroalDataSource source;
    private final Caller caller;

    ReadingsResource(AgroalDataSource source, Caller caller) {
        this.source = source;
        this.caller = caller;
    }

    /**
     * One reading; it names the officer and the dossier, never the person.
     *
     * @param unit of the officer; of the register where a whole one was read
     * @param dossierId null where a whole register was read
     * @param lines how many lines of a register were given out, else 1
     */
    public record ReadingView(
            long id,
            Instant at,
            String subject,
            String name,
            String title,
            String role,
            String unit,
            Reading what,
            Purpose purpose,
            UUID dossierId,
            int lines) {
        static ReadingView of(ResultSet row) throws SQLException {
            return new ReadingView(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("subject"),
                    row.getString("name"),
                    row.getString("title"),
                    row.getString("role"),
                    row.getString("unit"),
                    Reading.valueOf(row.getString("what")),
                    Purpose.valueOf(row.getString("purpose")),
                    row.getObject("dossier_id", UUID.class),
                    row.getInt("lines"));
        }
    }

    /**
     * By officers of the caller's units, newest first.
     *
     * @param dossier of one dossier
     * @param subject by one officer
     */
    @GET
    @RolesAllowed("auditor")
    public Page<ReadingView> list(
            @QueryParam("dossier") UUID dossier,
            @QueryParam("subject") @Size(min = 1, max = 100) String subject,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        String[] last = Cursor.decode(after, 2);
        List<Object> args = new ArrayList<>();
        String union = caller.units().stream()
                .map(unit -> branch(unit, dossier, subject, last, most, args))
                .collect(Collectors.joining(" union all "));
        if (union.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        args.add(most + 1);
        List<ReadingView> found = Sql.query(
                source,
                "select * from (" + union + ") found order by at desc, id desc limit ?",
                ReadingView::of,
                args.toArray());
        return Page.of(found, most, each -> Cursor.encode(each.at().toString(), Long.toString(each.id())));
    }

    private static String branch(
            String unit, UUID dossier, String subject, String[] last, int most, List<Object> args) {
        StringBuilder sql = new StringBuilder("(").append(COLUMNS);
        args.add(unit);
        if (dossier != null) {
            sql.append(" and dossier_id = ?");
            args.add(dossier);
        }
        if (subject != null) {
            sql.append(" and subject = ?");
            args.add(subject);
        }
        if (last != null) {
            sql.append(" and (at, id) < (?, ?)");
            args.add(Cursor.instant(last[0]));
            args.add(number(last[1]));
        }
        args.add(most + 1);
        return sql.append(" order by at desc, id desc limit ?)").toString();
    }

    private static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }
}
