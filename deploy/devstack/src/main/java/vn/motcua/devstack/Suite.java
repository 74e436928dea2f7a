package vn.motcua.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The whole suite as processes on this machine: PostgreSQL, Kafka, Keycloak, the four services from their packaged folders and
 * the gateway. Single parts can be killed and started again on the same port and data. All processes end with this JVM.
 */
public final class Suite implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final SuiteOptions options;
    private final Map<SuitePart, Child> children = new EnumMap<>(SuitePart.class);
    private final Map<SuitePart, ServiceProcess> services = new EnumMap<>(SuitePart.class);
    private final Postgres postgres;
    private final KafkaProcess kafka;
    private final KeycloakProcess keycloak;
    private final ServiceEnvironment environment;
    private final Map<SuitePart, Map<String, String>> moreEnvironment = new ConcurrentHashMap<>();
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private volatile Duration clockOffset;
    private volatile boolean closing;

    Suite(SuiteOptions options) {
        this.options = options;
        this.clockOffset = options.clockOffset();
        for (SuitePart part : SuitePart.values()) {
            String signal = part == SuitePart.POSTGRES ? "INT" : "TERM";
            Path pid = options.state().resolve("run").resolve(part.key() + ".pid");
            children.put(part, new Child(part.label(), pid, log(part), signal));
        }
        this.postgres = new Postgres(
                options.state().resolve("postgres"),
                options.port(SuitePart.POSTGRES),
                options.durable() ? Postgres.Durability.KEPT : Postgres.Durability.SURVIVES_KILL,
                children.get(SuitePart.POSTGRES));
        this.kafka = new KafkaProcess(
                options.state().resolve("kafka"),
                options.port(SuitePart.KAFKA),
                options.kafkaOutsidePort(),
                options.kafkaControllerPort(),
                options.jvm(),
                children.get(SuitePart.KAFKA));
        this.keycloak = new KeycloakProcess(
                options.state().resolve("keycloak"),
                options.root().resolve("deploy/keycloak/realm-mot-cua.json"),
                options.port(SuitePart.KEYCLOAK),
                options.keycloakManagementPort(),
                options.publicUrl(),
                children.get(SuitePart.KEYCLOAK));
        this.environment = new ServiceEnvironment(options, postgres, kafka, keycloak);
        for (SuitePart part : SuitePart.SERVICES) {
            String ready = url(part) + "/q/health/ready";
            services.put(
                    part,
                    new ServiceProcess(
                            options.root().resolve(part.label()),
                            ready,
                            flags(ServiceProcess.SERVICE),
                            children.get(part)));
        }
        services.put(
                SuitePart.GATEWAY,
                new ServiceProcess(
                        options.root().resolve("deploy/gateway"),
                        url(SuitePart.GATEWAY) + "/gateway/health/ready",
                        flags(ServiceProcess.GATEWAY),
                        children.get(SuitePart.GATEWAY)));
    }

    /**
     * A suite for tests: random ports, throw-away durability, a new state folder, progress to standard error.
     *
     * @param root the repository
     * @param state an empty or absent folder for data and logs
     */
    public static Suite forTests(Path root, Path state) {
        Folders.delete(state);
        return new Suite(SuiteOptions.test(root.toAbsolutePath(), state.toAbsolutePath(), System.err::println));
    }

    /** A suite for measuring: as {@link #forTests}, but PostgreSQL flushes what it promises. */
    public static Suite forMeasuring(Path root, Path state) {
        Folders.delete(state);
        return new Suite(SuiteOptions.measured(root.toAbsolutePath(), state.toAbsolutePath(), System.err::println));
    }

    /**
     * Starts everything and returns when all is ready.
     *
     * @throws IllegalStateException when a part does not come up; the message names the part and its log
     */
    public void start() {
        Folders.create(options.state().resolve("logs"));
        LogFiles.rotate(options.state().resolve("logs"));
        ExecutorService threads = Executors.newCachedThreadPool(Suite::daemon);
        try {
            CompletableFuture<Void> login = run(threads, SuitePart.KEYCLOAK);
            CompletableFuture<Void> database = run(threads, SuitePart.POSTGRES).thenRun(this::createDatabases);
            CompletableFuture<Void> broker = run(threads, SuitePart.KAFKA)
                    .thenRun(() -> Topics.createAll(kafka.bootstrapServers(), Topics.PARTITIONS));
            join(database, broker);
            CompletableFuture<?>[] all =
                    services.keySet().stream().map(part -> run(threads, part)).toArray(CompletableFuture[]::new);
            join(all);
            join(login);
        } finally {
            threads.shutdown();
        }
    }

    /** Starts one part on its port and data, and returns when it is ready. */
    public void start(SuitePart part) {
        launch(part);
        awaitReady(part);
    }

    /** Starts one part without waiting for it. */
    public void launch(SuitePart part) {
        switch (part) {
            case POSTGRES -> postgres.start();
            case KAFKA -> kafka.start();
            case KEYCLOAK -> keycloak.start();
            case GATEWAY -> services.get(part).start(environment.ofGateway());
            default -> services.get(part).start(environmentOf(part));
        }
    }

    /** Environment variables of a service beside or instead of the usual ones, from its next start on; an empty map ends it. */
    public void environment(SuitePart service, Map<String, String> more) {
        moreEnvironment.put(service, Map.copyOf(more));
    }

    /**
     * One more process of a service, on a port of its own behind no gateway; the caller starts it. It ends with the suite.
     *
     * @param name for its log, unique among the replicas
     * @param more environment variables beside or instead of those of the service
     */
    public Replica replica(SuitePart service, String name, Map<String, String> more) {
        int port = Ports.free();
        String url = "http://localhost:" + port;
        Path pid = options.state().resolve("run").resolve(name + ".pid");
        Child child = new Child(name, pid, options.state().resolve("logs").resolve(name + ".log"), "TERM");
        ServiceProcess process = new ServiceProcess(
                options.root().resolve(service.label()), url + "/q/health/ready", flags(ServiceProcess.SERVICE), child);
        Replica replica = new Replica(url, child, process, () -> {
            Map<String, String> all = new LinkedHashMap<>(environmentOf(service));
            all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            all.putAll(more);
            return all;
        });
        replicas.add(replica);
        return replica;
    }

    /**
     * Makes a further database that belongs to a service's role.
     *
     * @return its JDBC address
     */
    public String database(String name, SuitePart service) {
        postgres.createDatabase(name, service.key(), ServiceEnvironment.demoPassword(service));
        return postgres.jdbcUrl(name);
    }

    /** Returns when the part answers that it is ready. */
    public void awaitReady(SuitePart part) {
        switch (part) {
            case POSTGRES -> postgres.awaitReady();
            case KAFKA -> kafka.awaitReady();
            case KEYCLOAK -> keycloak.awaitReady();
            default -> services.get(part).awaitReady();
        }
    }

    /** {@code kill -9}: the part gets no chance to finish anything. */
    public void kill(SuitePart part) {
        children.get(part).kill();
    }

    /** Ends a part in good order. */
    public void stop(SuitePart part) {
        children.get(part).stop(STOP_LIMIT);
    }

    /** Ends a part in good order and starts it again. */
    public void restart(SuitePart part) {
        restart(List.of(part));
    }

    /** Ends parts in good order, all at a time, starts them again, and returns when all are ready. */
    public void restart(List<SuitePart> parts) {
        end(parts);
        parts.forEach(this::launch);
        parts.forEach(this::awaitReady);
    }

    /** Restarts the four services with another offset of their common clock; the data stays. */
    public void restartServices(Duration newClockOffset) {
        end(SuitePart.SERVICES);
        clockOffset = newClockOffset;
        SuitePart.SERVICES.forEach(this::launch);
        SuitePart.SERVICES.forEach(this::awaitReady);
    }

    /** What is added to the clock of the services; a service started before it was changed has the former one. */
    public Duration clockOffset() {
        return clockOffset;
    }

    /** Whether the part's process runs. */
    public boolean isAlive(SuitePart part) {
        return children.get(part).isAlive();
    }

    /** Process id of a part, for measuring. */
    public long pid(SuitePart part) {
        return children.get(part).pid();
    }

    /** The gateway's address as browsers use it, without a slash at the end. */
    public String publicUrl() {
        return options.publicUrl();
    }

    /** Direct address of a part that speaks HTTP, for operations and tests. */
    public String url(SuitePart part) {
        return "http://localhost:" + options.port(part);
    }

    /** JDBC address of a service's database; its role has the same name and the password {@code demo-<service>}. */
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    /** Kafka's {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Kafka's {@code bootstrap.servers} for systems outside the suite: SASL/SCRAM-SHA-512. */
    public String outsideServers() {
        return kafka.outsideServers();
    }

    /** Where the part's output goes. */
    public Path log(SuitePart part) {
        return options.state().resolve("logs").resolve(part.key() + ".log");
    }

    /** An access token of a demo user, by the client {@code cli}. */
    public String token(String user) {
        return DemoTokens.password(keycloak.realmUrl(), user, "demo");
    }

    /** An access token of a service account: {@code notification}, {@code processing} or {@code operator}. */
    public String serviceToken(String client) {
        return DemoTokens.client(keycloak.realmUrl(), client, "demo-" + client);
    }

    /** Stops all parts, those in front first. */
    @Override
    public void close() {
        closing = true;
        replicas.forEach(Replica::stop);
        for (List<SuitePart> wave : List.of(
                List.of(SuitePart.GATEWAY),
                SuitePart.SERVICES,
                List.of(SuitePart.KEYCLOAK, SuitePart.KAFKA),
                List.of(SuitePart.POSTGRES))) {
            end(wave);
        }
    }

    private void end(List<SuitePart> parts) {
        parts.forEach(part -> children.get(part).ask());
        parts.forEach(part -> children.get(part).awaitEnd(STOP_LIMIT));
    }

    /** Ends what a killed run left behind in this state folder. */
    void endLeftovers() {
        children.values().forEach(Child::endLeftover);
    }

    boolean isClosing() {
        return closing;
    }

    SuiteOptions options() {
        return options;
    }

    private Map<String, String> environmentOf(SuitePart service) {
        Map<String, String> all = environment.of(service, clockOffset);
        all.putAll(moreEnvironment.getOrDefault(service, Map.of()));
        return all;
    }

    private List<String> flags(List<String> heap) {
        return Stream.concat(options.jvm().stream(), heap.stream()).toList();
    }

    private void createDatabases() {
        for (SuitePart service : SuitePart.SERVICES) {
            postgres.createDatabase(service.key(), service.key(), ServiceEnvironment.demoPassword(service));
        }
    }

    private CompletableFuture<Void> run(ExecutorService threads, SuitePart part) {
        long begin = System.nanoTime();
        return CompletableFuture.runAsync(() -> start(part), threads).whenComplete((nothing, failure) -> {
            if (failure == null && !closing) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                options.progress().accept(String.format("  %-22s ready after %5.1f s", part.label(), seconds));
            } else if (!closing) {
                options.progress().accept(String.format("  %-22s failed", part.label()));
            }
        });
    }

    private static void join(CompletableFuture<?>... all) {
        try {
            for (CompletableFuture<?> one : Arrays.asList(all)) {
                one.join();
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "suite-start");
        thread.setDaemon(true);
        return thread;
    }
}
