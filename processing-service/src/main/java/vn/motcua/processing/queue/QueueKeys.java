package vn.motcua.processing.queue;

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

/** Which cases a page of a queue shows, in order: one statement over the indexes of {@code cases}, whatever is asked for. */
@ApplicationScoped
public class QueueKeys {
    private static final String ORDER = " order by c.rank, c.urgent_at, c.id";

    @Inject
    AgroalDataSource source;

    /** The key of a row, by which pages follow one another. */
    public record Key(short rank, Instant urgentAt, UUID id) {}

    /** The cases of a page in their order, and where the next one goes on; null after the last. */
    public record Found(List<UUID> ids, Key next) {}

    private record Row(Key key, boolean hit) {}

    /**
     * Reads at most a page and one row more where an index answers all that is asked, else at most {@link QueueFilter#SCAN} rows: such
     * a page may be short and still have a next one.
     */
    public Found page(
            String unit, String department, QueueFilter filter, Key after, int limit, Officer officer, Instant now) {
        Condition looked = filter.looked();
        int scan = looked == null ? limit + 1 : QueueFilter.SCAN;
        Condition base = new Condition("c.unit = ? and c.department = ?", unit, department)
                .and(filter.show().condition(officer.subject(), now))
                .and(filter.indexed(unit));
        if (after != null) {
            base = filter.show().oneRank()
                    ? base.and("(c.urgent_at, c.id) > (?, ?)", after.urgentAt(), after.id())
                    : base.and(
                            "(c.rank, c.urgent_at, c.id) > (?::smallint, ?, ?)",
                            (int) after.rank(),
                            after.urgentAt(),
                            after.id());
        }
        List<Object> values = new ArrayList<>();
        if (looked != null) {
            values.addAll(looked.values());
        }
        values.addAll(base.values());
        values.addAll(List.of(scan, limit + 1, scan));
        List<Row> rows = Sql.query(
                source,
                statement(looked == null ? "true" : looked.sql(), base.sql()),
                QueueKeys::row,
                values.toArray());
        return found(rows, limit);
    }

    private static String statement(String looked, String base) {
        return "with scanned as materialized (select c.id, c.rank, c.urgent_at, " + looked
                + " as hit from cases c where "
                + base + ORDER + " limit ?),"
                + " hits as (select * from scanned where hit order by rank, urgent_at, id limit ?)"
                + " select id, rank, urgent_at, true as hit from hits"
                + " union all select id, rank, urgent_at, false from (select * from scanned"
                + " order by rank desc, urgent_at desc, id desc limit 1) as last"
                + " where (select count(*) from scanned) = ?";
    }

    /** The row that is no hit is the last that was looked at, where there may be more behind it. */
    private static Found found(List<Row> rows, int limit) {
        List<Key> hits = rows.stream().filter(Row::hit).map(Row::key).toList();
        if (hits.size() > limit) {
            return new Found(ids(hits.subList(0, limit)), hits.get(limit - 1));
        }
        Key last = rows.stream()
                .filter(row -> !row.hit())
                .map(Row::key)
                .findFirst()
                .orElse(null);
        return new Found(ids(hits), last);
    }

    private static List<UUID> ids(List<Key> keys) {
        return keys.stream().map(Key::id).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Key(
                        row.getShort("rank"),
                        row.getObject("urgent_at", OffsetDateTime.class).toInstant(),
                        row.getObject("id", UUID.class)),
                row.getBoolean("hit"));
    }
}
