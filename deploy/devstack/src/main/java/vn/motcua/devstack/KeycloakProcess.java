package vn.motcua.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keycloak as a child process, for {@code bin/up} and e2e. Its database lies below its home and is kept between starts; it is
 * made anew, with the realm imported, when the realm file or the public address has changed, or when it cannot be opened.
 */
final class KeycloakProcess {

    private static final Duration READY_LIMIT = Duration.ofMinutes(8);

    private final Path home;
    private final Path realm;
    private final int port;
    private final int managementPort;
    private final String publicUrl;
    private final Child child;

    /**
     * @param home a folder of its own for what it writes
     * @param realm the realm file to import
     * @param publicUrl the gateway's address as browsers know it, without a path
     */
    KeycloakProcess(Path home, Path realm, int port, int managementPort, String publicUrl, Child child) {
        this.home = home.toAbsolutePath();
        this.realm = realm;
        this.port = port;
        this.managementPort = managementPort;
        this.publicUrl = publicUrl;
        this.child = child;
    }

    /** The realm's address for services on this machine. */
    String realmUrl() {
        return "http://localhost:" + port + "/auth/realms/mot-cua";
    }

    /** The issuer in every token. */
    String issuer() {
        return publicUrl + "/auth/realms/mot-cua";
    }

    void start() {
        Path distribution = KeycloakDistribution.folder();
        link(distribution);
        if (!fingerprint().equals(read(stamp()))) {
            databaseFromTemplate(distribution);
        }
        launch(distribution);
    }

    void awaitReady() {
        try {
            awaitHealth(child, managementPort);
        } catch (IllegalStateException e) {
            if (child.isAlive() || !Files.exists(stamp())) {
                throw e;
            }
            // a database that a crash left unreadable holds nothing that the realm file does not
            Path distribution = KeycloakDistribution.folder();
            databaseFromTemplate(distribution);
            launch(distribution);
            awaitHealth(child, managementPort);
        }
        write(stamp(), fingerprint());
    }

    static void awaitHealth(Child child, int managementPort) {
        String health = "http://localhost:" + managementPort + "/health/ready";
        Await.until(child, READY_LIMIT, Duration.ofMillis(500), () -> Await.answers(health));
    }

    /** The options of a start that are not fixed by the build. */
    static List<String> options(int port, int managementPort, String publicUrl) {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + managementPort,
                "--hostname=" + publicUrl + "/auth",
                "--hostname-backchannel-dynamic=true",
                "--proxy-headers=xforwarded",
                "--log-level=info,io.smallrye.health:error");
    }

    /** Demo only: the first administrator, reachable on this machine alone. */
    static ProcessBuilder withAdministrator(ProcessBuilder builder) {
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "demo-admin");
        return builder;
    }

    private void launch(Path distribution) {
        List<String> options = options(port, managementPort, publicUrl);
        ProcessBuilder builder = withAdministrator(java(distribution, home, List.of("-Xms64m", "-Xmx256m"), options));
        builder.environment().put("MOTCUA_PUBLIC_URL", publicUrl);
        builder.environment().put("MOTCUA_DEMO", "true");
        child.start(builder);
    }

    /** A JVM that runs Keycloak's own launcher class, as its script would. */
    static ProcessBuilder java(Path distribution, Path home, List<String> heap, List<String> options) {
        List<String> flags = new ArrayList<>(heap);
        flags.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf")));
        List<String> rest = new ArrayList<>(List.of(
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        rest.addAll(options);
        ProcessBuilder builder = Java.command(flags, rest);
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        return builder;
    }

    private void link(Path distribution) {
        try {
            Files.createDirectories(home);
            for (String shared : List.of("lib", "conf", "providers")) {
                Path link = home.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared));
            }
            theme(home.resolve("themes"));
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak's folder cannot be prepared: " + home, e);
        }
    }

    /** The log-in pages, taken anew at each start, with the stylesheet of people's pages beside their own. */
    private void theme(Path themes) throws IOException {
        if (Files.isSymbolicLink(themes)) {
            Files.delete(themes);
        }
        Folders.delete(themes);
        Path ours = realm.resolveSibling("themes");
        try (Stream<Path> files = Files.walk(ours)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = themes.resolve(ours.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.copy(
                realm.resolveSibling("../platform/src/main/resources/motcua-page.css"),
                themes.resolve("mot-cua/login/resources/css/motcua-page.css"));
    }

    private void databaseFromTemplate(Path distribution) {
        Path database = home.resolve(KeycloakDistribution.DATABASE);
        Path imports = home.resolve("data/import");
        try (Stream<Path> template = Files.list(distribution.resolve(KeycloakDistribution.DATABASE))) {
            Folders.delete(home.resolve("data"));
            Files.createDirectories(database);
            Files.createDirectories(imports);
            for (Path file : template.toList()) {
                Files.copy(file, database.resolve(file.getFileName()));
            }
            Files.copy(realm, imports.resolve(realm.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak's database cannot be prepared: " + home, e);
        }
    }

    /** Kept beside the database: what it was made from. */
    private Path stamp() {
        return home.resolve("data/made-from");
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(realm));
            digest.update(publicUrl.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
