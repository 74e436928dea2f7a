package vn.motcua.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What PostgreSQL did, by {@code pg_stat_statements} and its own counters. */
final class Statements implements AutoCloseable {
    /** Not part of any call: the relay, the pollers, transaction control, and this program. */
    private static final String BACKGROUND = "(?i)^\\s*(begin|commit|rollback|set |show |discard).*"
            + "|.*(pg_try_advisory|from outbox|parked_|pg_stat_|bench_capture|pg_current_).*"
            + "|.*select \\* from \"?scheduled_tasks.*|.*execution_time <=.*";

    private final Connection connection;

    /** One statement of one database. */
    record Line(String database, String query, long calls, double millis, long rows, long blocks) {
        Line minus(Line earlier) {
            return earlier == null
                    ? this
                    : new Line(
                            database,
                            query,
                            calls - earlier.calls,
                            millis - earlier.millis,
                            rows - earlier.rows,
                            blocks - earlier.blocks);
        }

        boolean background() {
            return query.replace('\n', ' ').matches(BACKGROUND);
        }
    }

    /** Counters of the whole server. */
    record Server(long commits, long walBytes, long walFlushes) {
        Server minus(Server earlier) {
            return new Server(commits - earlier.commits, walBytes - earlier.walBytes, walFlushes - earlier.walFlushes);
        }
    }

    Statements(Target target) throws SQLException {
        connection = target.connect("postgres");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    Map<String, Line> snapshot() throws SQLException {
        Map<String, Line> lines = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select d.datname, s.queryid, max(s.query), sum(s.calls),"
                        + " sum(s.total_exec_time), sum(s.rows), sum(s.shared_blks_hit + s.shared_blks_read)"
                        + " from pg_stat_statements s join pg_database d on d.oid = s.dbid"
                        + " where d.datname in ('catalog', 'intake', 'processing', 'notification') group by 1, 2")) {
            while (row.next()) {
                lines.put(
                        row.getString(1) + row.getString(2),
                        new Line(
                                row.getString(1),
                                row.getString(3),
                                row.getLong(4),
                                row.getDouble(5),
                                row.getLong(6),
                                row.getLong(7)));
            }
        }
        return lines;
    }

    /** What was done between two snapshots; statements that were not called are left out. */
    static List<Line> between(Map<String, Line> earlier, Map<String, Line> later) {
        List<Line> done = new ArrayList<>();
        later.forEach((key, line) -> {
            Line difference = line.minus(earlier.get(key));
            if (difference.calls() > 0) {
                done.add(difference);
            }
        });
        return done;
    }

    Server server() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (select sum(xact_commit) from pg_stat_database"
                        + " where datname in ('intake', 'processing', 'notification')),"
                        + " (select wal_bytes from pg_stat_wal),"
                        + " (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal')")) {
            row.next();
            return new Server(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
