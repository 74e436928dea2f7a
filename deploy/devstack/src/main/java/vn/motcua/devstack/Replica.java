package vn.motcua.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** One more process of a service of the suite, see {@link Suite#replica}. */
public final class Replica {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final String url;
    private final Child child;
    private final ServiceProcess process;
    private final Supplier<Map<String, String>> environment;

    Replica(String url, Child child, ServiceProcess process, Supplier<Map<String, String>> environment) {
        this.url = url;
        this.child = child;
        this.process = process;
        this.environment = environment;
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return url;
    }

    /** Where its output goes. */
    public Path log() {
        return child.log();
    }

    /** Starts it and returns when it is ready. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Starts it without waiting for it. */
    public void launch() {
        process.start(environment.get());
    }

    /** Returns when it answers that it is ready. */
    public void awaitReady() {
        process.awaitReady();
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return child.isAlive();
    }

    /** {@code kill -9}. */
    public void kill() {
        child.kill();
    }

    /** Ends it in good order. */
    public void stop() {
        child.stop(STOP_LIMIT);
    }
}
