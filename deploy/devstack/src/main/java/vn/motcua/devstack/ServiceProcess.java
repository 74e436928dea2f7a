package vn.motcua.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of our Quarkus applications as a child process, from its packaged folder. */
final class ServiceProcess {

    /** Heap of a service. */
    static final List<String> SERVICE = List.of("-Xms48m", "-Xmx192m");
    /** Heap of the gateway, which keeps nothing. */
    static final List<String> GATEWAY = List.of("-Xms24m", "-Xmx96m");

    /** The first start loads the catalogue's lists and passes them on. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final Path jar;
    private final String readyUrl;
    private final List<String> flags;
    private final Child child;

    ServiceProcess(Path module, String readyUrl, List<String> flags, Child child) {
        this.flags = flags;
        this.jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        this.readyUrl = readyUrl;
        this.child = child;
    }

    void start(Map<String, String> environment) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Not built: " + jar + " (mvn -DskipTests package)");
        }
        ProcessBuilder builder = Java.jar(jar, flags);
        builder.environment().putAll(environment);
        child.start(builder);
    }

    void awaitReady() {
        Await.until(child, READY_LIMIT, Duration.ofMillis(200), () -> Await.answers(readyUrl));
    }
}
