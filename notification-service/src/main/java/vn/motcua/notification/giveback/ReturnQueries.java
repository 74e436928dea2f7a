package vn.motcua.notification.giveback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.KeyParts;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What officers read of returns; who may see a row is part of the SQL. */
@ApplicationScoped
class ReturnQueries {
    private static final String SELECT = "select " + Givebacks.COLUMNS
            + ", d.reference, d.code, d.procedure_code, d.fees_open"
            + " from dossier_return r join known_dossier d on d.id = r.dossier_id where ";

    @Inject
    AgroalDataSource source;

    @Inject
    Caller caller;

    /**
     * What lies ready at the caller's units, longest waiting first.
     *
     * @param unit one of them, null for all
     */
    Page<ReturnView> waiting(String unit, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        String[] units = caller.units().toArray(String[]::new);
        String sql = SELECT + "r.closed_at is null and r.unit = any(?) and (?::text is null or r.unit = ?)"
                + (key == null ? "" : " and (r.opened_at, r.id) > (?, ?)")
                + " order by r.opened_at, r.id limit ?";
        List<ReturnView> found = key == null
                ? Sql.query(source, sql, this::read, units, unit, unit, limit + 1)
                : Sql.query(
                        source,
                        sql,
                        this::read,
                        units,
                        unit,
                        unit,
                        KeyParts.instant(key[0]),
                        KeyParts.id(key[1]),
                        limit + 1);
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(
                        last.openedAt().toString(), last.returnId().toString()));
    }

    /** The return of a dossier the caller may see. */
    Optional<ReturnView> of(UUID dossier) {
        Sight sight = Sight.of(caller);
        return Sql.query(
                        source,
                        SELECT + "r.dossier_id = ? and " + Sight.CONDITION,
                        this::read,
                        dossier,
                        sight.wholeUnits(),
                        sight.units(),
                        sight.wholeUnits(),
                        sight.department(),
                        sight.department())
                .stream()
                .findFirst();
    }

    private ReturnView read(ResultSet row) throws SQLException {
        Giveback giveback = Givebacks.read(row);
        boolean mayAct = caller.has("reception") && caller.units().contains(giveback.unit());
        ReturnView.Of dossier = new ReturnView.Of(
                row.getString("reference"),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getBoolean("fees_open"));
        return ReturnView.of(giveback, dossier, mayAct);
    }
}
