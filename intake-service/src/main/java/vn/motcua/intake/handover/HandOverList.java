package vn.motcua.intake.handover;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The records of units, newest hand-over first; nothing of the senders stands in it. */
@ApplicationScoped
class HandOverList {
    /** Each unit's share in the order of its index, cut to the page. */
    private static final String PAGE =
            """
            with page as (
                select share.* from unnest(?::text[]) mine(unit) cross join lateral (
                    select r.* from hand_over_record r where r.unit = mine.unit %s
                    order by r.handed_over_at desc, r.id desc limit ?) share
                order by share.handed_over_at desc, share.id desc limit ?)
            select r.id, r.number, r.state, r.unit, r.handed_over_at, r.postman_name, i.items, i.incomplete, i.waiting
            from page r cross join lateral (
                select count(*)::integer items, count(*) filter (where not complete)::integer incomplete,
                    count(*) filter (where d.id is null)::integer waiting
                from hand_over_item m left join dossier d on d.id = m.dossier_id and d.stage <> 'ABANDONED'
                where m.record_id = r.id) i
            order by r.handed_over_at desc, r.id desc
            """;

    private final AgroalDataSource database;

    HandOverList(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One line.
     *
     * @param number null while it is open
     * @param incomplete items of which papers are missing
     * @param waiting items without a dossier: none was opened, or it was given up
     */
    @Schema(name = "HandOverLine")
    public record Line(
            UUID id,
            String number,
            HandOver.State state,
            String unit,
            Instant handedOverAt,
            String postmanName,
            int items,
            int incomplete,
            int waiting) {
        static Line of(ResultSet row) throws SQLException {
            return new Line(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    HandOver.State.valueOf(row.getString("state")),
                    row.getString("unit"),
                    HandOvers.instant(row, "handed_over_at"),
                    row.getString("postman_name"),
                    row.getInt("items"),
                    row.getInt("incomplete"),
                    row.getInt("waiting"));
        }
    }

    /** @throws ProblemException {@code invalid-cursor} for anything this list did not make */
    Page<Line> page(Set<String> units, String after, int most) {
        String[] last = Cursor.decode(after, 2);
        List<Object> args = new ArrayList<>();
        args.add(units.toArray(String[]::new));
        if (last != null) {
            args.add(Cursor.instant(last[0]));
            args.add(Cursor.uuid(last[1]));
        }
        args.add(most + 1);
        args.add(most + 1);
        String sql = PAGE.formatted(last == null ? "" : "and (r.handed_over_at, r.id) < (?, ?)");
        List<Line> found = Sql.query(database, sql, Line::of, args.toArray());
        return Page.of(
                found,
                most,
                each -> Cursor.encode(each.handedOverAt().toString(), each.id().toString()));
    }
}
