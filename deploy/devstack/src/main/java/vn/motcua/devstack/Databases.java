package vn.motcua.devstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One database and one role per service, on any PostgreSQL server. */
final class Databases {

    private Databases() {}

    static void create(
            String adminUrl, String admin, String adminPassword, String database, String role, String password) {
        if (!(database + role).matches("[a-z][a-z0-9_]*") || !password.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("Not a plain name or password for database " + database);
        }
        try (Connection connection = DriverManager.getConnection(adminUrl, admin, adminPassword);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                statement.execute("create role " + role + " login password '" + password + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + role);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + database + " could not be made", e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
