package vn.motcua.devstack;

import java.io.File;
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
import java.util.concurrent.TimeUnit;

/** One PostgreSQL server from the zonky binaries, as a child process of this JVM. */
final class Postgres implements AutoCloseable {

    /** What a crash of the machine may cost. */
    enum Durability {
        /** Nothing is flushed: right for tests, their data is thrown away. */
        THROW_AWAY("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=512MB"),
        /** PostgreSQL's own promises: right for everything that keeps its data. */
        KEPT("fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_wal_size=1GB");

        private final List<String> settings;

        Durability(String... settings) {
            this.settings = List.of(settings);
        }
    }

    static final String SUPERUSER = "postgres";
    private static final List<String> COMMON = List.of(
            "jit=off",
            "shared_preload_libraries=pg_stat_statements",
            "unix_socket_directories=",
            "max_connections=120",
            "shared_buffers=128MB",
            "timezone=UTC",
            "log_timezone=UTC");
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Path data;
    private final String host;
    private final int port;
    private final Durability durability;
    private Process process;

    Postgres(Path data, String host, int port, Durability durability) {
        this.data = data.toAbsolutePath();
        this.host = host;
        this.port = port;
        this.durability = durability;
    }

    /** Initialises the data folder if it is new and starts the server without waiting for it. */
    void startProcess(Path log) {
        Path bin = PostgresBinaries.folder().resolve("bin");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(bin, log);
        }
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(bin.resolve("postgres").toString(), "-D", data.toString(), "-h", host));
        command.addAll(List.of("-p", Integer.toString(port)));
        COMMON.forEach(setting -> command.addAll(List.of("-c", setting)));
        durability.settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        process = Watchdog.start(into(log, command), "INT");
    }

    /** Returns once the server answers a query. */
    void awaitReady() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = connect("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("PostgreSQL did not start: " + e.getMessage(), e);
                }
                pause();
            }
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    void createDatabase(String database, String role, String password) {
        Databases.create(jdbcUrl("postgres"), SUPERUSER, "", database, role, password);
    }

    Process process() {
        return process;
    }

    /** Fast shutdown: sessions are cut, all is written. */
    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Connection connect(String database) throws SQLException {
        DriverManager.setLoginTimeout(5);
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, "");
    }

    private void initialise(Path bin, Path log) {
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(bin.resolve("initdb").toString(), "-D", data.toString(), "-U", SUPERUSER));
        command.addAll(List.of("--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust"));
        command.add(durability == Durability.KEPT ? "--data-checksums" : "--no-sync");
        try {
            Files.createDirectories(data.getParent());
            int exit = into(log, command).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("initdb failed, see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("initdb cannot run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("initdb was interrupted", e);
        }
    }

    private static ProcessBuilder into(Path log, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("PGDATA");
        File file = log.toFile();
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(file));
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

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
