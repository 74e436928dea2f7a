package vn.motcua.processing.handover;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.officer.Officer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The stays of cases in units that are not competent for them, a line each. Both sides read it: who gave a case sees where it lies, who had one
 * sees afterwards that it was there and how it ended, and no more of it. Writes join the caller's transaction, which holds the case's lock.
 */
@ApplicationScoped
public class HandOverBook {
    private static final String GIVEN =
            """
            insert into case_handover (id, case_id, from_unit, from_department, to_unit, to_department, given_by_name, given_at)
            values (?,?,?,?,?,?,?,?)
            """;

    private static final String ROW =
            """
            select h.*, coalesce(d.code, d.reference) as code, d.procedure_code, p.name_vi as procedure_name, c.due
            from case_handover h join cases c on c.id = h.case_id join dossier d on d.id = c.dossier_id
            left join procedure p on p.code = d.procedure_code and p.version = d.procedure_version where\s""";

    @Inject
    AgroalDataSource source;

    /** A department of a unit. */
    public record Place(String unit, String department) {}

    /** Where a page goes on: the key of its last row. */
    record After(Instant givenAt, UUID id) {}

    /** A case goes to another unit. */
    public void given(UUID caseId, Place from, Place to, String byName, Instant at) {
        Sql.update(
                source,
                GIVEN,
                UUID.randomUUID(),
                caseId,
                from.unit(),
                from.department(),
                to.unit(),
                to.department(),
                byName,
                at);
    }

    /** The other unit took it over; again only where another of its departments did. */
    public void accepted(UUID caseId, Instant at) {
        Sql.update(
                source,
                "update case_handover set accepted_at = coalesce(accepted_at, ?) where case_id = ? and ended_at is null",
                at,
                caseId);
    }

    /** It went to another department of the unit where it lies. */
    public void moved(UUID caseId, String department) {
        Sql.update(
                source,
                "update case_handover set to_department = ? where case_id = ? and ended_at is null",
                department,
                caseId);
    }

    /** It is back in the competent unit. */
    public void ended(UUID caseId, HandOverEnd how, Instant at) {
        Sql.update(
                source,
                "update case_handover set ended = ?, ended_at = ? where case_id = ? and ended_at is null",
                how.name(),
                at,
                caseId);
    }

    /** One row more than the limit, given last first; of all departments to heads. Who may see a row is part of its SQL. */
    List<HandOverView> of(HandOverSide side, String unit, After after, int limit, Officer officer) {
        String column = side == HandOverSide.GIVEN ? "from" : "to";
        StringBuilder where = new StringBuilder("h." + column + "_unit = ?");
        List<Object> args = new ArrayList<>(List.of(unit));
        if (!officer.heads()) {
            where.append(" and h.").append(column).append("_department = ?");
            args.add(officer.department());
        }
        if (after != null) {
            where.append(" and (h.given_at, h.id) < (?, ?)");
            args.add(after.givenAt());
            args.add(after.id());
        }
        args.add(limit + 1);
        return Sql.query(
                source,
                ROW + where + " order by h.given_at desc, h.id desc limit ?",
                HandOverBook::view,
                args.toArray());
    }

    private static HandOverView view(ResultSet row) throws SQLException {
        String ended = row.getString("ended");
        return new HandOverView(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getString("procedure_name"),
                row.getString("from_unit"),
                row.getString("from_department"),
                row.getString("to_unit"),
                row.getString("to_department"),
                row.getString("given_by_name"),
                at(row, "given_at"),
                at(row, "accepted_at"),
                ended == null ? null : HandOverEnd.valueOf(ended),
                at(row, "ended_at"),
                ended == null ? at(row, "due") : null);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
