package vn.motcua.devstack;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import java.time.Duration;
import java.util.Map;

/** The same servers as containers, for machines with Docker: {@code -Dstack=containers}. */
public final class ContainerStack implements Stack {

    private static final String PASSWORD = "test-postgres";

    private final int brokerPort = Ports.free();
    private final int outsidePort = Ports.free();
    private final GenericContainer<?> postgres = new GenericContainer<>(DockerImageName.parse("postgres:18.3"))
            .withEnv("POSTGRES_PASSWORD", PASSWORD)
            .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 --encoding=UTF8")
            .withCommand(
                    "postgres",
                    "-c",
                    "jit=off",
                    "-c",
                    "fsync=off",
                    "-c",
                    "synchronous_commit=off",
                    "-c",
                    "full_page_writes=off",
                    "-c",
                    "shared_preload_libraries=pg_stat_statements")
            .withExposedPorts(5432)
            .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2))
            .withStartupTimeout(Duration.ofMinutes(3));
    private final GenericContainer<?> kafka = new GenericContainer<>(DockerImageName.parse("apache/kafka:4.1.2"))
            .withEnv(Map.ofEntries(
                    Map.entry("KAFKA_NODE_ID", "1"),
                    Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                    Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                    Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                    Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,OUTSIDE://:9094,CONTROLLER://:9093"),
                    Map.entry(
                            "KAFKA_ADVERTISED_LISTENERS",
                            "PLAINTEXT://localhost:" + brokerPort + ",OUTSIDE://localhost:" + outsidePort),
                    Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                    Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                    Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                    Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                    Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")))
            .withEnv(Doors.of("KAFKA_"))
            .withExposedPorts(9092, 9094)
            .withCreateContainerCmdModifier(command -> command.getHostConfig()
                    .withPortBindings(
                            new PortBinding(Binding.bindPort(brokerPort), new ExposedPort(9092)),
                            new PortBinding(Binding.bindPort(outsidePort), new ExposedPort(9094))))
            .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1))
            .withStartupTimeout(Duration.ofMinutes(3));

    @Override
    public void start() {
        postgres.start();
        kafka.start();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/" + database;
    }

    @Override
    public String bootstrapServers() {
        return "localhost:" + brokerPort;
    }

    @Override
    public String outsideServers() {
        return "localhost:" + outsidePort;
    }

    @Override
    public void createDatabase(String database, String role, String password) {
        Databases.create(jdbcUrl("postgres"), Postgres.SUPERUSER, PASSWORD, database, role, password);
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }
}
