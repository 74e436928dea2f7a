package vn.motcua.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak, unpacked from the zip in the local Maven repository, built once for our options and started once for an empty
 * database, all in the cache folder. Later starts skip the build and the making of the tables, half of a start's work.
 */
final class KeycloakDistribution {

    /** Options that are fixed by the build; a change of them makes another folder. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=dev-file",
            "--health-enabled=true",
            "--http-relative-path=/auth",
            "--http-management-relative-path=/");

    /** Where Keycloak keeps its H2 database below its home. */
    static final String DATABASE = "data/h2";

    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private KeycloakDistribution() {}

    /** The built Keycloak; unpacks and builds it when it is not there yet. */
    static synchronized Path folder() {
        String version = version();
        Path target = Folders.cache().resolve("keycloak-" + version + "-" + Integer.toHexString(BUILD.hashCode()));
        Folders.create(target.getParent());
        try (FileChannel channel = FileChannel.open(
                        Folders.cache().resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(target) && lock.isValid()) {
                make(zip(version), target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be prepared in " + target, e);
        }
        return target;
    }

    private static Path zip(String version) {
        String repository = System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString());
        Path zip = Path.of(
                repository, "org/keycloak/keycloak-quarkus-dist", version, "keycloak-quarkus-dist-" + version + ".zip");
        if (!Files.exists(zip)) {
            throw new IllegalStateException("Keycloak is not in the local Maven repository; fetch it with: mvn "
                    + "dependency:get -Dartifact=org.keycloak:keycloak-quarkus-dist:" + version
                    + ":zip -Dtransitive=false");
        }
        return zip;
    }

    private static void make(Path zip, Path target) throws IOException {
        Path fresh = Files.createTempDirectory(target.getParent(), "keycloak-unpacking-");
        unpack(zip, fresh);
        Path log = target.resolveSibling(target.getFileName() + ".build.log");
        run(KeycloakProcess.java(fresh, fresh, List.of("-Xmx512m"), BUILD), log);
        startOnce(fresh, log);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(ProcessBuilder builder, Path log) {
        Child build = new Child("Keycloak's build", null, log, "TERM");
        build.start(builder);
        build.awaitEnd(START_LIMIT);
        if (build.exitCode() != 0) {
            throw new IllegalStateException(build.obituary());
        }
    }

    /** Leaves a database with tables and the master realm behind. */
    private static void startOnce(Path fresh, Path log) {
        int port = Ports.free();
        Child once = new Child("Keycloak's first start", null, log, "TERM");
        List<String> options = KeycloakProcess.options(Ports.free(), port, "http://localhost");
        once.start(KeycloakProcess.withAdministrator(KeycloakProcess.java(fresh, fresh, List.of("-Xmx256m"), options)));
        try {
            KeycloakProcess.awaitHealth(once, port);
        } finally {
            once.stop(Duration.ofSeconds(30));
        }
    }

    /** Writes the entries without their first folder, which names the version. */
    private static void unpack(Path zip, Path root) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                int slash = entry.getName().indexOf('/');
                Path path = root.resolve(entry.getName().substring(slash + 1)).normalize();
                if (!path.startsWith(root)) {
                    throw new IOException("Archive entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(in, path);
                }
            }
        }
    }

    private static String version() {
        Properties versions = new Properties();
        try (InputStream in = KeycloakDistribution.class.getResourceAsStream("/devstack.properties")) {
            versions.load(in);
            return versions.getProperty("keycloak.version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
