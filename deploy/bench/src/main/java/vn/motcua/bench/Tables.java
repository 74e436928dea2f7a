package vn.motcua.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of one database: columns, keys, what the server fills in by itself. */
final class Tables {
    private final Map<String, Table> byName = new LinkedHashMap<>();

    /**
     * A column.
     *
     * @param generated computed by the server, never written
     * @param identity numbered by the server
     */
    record Column(String name, String type, boolean generated, boolean identity) {
        boolean number() {
            return type.equals("integer") || type.equals("bigint") || type.equals("smallint");
        }

        boolean instant() {
            return type.startsWith("timestamp");
        }

        boolean array() {
            return type.endsWith("[]");
        }
    }

    /** A table with its unique keys, the primary one first. */
    record Table(String name, Map<String, Column> columns, List<List<String>> uniqueKeys) {
        List<String> primaryKey() {
            return uniqueKeys.get(0);
        }
    }

    static Tables of(Table... known) {
        Tables tables = new Tables();
        for (Table table : known) {
            tables.byName.put(table.name(), table);
        }
        return tables;
    }

    static Tables of(Connection connection) throws SQLException {
        Tables tables = new Tables();
        try (PreparedStatement statement = connection.prepareStatement("select c.relname, a.attname,"
                        + " format_type(a.atttypid, a.atttypmod), a.attgenerated <> '', a.attidentity <> ''"
                        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                        + " where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'flyway%'"
                        + " order by c.relname, a.attnum");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String table = row.getString(1);
                tables.byName
                        .computeIfAbsent(table, name -> new Table(name, new LinkedHashMap<>(), new ArrayList<>()))
                        .columns()
                        .put(
                                row.getString(2),
                                new Column(row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5)));
            }
        }
        tables.keys(connection);
        return tables;
    }

    Table get(String name) {
        return byName.get(name);
    }

    private void keys(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select c.relname, array_agg(a.attname order by k.n)"
                                + " from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace"
                                + " cross join lateral unnest(i.indkey::int2[]) with ordinality k(attnum, n)"
                                + " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum"
                                + " where n.nspname = 'public' and i.indisunique and i.indpred is null and c.relname not like 'flyway%'"
                                + " group by c.relname, i.indexrelid, i.indisprimary order by c.relname, i.indisprimary desc");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                byName.get(row.getString(1)).uniqueKeys().add(List.of((String[])
                        row.getArray(2).getArray()));
            }
        }
    }
}
