package vn.motcua.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keycloak as a child process, for {@code bin/up} and e2e. Its database is in memory: each start imports the realm anew, so
 * the realm file is always what runs; sessions end with the process, ids of users stay.
 */
final class KeycloakProcess {

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
        prepareHome(distribution);
        List<String> options = List.of(
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
        ProcessBuilder builder = java(distribution, home, List.of("-Xms64m", "-Xmx256m"), options);
        builder.environment().put("MOTCUA_PUBLIC_URL", publicUrl);
        // demo only: the first administrator, reachable on this machine alone
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "demo-admin");
        child.start(builder);
    }

    void awaitReady() {
        String health = "http://localhost:" + managementPort + "/health/ready";
        Await.until(child, Duration.ofMinutes(4), Duration.ofMillis(500), () -> Await.answers(health));
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

    private void prepareHome(Path distribution) {
        try {
            Folders.delete(home.resolve("data"));
            Files.createDirectories(home.resolve("data/import"));
            for (String shared : List.of("lib", "conf", "providers", "themes")) {
                Path link = home.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared));
            }
            Files.copy(
                    realm,
                    home.resolve("data/import").resolve(realm.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak's folder cannot be prepared: " + home, e);
        }
    }
}
