package vn.motcua.intake.register;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.person.Masking;
import vn.motcua.intake.person.PersonField;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads pages of the register, one statement each. */
@RequestScoped
public class Register {
    private final AgroalDataSource source;
    private final Access access;
    private final RegisterPlan plan;
    private final SealedCursor cursors;

    Register(AgroalDataSource source, Access access, RegisterPlan plan, SealedCursor cursors) {
        this.source = source;
        this.access = access;
        this.plan = plan;
        this.cursors = cursors;
    }

    /** A line with the key of its page; without a line only where the looking ended. */
    private record Found(RegisterRow row, Instant key, String horizon) {}

    /** The caller's own dossiers, newest first: drafts, and what was filed online. */
    public Page<RegisterRow> own(String after, Integer limit) {
        return page(RegisterFilters.NONE, RegisterPlan.Terms.NONE, after, limit);
    }

    /** The caller's own dossiers on one procedure that nothing has ended, of the newest {@value RegisterQuery#WINDOW_LEAST} at least. */
    public List<RegisterRow> ownOpen(String procedureCode) {
        RegisterFilters filters = new RegisterFilters(
                null, null, procedureCode, null, null, null, null, null, null, null, null, null, null);
        return page(filters, RegisterPlan.Terms.NONE, null, null).items().stream()
                .filter(row -> row.endedAt() == null && !row.stage().terminal())
                .toList();
    }

    /**
     * A page. Where little fits of much, it may hold fewer lines than the limit, or none, and still have a next one, which looks further.
     *
     * @throws ProblemException 400 where the filters name too much, or the cursor is none of ours
     */
    Page<RegisterRow> page(RegisterFilters filters, RegisterPlan.Terms terms, String after, Integer limit) {
        int most = Limit.of(limit);
        RegisterQuery query = plan.of(filters.checked(), terms);
        String[] last = cursors.decode(after, 2);
        if (last != null) {
            query.after(Cursor.instant(last[0]), Cursor.uuid(last[1]));
        }
        if (query.nothing()) {
            return new Page<>(List.of(), null);
        }
        List<Found> found = Sql.query(source, query.sql(), this::found, query.args(most + 1));
        String horizon = found.isEmpty() ? null : found.get(0).horizon();
        List<Found> lines = found.stream().filter(each -> each.row() != null).toList();
        List<RegisterRow> rows = lines.stream().map(Found::row).limit(most).toList();
        if (lines.size() > most) {
            Found end = lines.get(most - 1);
            return new Page<>(rows, cursor(end.key(), end.row().id()));
        }
        return new Page<>(rows, horizon);
    }

    private Found found(ResultSet found) throws SQLException {
        Timestamp ended = found.getTimestamp("hk");
        String horizon = ended == null ? null : cursor(ended.toInstant(), found.getObject("hid", UUID.class));
        if (found.getObject("id") == null) {
            return new Found(null, null, horizon);
        }
        return new Found(row(found), found.getTimestamp("k").toInstant(), horizon);
    }

    private RegisterRow row(ResultSet found) throws SQLException {
        RegisterRow row = RegisterRow.of(found);
        return row.owner() == null || access.service()
                ? row
                : row.withOwner(Masking.forRoles(row.owner(), PersonField.NAME, access.roles()));
    }

    private String cursor(Instant key, UUID id) {
        return cursors.encode(key.toString(), id.toString());
    }
}
