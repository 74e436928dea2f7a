package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down which rows a lifecycle writes, in which transactions: triggers on all tables of the three databases note each change
 * while one lifecycle runs alone. So raw limit and growth always work with today's rows, whatever the services have become.
 */
final class Capture implements AutoCloseable {
    private static final String DEADLOCK = "40P01";
    private static final int MOST_TRIES = 20;

    private final Map<String, Connection> connections = new LinkedHashMap<>();

    /** How a row was changed. */
    enum Operation {
        INSERT,
        UPDATE,
        DELETE
    }

    /** One change of one row; {@code before} is null for an insert, {@code after} for a delete. */
    record Change(String database, String table, Operation operation, JsonNode before, JsonNode after) {
        JsonNode row() {
            return after == null ? before : after;
        }

        /** Whether this update gives the column another value. */
        boolean changes(String column) {
            return !before.path(column).equals(after.path(column));
        }
    }

    /** What was committed together. */
    record Transaction(String database, String beganAt, List<Change> changes) {}

    Capture(Target target) throws SQLException {
        for (String database : Target.DATABASES) {
            Connection connection = target.connect(database);
            connections.put(database, connection);
            install(connection);
        }
    }

    /** All transactions noted so far, in the order in which they began to write. */
    List<Transaction> transactions() throws SQLException {
        List<Transaction> all = new ArrayList<>();
        for (Map.Entry<String, Connection> each : connections.entrySet()) {
            all.addAll(read(each.getKey(), each.getValue()));
        }
        all.sort(Comparator.comparing(Transaction::beganAt));
        return all;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            remove(connection);
            connection.close();
        }
    }

    private static void install(Connection connection) throws SQLException {
        remove(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema bench_capture");
            statement.execute("create table bench_capture.change (seq bigserial primary key,"
                    + " tx text not null default pg_current_xact_id()::text, at timestamptz not null"
                    + " default clock_timestamp(), tab text not null, op text not null, before jsonb, after jsonb)");
            statement.execute(
                    "create function bench_capture.note() returns trigger language plpgsql security definer as $$"
                            + " begin insert into bench_capture.change (tab, op, before, after) values (TG_TABLE_NAME, TG_OP,"
                            + " case when TG_OP <> 'INSERT' then to_jsonb(old) end, case when TG_OP <> 'DELETE' then to_jsonb(new) end);"
                            + " return null; end $$");
            statement.execute(
                    "do $$ declare t text; begin for t in select c.relname from pg_class c join pg_namespace n"
                            + " on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'"
                            + " and c.relname not like 'flyway%' loop execute format('create trigger zz_bench_capture after insert or"
                            + " update or delete on public.%I for each row execute function bench_capture.note()', t);"
                            + " end loop; end $$");
        }
    }

    /** Tried again where a service's own work and the triggers waited for one another: its rounds go on meanwhile. */
    private static void remove(Connection connection) throws SQLException {
        for (int tries = 1; ; tries++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set client_min_messages = warning");
                statement.execute("drop schema if exists bench_capture cascade");
                return;
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static List<Transaction> read(String database, Connection connection) throws SQLException {
        Map<String, Transaction> byId = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select tx, to_char(at at time zone 'UTC', 'YYYYMMDDHH24MISS.US'),"
                                + " tab, op, before::text, after::text from bench_capture.change order by seq")) {
            while (row.next()) {
                String at = row.getString(2);
                byId.computeIfAbsent(row.getString(1), tx -> new Transaction(database, at, new ArrayList<>()))
                        .changes()
                        .add(new Change(
                                database,
                                row.getString(3),
                                Operation.valueOf(row.getString(4)),
                                tree(row.getString(5)),
                                tree(row.getString(6))));
            }
        }
        return new ArrayList<>(byId.values());
    }

    private static JsonNode tree(String json) {
        try {
            return json == null ? null : Wire.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
