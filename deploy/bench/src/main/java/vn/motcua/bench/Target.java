package vn.motcua.bench;

import vn.motcua.devstack.Suite;
import vn.motcua.devstack.SuitePart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The suite under test, started for the run or running already. */
final class Target implements AutoCloseable {
    /** The databases of the services that a lifecycle writes to. */
    static final List<String> DATABASES = List.of("intake", "processing", "notification");

    private final URI gateway;
    private final String jdbc;
    private final Map<SuitePart, Long> pids;
    private final Suite own;

    private Target(URI gateway, String jdbc, Map<SuitePart, Long> pids, Suite own) {
        this.gateway = gateway;
        this.jdbc = jdbc;
        this.pids = pids;
        this.own = own;
    }

    /** A suite of its own, on random ports, which ends with {@link #close()}. */
    static Target own(Suite suite) {
        Map<SuitePart, Long> pids = new EnumMap<>(SuitePart.class);
        for (SuitePart part : SuitePart.values()) {
            pids.put(part, suite.pid(part));
        }
        String jdbc = suite.jdbcUrl("");
        return new Target(URI.create(suite.publicUrl()), jdbc, pids, suite);
    }

    /**
     * A running suite.
     *
     * @param jdbc address of its PostgreSQL up to the slash before the database
     * @param state the state folder of {@code bin/up}, for its process ids
     */
    static Target running(URI gateway, String jdbc, Path state) {
        Map<SuitePart, Long> pids = new EnumMap<>(SuitePart.class);
        for (SuitePart part : SuitePart.values()) {
            Path noted = state.resolve("run").resolve(part.key() + ".pid");
            try {
                if (Files.exists(noted)) {
                    pids.put(part, Long.parseLong(Files.readString(noted).trim().split(" ")[0]));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Target(gateway, jdbc.endsWith("/") ? jdbc : jdbc + "/", pids, null);
    }

    URI gateway() {
        return gateway;
    }

    /** Where the catalogue listens itself; of a running suite its usual port. */
    URI catalog() {
        return URI.create(own == null ? "http://localhost:8081" : own.url(SuitePart.CATALOG));
    }

    /** Where Keycloak listens itself; of a running suite its usual port. */
    URI keycloak() {
        return URI.create(own == null ? "http://localhost:8180" : own.url(SuitePart.KEYCLOAK));
    }

    /** Where its Kafka listens; of a running suite its usual port. */
    String kafka() {
        return own == null ? "localhost:59092" : own.bootstrapServers();
    }

    /** Address of its PostgreSQL up to the slash before the database. */
    String jdbc() {
        return jdbc;
    }

    Map<SuitePart, Long> pids() {
        return pids;
    }

    /** As superuser; parameters are sent without a type, so that the server takes the columns'. */
    Connection connect(String database) {
        try {
            return DriverManager.getConnection(
                    jdbc + database + "?stringtype=unspecified&reWriteBatchedInserts=true", "postgres", "");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer at " + jdbc + database, e);
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
