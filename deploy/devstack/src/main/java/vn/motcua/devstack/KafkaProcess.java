package vn.motcua.devstack;

import org.apache.kafka.clients.admin.Admin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts {@link KafkaMain} as a child process. */
final class KafkaProcess {

    private final Path logs;
    private final int port;
    private final int outsidePort;
    private final int controllerPort;
    private final List<String> jvm;
    private final Child child;

    KafkaProcess(Path logs, int port, int outsidePort, int controllerPort, List<String> jvm, Child child) {
        this.logs = logs;
        this.port = port;
        this.outsidePort = outsidePort;
        this.controllerPort = controllerPort;
        this.jvm = jvm;
        this.child = child;
    }

    String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Where systems outside the suite connect, by SASL. */
    String outsideServers() {
        return "localhost:" + outsidePort;
    }

    void start() {
        List<String> flags = new ArrayList<>(jvm);
        flags.addAll(List.of("-Xms64m", "-Xmx256m", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        List<String> arguments = List.of(
                logs.toString(),
                "localhost",
                Integer.toString(port),
                Integer.toString(outsidePort),
                Integer.toString(controllerPort));
        child.start(Java.main(KafkaMain.class.getName(), flags, arguments));
    }

    void awaitReady() {
        Await.until(child, Duration.ofSeconds(90), Duration.ofMillis(100), this::answers);
    }

    private boolean answers() {
        if (Ports.isFree(port)) {
            return false;
        }
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "default.api.timeout.ms",
                "3000",
                "request.timeout.ms",
                "2000");
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
