package vn.motcua.notification.giveback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.KeyParts;
import vn.motcua.notification.collection.Collected;
import vn.motcua.notification.consignment.Consignment;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What officers read of returns; who may see a row is part of the SQL. */
@ApplicationScoped
class ReturnQueries {
    private static final String COLUMNS =
            "select " + Givebacks.COLUMNS + ", d.reference, d.code, d.procedure_code, d.return_mode, d.originals_held,"
                    + " d.fees_open, c.slip, c.prepared_at, c.dispatched_at, c.replaced_at, c.delivered_at, c.failed_at, c.failed_reason,"
                    + " r.place, r.lies_at, k.id is not null printed, k.signed, l.times, l.first_at, l.last_at from ";
    /** The newest consignment, whatever became of it; the newest slip; what the person took. */
    private static final String CONSIGNMENT =
            " left join lateral (select * from consignment o where o.dossier_id = r.dossier_id"
                    + " and o.withdrawn_at is null order by o.prepared_at desc, o.id desc limit 1) c on true"
                    + " left join lateral (select o.id, o.signed from collection o where o.dossier_id = r.dossier_id"
                    + " and o.taken_back_at is null order by o.at desc, o.id desc limit 1) k on true"
                    + " left join result_download l on l.dossier_id = r.dossier_id and l.result_id = r.result_id";

    private static final String SELECT =
            COLUMNS + "dossier_return r join known_dossier d on d.id = r.dossier_id" + CONSIGNMENT + " where ";

    /** A centre sees what it has given to the way until that has arrived. */
    private static final String SENT_FROM =
            "exists (select from transfer x where x.return_id = r.id and x.arrived_at is null and x.from_unit = any(?))";

    /** Each unit's share in the order of its index, cut to the page; then those together: however many wait, a page reads its own rows. */
    private static final String PAGE =
            """
            with page as (
                select share.id from unnest(?::text[]) mine(unit) cross join lateral (
                    select w.id, w.opened_at from dossier_return w
                    where w.unit = mine.unit and w.closed_at is null %s
                    order by w.opened_at, w.id limit ?) share
                order by share.opened_at, share.id limit ?)
            """;

    private static final String SELECT_OF_PAGE = COLUMNS
            + "page join dossier_return r on r.id = page.id join known_dossier d on d.id = r.dossier_id"
            + CONSIGNMENT + " order by r.opened_at, r.id";

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
        String[] units = caller.units().stream()
                .filter(each -> unit == null || unit.equals(each))
                .toArray(String[]::new);
        String sql = PAGE.formatted(key == null ? "" : "and (w.opened_at, w.id) > (?, ?)") + SELECT_OF_PAGE;
        int most = limit + 1;
        List<ReturnView> found = key == null
                ? Sql.query(source, sql, this::read, units, most, most)
                : Sql.query(source, sql, this::read, units, KeyParts.instant(key[0]), KeyParts.id(key[1]), most, most);
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
                        SELECT + "r.dossier_id = ? and (r.unit = any(?) or r.lies_at = any(?) or " + SENT_FROM + " or "
                                + Sight.CONDITION + ")",
                        this::read,
                        dossier,
                        sight.wholeUnits(),
                        sight.wholeUnits(),
                        sight.wholeUnits(),
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
        String liesAt = row.getString("lies_at");
        Set<ReturnTable.By> as = EnumSet.noneOf(ReturnTable.By.class);
        if (caller.has("reception") && caller.units().contains(giveback.unit())) {
            as.add(ReturnTable.By.RECEPTION);
        }
        if (caller.has("reception") && liesAt != null && caller.units().contains(liesAt)) {
            as.add(ReturnTable.By.HOLDER);
        }
        ReturnView.Of dossier = new ReturnView.Of(
                row.getString("reference"),
                row.getString("code"),
                row.getString("procedure_code"),
                mode(row.getString("return_mode")),
                row.getBoolean("originals_held"),
                row.getBoolean("fees_open"));
        return ReturnView.of(giveback, dossier, consignment(row), kept(row), as);
    }

    private static ReturnView.Kept kept(ResultSet row) throws SQLException {
        String signed = row.getString("signed");
        return new ReturnView.Kept(
                row.getString("place"),
                row.getString("lies_at"),
                row.getBoolean("printed"),
                signed == null ? null : Collected.Signed.valueOf(signed),
                row.getInt("times"),
                Givebacks.instant(row, "first_at"),
                Givebacks.instant(row, "last_at"));
    }

    private static StageChanged.ReturnMode mode(String name) {
        return name == null ? null : StageChanged.ReturnMode.valueOf(name);
    }

    private static ReturnView.ByPost consignment(ResultSet row) throws SQLException {
        String failure = row.getString("failed_reason");
        return row.getString("slip") == null
                ? null
                : new ReturnView.ByPost(
                        row.getString("slip"),
                        Givebacks.instant(row, "prepared_at"),
                        Givebacks.instant(row, "dispatched_at"),
                        Givebacks.instant(row, "replaced_at"),
                        Givebacks.instant(row, "delivered_at"),
                        Givebacks.instant(row, "failed_at"),
                        failure == null ? null : Consignment.Failure.valueOf(failure));
    }
}
