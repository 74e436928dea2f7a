package vn.motcua.e2e;

import vn.motcua.devstack.Suite;
import vn.motcua.devstack.SuitePart;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in the tables of all services: the number of rows and a digest of their content, by table. */
final class Footprint {
    /** What moves by itself, as the comparison of calendars does some time after they came, and the count of wrong PINs, which a refusal is there to change. */
    private static final Set<String> MOVING =
            Set.of("scheduled_tasks", "tracking_guard", "outbox", "unit_calendar", "redating", "redating_row");

    private Footprint() {}

    /** Twice the same: nothing is under way any more. */
    static Map<String, String> atRest(Suite suite) {
        Map<String, String> before = taken(suite);
        for (int look = 0; look < 30; look++) {
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000_000L);
            Map<String, String> now = taken(suite);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw new AssertionError("The suite does not come to rest");
    }

    static Map<String, String> taken(Suite suite) {
        Map<String, String> tables = new TreeMap<>();
        for (SuitePart service : OpenApi.SERVICES) {
            String name = service.key();
            try (Connection connection = DriverManager.getConnection(suite.jdbcUrl(name), name, "demo-" + name);
                    Statement statement = connection.createStatement()) {
                for (String table : tables(statement)) {
                    String sql =
                            "select count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')"
                                    + " from \"" + table + "\" t";
                    try (ResultSet row = statement.executeQuery(sql)) {
                        row.next();
                        tables.put(name + "." + table, row.getString(1));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return tables;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                if (!MOVING.contains(rows.getString(1))) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }
}
