package vn.motcua.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a service knows from the events alone, as its tables hold it; ids made on the way and times of arrival are left out. */
final class Tables {
    /** A query with one parameter, the ids of the dossiers. */
    record Question(String what, String sql) {
        List<String> ask(String url, String service, List<UUID> dossiers) {
            try (Connection connection = open(url, service);
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", dossiers.toArray()));
                List<String> rows = new ArrayList<>();
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            row.append(found.getMetaData().getColumnName(i))
                                    .append('=')
                                    .append(found.getString(i))
                                    .append(' ');
                        }
                        rows.add(row.toString());
                    }
                }
                return rows;
            } catch (SQLException e) {
                throw new IllegalStateException(what, e);
            }
        }
    }

    /** Of a case only what follows from the dossier: who works on it is not in the dossier's events. */
    static final List<Question> OF_PROCESSING = List.of(
            new Question("the dossiers of processing", "select * from dossier where id = any(?) order by id"),
            new Question(
                    "the cases",
                    "select dossier_id, unit, department, frozen, withdrawal_event, due,"
                            + " case when state in ('CLAIMED', 'PROPOSED') then 'OPEN' else state end as state"
                            + " from cases where dossier_id = any(?) order by dossier_id"));

    /** Of a return only what follows from the dossier: the hand-over is an act of the desk. */
    static final List<Question> OF_NOTIFICATION = List.of(
            new Question("the dossiers of notification", "select * from known_dossier where id = any(?) order by id"),
            new Question(
                    "the messages",
                    "select event_id, audience, channel, dossier_id, sequence, template, table_version, language, title_vi,"
                            + " body_vi, title_en, body_en, effective_at from message where dossier_id = any(?)"
                            + " order by dossier_id, sequence, audience, channel"),
            new Question(
                    "the officers' notices",
                    "select event_id, kind, unit, department, case_id, dossier_id, at from officer_notice"
                            + " where dossier_id = any(?) order by event_id"),
            new Question(
                    "the returns",
                    "select dossier_id, holds, unit, result_id, result_hash,"
                            + " case when state = 'HANDED_OVER' then 'ANNOUNCED' else state end as state"
                            + " from dossier_return where dossier_id = any(?) order by dossier_id"));

    private Tables() {}

    static long count(String url, String service, String table) {
        try (Connection connection = open(url, service);
                ResultSet count = connection.createStatement().executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    /** The values of one column. */
    static List<String> column(String url, String service, String sql) {
        try (Connection connection = open(url, service);
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How many of these events have had their effect at a consumer. */
    static long effects(String url, String service, String consumer, List<UUID> events) {
        try (Connection connection = open(url, service);
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from inbox where consumer = ? and event_id = any(?)")) {
            statement.setString(1, consumer);
            statement.setArray(2, connection.createArrayOf("uuid", events.toArray()));
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(consumer, e);
        }
    }

    /** Runs one statement as the service's own role. */
    static void run(String url, String service, String sql) {
        try (Connection connection = open(url, service)) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection open(String url, String service) throws SQLException {
        return DriverManager.getConnection(url, service, "demo-" + service);
    }
}
