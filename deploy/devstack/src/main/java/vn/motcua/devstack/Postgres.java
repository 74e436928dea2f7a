package vn.motcua.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One PostgreSQL server from the zonky binaries, as a child process of this JVM. */
final class Postgres {

    /** What a crash of the machine may cost. */
    enum Durability {
        /** Nothing is flushed: right for tests, their data is thrown away. */
        THROW_AWAY("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=512MB"),
        /** A killed server keeps what it promised, a crash of the machine may not: right for tests that kill it. */
        SURVIVES_KILL("fsync=off", "synchronous_commit=on", "full_page_writes=on", "max_wal_size=512MB"),
        /** PostgreSQL's own promises: right for everything that keeps its data. */
        KEPT("fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_wal_size=1GB");

        private final List<String> settings;

        Durability(String... settings) {
            this.settings = List.of(settings);
        }
    }

    static final String SUPERUSER = "postgres";
    private static final String HOST = "127.0.0.1";
    private static final List<String> COMMON = List.of(
            "jit=off",
            "shared_preload_libraries=pg_stat_statements",
            "unix_socket_directories=",
            "max_connections=120",
            "shared_buffers=128MB",
            "timezone=UTC",
            "log_timezone=UTC");

    private final Path data;
    private final int port;
    private final Durability durability;
    private final Child child;

    /** @param child the process to run it as; its stop signal must be INT, the fast shutdown */
    Postgres(Path data, int port, Durability durability, Child child) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.durability = durability;
        this.child = child;
    }

    /** Initialises the data folder if it is new and starts the server without waiting for it. */
    void start() {
        Path bin = PostgresBinaries.folder().resolve("bin");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(bin);
        }
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(bin.resolve("postgres").toString(), "-D", data.toString(), "-h", HOST));
        command.addAll(List.of("-p", Integer.toString(port)));
        COMMON.forEach(setting -> command.addAll(List.of("-c", setting)));
        durability.settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        child.start(environment(new ProcessBuilder(command)));
    }

    /** Returns once the server answers a query. */
    void awaitReady() {
        Await.until(child, Duration.ofSeconds(60), Duration.ofMillis(50), this::answers);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    void createDatabase(String database, String role, String password) {
        Databases.create(jdbcUrl("postgres"), SUPERUSER, "", database, role, password);
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            return false;
        }
    }

    private void initialise(Path bin) {
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(bin.resolve("initdb").toString(), "-D", data.toString(), "-U", SUPERUSER));
        command.addAll(List.of("--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust"));
        command.add(durability == Durability.KEPT ? "--data-checksums" : "--no-sync");
        try {
            Files.createDirectories(data.getParent());
            Files.createDirectories(child.log().getParent());
            int exit = environment(new ProcessBuilder(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(child.log().toFile()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                Folders.delete(data);
                throw new IllegalStateException("initdb failed: " + LogFiles.lastWords(child.log(), 3));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("initdb cannot run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("initdb was interrupted", e);
        }
    }

    private static ProcessBuilder environment(ProcessBuilder builder) {
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace without a mapping root is nobody to the program and stays root
     * to the files, so nothing needs another owner.
     */
    private static List<String> unprivileged() {
        try {
            boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
            return root ? List.of("unshare", "--user") : List.of();
        } catch (IOException | UnsupportedOperationException e) {
            return List.of();
        }
    }
}
