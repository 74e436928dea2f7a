package vn.motcua.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The real servers without Docker, for tests: PostgreSQL from the zonky binaries as a child process with fsync off, Kafka
 * inside this JVM, both on random ports and with throw-away data.
 */
public final class EmbeddedStack implements Stack {

    private final Path folder;
    private final Child postgresChild;
    private final Postgres postgres;
    private final KafkaNode kafka;

    /** Prepares a stack with its data in a new folder under {@code target/}, or the temporary folder without one. */
    public EmbeddedStack() {
        this.folder = newFolder();
        this.postgresChild = new Child("PostgreSQL", null, folder.resolve("postgres.log"), "INT");
        this.postgres =
                new Postgres(folder.resolve("postgres"), Ports.free(), Postgres.Durability.THROW_AWAY, postgresChild);
        this.kafka = new KafkaNode(folder.resolve("kafka"), "localhost", Ports.free(), Ports.free(), Ports.free());
    }

    @Override
    public void start() {
        postgres.start();
        kafka.start();
        postgres.awaitReady();
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String outsideServers() {
        return kafka.outsideServers();
    }

    @Override
    public void createDatabase(String database, String role, String password) {
        postgres.createDatabase(database, role, password);
    }

    @Override
    public void close() {
        postgresChild.ask();
        try {
            kafka.close();
        } finally {
            postgresChild.awaitEnd(Duration.ofSeconds(10));
            Folders.delete(folder);
        }
    }

    private static Path newFolder() {
        Path target = Path.of("target");
        try {
            if (Files.isDirectory(target)) {
                return Files.createTempDirectory(target.toAbsolutePath(), "stack-");
            }
            return Files.createTempDirectory("motcua-stack-");
        } catch (IOException e) {
            throw new IllegalStateException("No folder for the stack's data can be made", e);
        }
    }
}
