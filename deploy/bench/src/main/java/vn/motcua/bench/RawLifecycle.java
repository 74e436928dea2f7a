package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A captured lifecycle as plain statements: the rows that were written, in the transactions in which they were committed, to
 * copies of the tables in a schema of their own with the same keys, indexes, checks and references.
 */
final class RawLifecycle {
    static final String SCHEMA = "bench_raw";

    private final Map<String, Tables> tables;
    private final Marks marks;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Set<String>> used = new TreeMap<>();
    private final List<Write> seeds = new ArrayList<>();
    private final List<String> seedDatabases = new ArrayList<>();

    /** A transaction. */
    record Step(String database, List<Write> writes) {}

    /**
     * A statement for one row.
     *
     * @param parameters in their order; null where a running number goes in
     */
    record Write(String sql, List<Marks.Value> parameters) {}

    RawLifecycle(List<Capture.Transaction> transactions, Map<String, Tables> tables) {
        this.tables = tables;
        this.marks = Marks.of(
                transactions.stream().flatMap(t -> t.changes().stream()).toList(), tables);
        Set<String> inserted = new HashSet<>();
        for (Capture.Transaction transaction : transactions) {
            List<Write> writes = new ArrayList<>();
            for (Capture.Change change : transaction.changes()) {
                used.computeIfAbsent(change.database(), d -> new LinkedHashSet<>())
                        .add(change.table());
                Write write = write(change, inserted);
                if (write != null) {
                    writes.add(write);
                }
            }
            if (!writes.isEmpty()) {
                steps.add(new Step(transaction.database(), writes));
            }
        }
    }

    /** Only what belongs to this dossier, and its running numbers: timers and relays of others may have written meanwhile. */
    static List<Capture.Transaction> of(String dossier, List<Capture.Transaction> all) {
        Set<String> related = new HashSet<>(Set.of(dossier));
        all.stream().filter(t -> mentions(t, Set.of(dossier))).forEach(t -> related.addAll(ids(t)));
        return all.stream().filter(t -> mentions(t, related) || counts(t)).toList();
    }

    List<Step> steps() {
        return steps;
    }

    Marks marks() {
        return marks;
    }

    long rows() {
        return steps.stream().mapToLong(step -> step.writes().size()).sum();
    }

    /** Transactions by database, for people. */
    String shape() {
        return steps.stream()
                .collect(Collectors.groupingBy(Step::database, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Makes the copies of the tables, empty but for rows that the lifecycle found there, such as counters. */
    void prepare(Target target) throws SQLException {
        for (Map.Entry<String, Set<String>> each : used.entrySet()) {
            try (Connection connection = target.connect(each.getKey());
                    Statement statement = connection.createStatement()) {
                statement.execute("set client_min_messages = warning");
                statement.execute("drop schema if exists " + SCHEMA + " cascade");
                statement.execute("create schema " + SCHEMA);
                for (String table : each.getValue()) {
                    statement.execute(
                            "create table " + SCHEMA + "." + table + " (like public." + table + " including all)");
                }
                references(statement, each.getValue());
            }
        }
        for (int i = 0; i < seeds.size(); i++) {
            try (Connection connection = target.connect(seedDatabases.get(i));
                    var statement = connection.prepareStatement(seeds.get(i).sql())) {
                for (int p = 0; p < seeds.get(i).parameters().size(); p++) {
                    statement.setString(p + 1, literal(seeds.get(i).parameters().get(p)));
                }
                statement.execute();
            }
        }
    }

    void remove(Target target) throws SQLException {
        for (String database : used.keySet()) {
            try (Connection connection = target.connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("set client_min_messages = warning");
                statement.execute("drop schema if exists " + SCHEMA + " cascade");
            }
        }
    }

    private static void references(Statement statement, Set<String> copied) throws SQLException {
        List<String> commands = new ArrayList<>();
        try (var row = statement.executeQuery("select conrelid::regclass::text, confrelid::regclass::text,"
                + " pg_get_constraintdef(oid) from pg_constraint where contype = 'f'"
                + " and connamespace = 'public'::regnamespace")) {
            while (row.next()) {
                if (copied.contains(row.getString(1)) && copied.contains(row.getString(2))) {
                    commands.add("alter table " + SCHEMA + "." + row.getString(1) + " add "
                            + row.getString(3).replace("REFERENCES ", "REFERENCES " + SCHEMA + "."));
                }
            }
        }
        for (String command : commands) {
            statement.execute(command);
        }
    }

    private Write write(Capture.Change change, Set<String> inserted) {
        Tables.Table table = tables.get(change.database()).get(change.table());
        List<String> key = key(table);
        String row = change.database()
                + change.table()
                + key.stream()
                        .map(name -> String.valueOf(change.row().get(name)))
                        .collect(Collectors.joining("|"));
        if (change.operation() == Capture.Operation.INSERT) {
            inserted.add(row);
            return insert(table, change.after());
        }
        if (inserted.add(row)) {
            seeds.add(insert(table, change.before()));
            seedDatabases.add(change.database());
        }
        return change.operation() == Capture.Operation.UPDATE ? update(table, key, change) : delete(table, key, change);
    }

    private Write insert(Tables.Table table, JsonNode row) {
        List<String> names = new ArrayList<>();
        List<Marks.Value> values = new ArrayList<>();
        for (Tables.Column column : table.columns().values()) {
            if (column.generated() || column.identity()) {
                continue;
            }
            names.add(column.name());
            boolean counted = table.uniqueKeys().stream()
                    .anyMatch(key -> key.contains(column.name()) && Marks.counted(table, key, column));
            values.add(counted ? null : marks.value(row.get(column.name()), column));
        }
        return new Write(
                "insert into " + SCHEMA + "." + table.name() + " (" + String.join(", ", names) + ") values ("
                        + "?, ".repeat(names.size() - 1) + "?)",
                values);
    }

    private Write update(Tables.Table table, List<String> key, Capture.Change change) {
        List<String> set = new ArrayList<>();
        List<Marks.Value> values = new ArrayList<>();
        for (Tables.Column column : table.columns().values()) {
            if (!column.generated()
                    && !key.contains(column.name())
                    && !Objects.equals(
                            change.before().get(column.name()), change.after().get(column.name()))) {
                set.add(column.name() + " = ?");
                values.add(marks.value(change.after().get(column.name()), column));
            }
        }
        if (set.isEmpty()) {
            return null;
        }
        return new Write(
                "update " + SCHEMA + "." + table.name() + " set " + String.join(", ", set)
                        + where(table, key, change, values),
                values);
    }

    private Write delete(Tables.Table table, List<String> key, Capture.Change change) {
        List<Marks.Value> values = new ArrayList<>();
        return new Write("delete from " + SCHEMA + "." + table.name() + where(table, key, change, values), values);
    }

    private String where(Tables.Table table, List<String> key, Capture.Change change, List<Marks.Value> values) {
        List<String> conditions = new ArrayList<>();
        for (String name : key) {
            conditions.add(name + " = ?");
            values.add(marks.value(change.before().get(name), table.columns().get(name)));
        }
        return " where " + String.join(" and ", conditions);
    }

    /** A key the writer knows beforehand: not one the server numbers. */
    private static List<String> key(Tables.Table table) {
        return table.uniqueKeys().stream()
                .filter(key ->
                        key.stream().noneMatch(name -> table.columns().get(name).identity()))
                .findFirst()
                .orElse(table.primaryKey());
    }

    /** A seed stands under the captured texts themselves. */
    private String literal(Marks.Value value) {
        return value == null ? "1" : value.with(marks.captured().toArray(String[]::new));
    }

    /** Running numbers are committed by themselves and name no dossier. */
    private static boolean counts(Capture.Transaction transaction) {
        return transaction.changes().stream().allMatch(change -> change.table().endsWith("_counter"));
    }

    private static boolean mentions(Capture.Transaction transaction, Set<String> ids) {
        return ids(transaction).stream().anyMatch(ids::contains);
    }

    private static Set<String> ids(Capture.Transaction transaction) {
        Set<String> ids = new HashSet<>();
        for (Capture.Change change : transaction.changes()) {
            var found = Marks.uuids(change.row().toString());
            while (found.find()) {
                ids.add(found.group());
            }
        }
        return ids;
    }
}
