package vn.motcua.bench;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Fills the three databases with copies of the templates by COPY, one stream per table, all from one pass over the copies. */
final class Filling implements AutoCloseable {
    private static final int BUFFER_BYTES = 256 * 1024;
    /** Half of all dossiers lie at the unit that is measured, the rest at nine neighbours. */
    static final List<String> UNITS = List.of(
            Staff.UNIT,
            "14-03703-20250701",
            "14-03646-20250701",
            "14-03664-20250701",
            "14-03679-20250701",
            "14-03688-20250701",
            "14-03694-20250701",
            "14-03718-20250701",
            "14-03721-20250701",
            "14-03730-20250701");

    /** The day in a code is a real one, or no tracking would take it for a code. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

    private static final int DAYS = 1_000;
    private static final DateTimeFormatter DAY_OF_CODE = DateTimeFormatter.ofPattern("uuMMdd");

    private final Target target;
    private final List<String> units;
    private final List<String> databases;
    private final List<Template> byWeight = new ArrayList<>();
    private final Map<Template.Place, Stream> streams = new HashMap<>();
    private final Map<String, List<String>> droppedIndexes = new HashMap<>();

    /** An open COPY with its buffer. */
    private static final class Stream {
        private final Connection connection;
        private final CopyIn copy;
        private final StringBuilder buffer = new StringBuilder(BUFFER_BYTES + 8_192);

        Stream(Connection connection, String command) throws SQLException {
            this.connection = connection;
            this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        }

        void add(StringBuilder line) throws SQLException {
            buffer.append(line);
            if (buffer.length() > BUFFER_BYTES) {
                flush();
            }
        }

        void flush() throws SQLException {
            byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            buffer.setLength(0);
        }
    }

    /** @param units the first gets half of all dossiers, the others the rest */
    Filling(Target target, List<Template> templates, List<String> units) {
        this(target, templates, units, Target.DATABASES);
    }

    /** @param databases the only ones that are filled; what lies in the others stays as it is */
    Filling(Target target, List<Template> templates, List<String> units, List<String> databases) {
        this.target = target;
        this.units = units;
        this.databases = databases;
        templates.forEach(template -> {
            for (int i = 0; i < template.weight(); i++) {
                byWeight.add(template);
            }
        });
    }

    /** Adds the copies {@code from} to {@code to}; then indexes and statistics are as after a long life. */
    void add(int from, int to) throws SQLException {
        dropIndexes();
        for (Template template : byWeight) {
            for (Template.Place place : template.places()) {
                if (databases.contains(place.database()) && !streams.containsKey(place)) {
                    streams.put(place, open(place));
                }
            }
        }
        for (int i = from; i < to; i++) {
            copy(i);
        }
        for (Stream stream : streams.values()) {
            stream.flush();
            stream.copy.endCopy();
            stream.connection.close();
        }
        streams.clear();
        if (databases.contains("intake")) {
            note();
        }
        createIndexes();
        vacuum();
    }

    /** COPY as a replica passes the triggers by that keep the indexes of names, of the register and of persons. */
    private void note() throws SQLException {
        try (Connection connection = target.connect("intake");
                Statement statement = connection.createStatement()) {
            statement.execute("select note_names(null)");
            statement.execute("select note_register(null)");
            statement.execute("select note_persons(null)");
        }
    }

    @Override
    public void close() throws SQLException {
        for (Stream stream : streams.values()) {
            stream.connection.close();
        }
    }

    private void copy(int i) throws SQLException {
        // seeds that lie in a row would give the same numbers, shifted: mixed, they do not
        SplittableRandom random = new SplittableRandom(new SplittableRandom(i).nextLong());
        Template template = byWeight.get(random.nextInt(byWeight.size()));
        boolean first = random.nextBoolean() || units.size() == 1;
        String unit = first ? units.get(0) : units.get(1 + random.nextInt(units.size() - 1));
        long shift = -1_000_000L * random.nextInt(template.oldestSeconds());
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        String code = "H52.712.00-%s-%06d".formatted(DAY_OF_CODE.format(day), i);
        SQLException[] failure = new SQLException[1];
        template.copy(new Template.Copy(random, unit, code, shift, 10_000_000L + i), (place, line) -> {
            try {
                Stream stream = streams.get(place);
                if (stream != null) {
                    stream.add(line);
                }
            } catch (SQLException e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    /** References between tables hold by construction; checking each would only slow the filling. */
    private Stream open(Template.Place place) throws SQLException {
        Connection connection = target.connect(place.database());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return new Stream(connection, place.copy());
    }

    private void dropIndexes() throws SQLException {
        for (String database : databases) {
            List<String> definitions = new ArrayList<>();
            List<String> names = new ArrayList<>();
            try (Connection connection = target.connect(database);
                    Statement statement = connection.createStatement()) {
                try (ResultSet row = statement.executeQuery(
                        "select pg_get_indexdef(i.indexrelid), i.indexrelid::regclass"
                                + " from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and c.relkind = 'r' and not i.indisunique"
                                + " and c.relname not in ('outbox', 'scheduled_tasks', 'idempotency', 'parked_event')")) {
                    while (row.next()) {
                        definitions.add(row.getString(1));
                        names.add(row.getString(2));
                    }
                }
                for (String name : names) {
                    statement.execute("drop index " + name);
                }
            }
            droppedIndexes.put(database, definitions);
        }
    }

    private void createIndexes() throws SQLException {
        for (String database : databases) {
            try (Connection connection = target.connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("set maintenance_work_mem = '512MB'");
                for (String definition : droppedIndexes.get(database)) {
                    statement.execute(definition);
                }
            }
        }
    }

    private void vacuum() throws SQLException {
        for (String database : databases) {
            try (Connection connection = target.connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum (analyze)");
            }
        }
        try (Connection connection = target.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }
}
