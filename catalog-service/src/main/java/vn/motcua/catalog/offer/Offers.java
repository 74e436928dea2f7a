package vn.motcua.catalog.offer;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.lists.BoardLists;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which unit offers what. A unit without rows has no known board: that says nothing about what it offers. */
@ApplicationScoped
public class Offers {
    private static final String OFFER =
            """
            select o.code, v.name, coalesce(o.field, v.field), v.version, o.decision, o.since, o.board, o.seen
            from unit_offer o left join procedure_version v on v.code = o.code and v.effective_from <= ?
              and (v.effective_to is null or v.effective_to >= ?)
            where o.unit_id = ?
            """;

    @Inject
    AgroalDataSource source;

    /** One page by code. */
    public Page<Offer> page(String unit, LocalDate on, String after, int limit) {
        String last = Asked.afterCode(after);
        List<Offer> rows = Sql.query(
                source,
                OFFER + " and o.code > ? order by o.code limit ?",
                Offers::offer,
                on,
                on,
                unit,
                last == null ? "" : last,
                limit + 1);
        return Page.of(rows, limit, each -> Cursor.encode(each.code()));
    }

    /** All of a unit, at most 2,000, by field and name in Vietnamese order. */
    public List<Offer> all(String unit, LocalDate on) {
        return Sql.query(
                source,
                OFFER
                        + " order by coalesce(o.field, v.field) collate \"vi-x-icu\" nulls last, v.name collate \"vi-x-icu\", o.code"
                        + " limit 2000",
                Offers::offer,
                on,
                on,
                unit);
    }

    /** The codes a unit offers; empty where no board is known. */
    public Set<String> codes(String unit) {
        return Sql.query(source, "select code from unit_offer where unit_id = ?", row -> row.getString(1), unit)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Inserts all at once, in the caller's transaction. */
    public void insert(List<BoardLists.Listed> listed) {
        Sql.on(source, connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into unit_offer values (?,?,?,?,?,?,?)")) {
                for (BoardLists.Listed each : listed) {
                    insert.setString(1, each.unit());
                    insert.setString(2, each.code());
                    insert.setString(3, each.field());
                    insert.setString(4, each.board());
                    insert.setString(5, each.seen());
                    insert.setString(6, each.decision());
                    insert.setObject(7, each.since());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, Integer.class),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8));
    }
}
