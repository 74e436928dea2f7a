package vn.motcua.devstack;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * One Kafka node in this JVM, broker and controller in one (KRaft), without automatic topics. It has two doors: the inner one for
 * the suite's own processes, and an outside one where every client names itself by SASL/SCRAM-SHA-512 and may do only what an ACL allows.
 */
final class KafkaNode implements AutoCloseable {

    private static final int NODE_ID = 1;

    private final Path logs;
    private final String host;
    private final int port;
    private final int outsidePort;
    private final int controllerPort;
    private KafkaRaftServer server;

    /**
     * @param host the name clients reach the broker by
     * @param port the broker's port; stays the same over restarts, clients keep it
     * @param outsidePort the port for systems that are not of the suite
     */
    KafkaNode(Path logs, String host, int port, int outsidePort, int controllerPort) {
        this.logs = logs.toAbsolutePath();
        this.host = host;
        this.port = port;
        this.outsidePort = outsidePort;
        this.controllerPort = controllerPort;
    }

    /** Formats the log folder if it is new, and starts; returns when the broker takes requests. */
    void start() {
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format();
        }
        server = new KafkaRaftServer(new KafkaConfig(properties(), false), Time.SYSTEM);
        server.startup();
    }

    String bootstrapServers() {
        return host + ":" + port;
    }

    /** Where systems outside the suite connect. */
    String outsideServers() {
        return host + ":" + outsidePort;
    }

    /** Blocks until the node has stopped. */
    void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    private void format() {
        Folders.create(logs);
        try {
            new Formatter()
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(logs.toString())
                    .addDirectory(logs.toString())
                    .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's log folder cannot be prepared: " + logs, e);
        }
    }

    private Properties properties() {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE_ID));
        p.setProperty("controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty(
                "listeners",
                "PLAINTEXT://localhost:" + port + ",OUTSIDE://localhost:" + outsidePort + ",CONTROLLER://localhost:"
                        + controllerPort);
        p.setProperty(
                "advertised.listeners", "PLAINTEXT://" + host + ":" + port + ",OUTSIDE://" + host + ":" + outsidePort);
        Doors.of("").forEach(p::setProperty);
        p.setProperty("log.dirs", logs.toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("default.replication.factor", "1");
        p.setProperty("num.partitions", "3");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "2");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("group.consumer.min.session.timeout.ms", "3000");
        p.setProperty("group.min.session.timeout.ms", "1000");
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        p.setProperty("log.segment.bytes", "67108864");
        p.setProperty("log.index.size.max.bytes", "1048576");
        // a killed node is let in again only when its old session has ended
        p.setProperty("broker.session.timeout.ms", "4000");
        p.setProperty("broker.heartbeat.interval.ms", "1000");
        p.setProperty("controlled.shutdown.enable", "false");
        p.setProperty("metric.reporters", "");
        return p;
    }
}
