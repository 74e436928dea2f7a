package vn.motcua.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Plain statements for the platform's own tables; joins the caller's transaction where there is one. */
public final class Sql {
    private Sql() {}

    /** Reads one row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work on one connection. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** A failure of the database, unchecked so that it rolls back. */
    public static final class Failure extends RuntimeException {
        Failure(SQLException cause) {
            super(cause);
        }
    }

    /** @return the number of rows changed */
    public static int update(DataSource source, String sql, Object... args) {
        return on(source, connection -> update(connection, sql, args));
    }

    public static int update(Connection connection, String sql, Object... args) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, args)) {
            return statement.executeUpdate();
        }
    }

    /** The same statement for many rows, sent together. */
    public static void updateAll(DataSource source, String sql, List<Object[]> rows) {
        on(source, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] row : rows) {
                    set(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    public static <T> List<T> query(DataSource source, String sql, Row<T> row, Object... args) {
        return on(source, connection -> query(connection, sql, row, args));
    }

    public static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... args) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, args);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        }
    }

    /** @throws Failure for every {@link SQLException} */
    public static <T> T on(DataSource source, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** A statement with its arguments, for those who read its rows themselves; the caller closes it. */
    public static PreparedStatement prepare(Connection connection, String sql, Object... args) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        set(statement, args);
        return statement;
    }

    private static void set(PreparedStatement statement, Object... args) throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < args.length; i++) {
            Object arg = args[i];
            if (arg instanceof Instant at) {
                statement.setObject(i + 1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            } else if (arg instanceof Long[] numbers) {
                statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
            } else if (arg instanceof java.util.UUID[] ids) {
                statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
            } else {
                statement.setObject(i + 1, arg);
            }
        }
    }
}
