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
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads pages of the register, one statement each. */
@RequestScoped
public class Register {
    private final AgroalDataSource source;
    private final Access access;

    Register(AgroalDataSource source, Access access) {
        this.source = source;
        this.access = access;
    }

    /** The caller's own dossiers, newest first: drafts, and what was filed online. */
    public Page<RegisterRow> own(String after, Integer limit) {
        return page(false, null, after, limit, query -> {});
    }

    /** @param unit one of the caller's units, or null for all */
    Page<RegisterRow> page(boolean byDue, String unit, String after, Integer limit, Consumer<RegisterQuery> filters) {
        int most = Limit.of(limit);
        RegisterQuery query = new RegisterQuery(byDue);
        query.visibleTo(access, unit);
        filters.accept(query);
        String[] last = Cursor.decode(after, 2);
        if (last != null) {
            after(query, last);
        }
        if (query.nothing()) {
            return new Page<>(List.of(), null);
        }
        List<RegisterRow> rows = Sql.query(source, query.sql(), this::row, query.args(most + 1));
        return Page.of(
                rows,
                most,
                row -> Cursor.encode(
                        (byDue ? row.due() : row.openedAt()).toString(),
                        row.id().toString()));
    }

    private RegisterRow row(java.sql.ResultSet found) throws java.sql.SQLException {
        RegisterRow row = RegisterRow.of(found);
        return row.owner() == null || access.service()
                ? row
                : row.withOwner(Masking.forRoles(row.owner(), PersonField.NAME, access.roles()));
    }

    private static void after(RegisterQuery query, String[] last) {
        try {
            query.after(Cursor.instant(last[0]), UUID.fromString(last[1]));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }
}
