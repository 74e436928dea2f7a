package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.intake.IntakeConfig;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Against a server of its own process that speaks S3 (Adobe S3Mock). */
class S3BlobsTest {
    private static final UUID DOSSIER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @TempDir
    static Path folder;

    private static Process server;
    private static int port;

    @BeforeAll
    static void started() throws Exception {
        port = freePort();
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        serverJar().toString(),
                        "--server.port=" + freePort(),
                        "--com.adobe.testing.s3mock.http-port=" + port,
                        "--com.adobe.testing.s3mock.store.root=" + folder.resolve("objects"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(90))
                .ignoreException(ConnectException.class)
                .until(() -> {
                    HttpURLConnection made = (HttpURLConnection) new URL(endpoint() + "/papers").openConnection();
                    made.setRequestMethod("PUT");
                    return made.getResponseCode() == 200 || made.getResponseCode() == 409;
                });
    }

    @AfterAll
    static void ended() throws InterruptedException {
        server.destroy();
        server.waitFor(20, TimeUnit.SECONDS);
    }

    /** The server's jar lies on the class path for its file's sake: what is in it is not seen from here. */
    private static Path serverJar() throws Exception {
        String inside = "org/springframework/boot/loader/launch/JarLauncher.class";
        String url = S3BlobsTest.class.getClassLoader().getResource(inside).toString();
        return Path.of(URI.create(url.substring("jar:".length(), url.indexOf("!/"))));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    private record Settings(Optional<URI> endpoint) implements IntakeConfig.S3 {
        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("test");
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of("test");
        }
    }

    private static S3Blobs blobs(String place, String endpoint) {
        return new S3Blobs(URI.create(place), new Settings(Optional.of(URI.create(endpoint))), folder);
    }

    @Test
    void a_sealed_file_comes_back_as_it_went_and_is_replaced_whole() throws IOException {
        byte[] first = content(3_000_000, 1);
        byte[] second = content(10, 2);
        try (S3Blobs blobs = blobs("s3://papers/commune", endpoint())) {
            blobs.put(DOSSIER, "a", file(first));
            try (InputStream in = blobs.get(DOSSIER, "a")) {
                assertThat(in.readAllBytes()).isEqualTo(first);
            }
            blobs.put(DOSSIER, "a", file(second));
            try (InputStream in = blobs.get(DOSSIER, "a")) {
                assertThat(in.readAllBytes()).isEqualTo(second);
            }
        }
    }

    @Test
    void files_are_deleted_one_by_one_or_all_of_a_dossier_and_of_no_other() throws IOException {
        try (S3Blobs blobs = blobs("s3://papers", endpoint())) {
            for (String name : List.of("a", "b", "b.jpg")) {
                blobs.put(DOSSIER, name, file(content(10, 3)));
                blobs.put(OTHER, name, file(content(10, 3)));
            }
            blobs.delete(DOSSIER, "a");
            blobs.delete(DOSSIER, "never there");
            absent(blobs, DOSSIER, "a");
            blobs.deleteAll(DOSSIER);
            absent(blobs, DOSSIER, "b");
            absent(blobs, DOSSIER, "b.jpg");
            blobs.get(OTHER, "a").close();
            blobs.get(OTHER, "b.jpg").close();
        }
    }

    @Test
    void what_was_sealed_opens_from_there() throws IOException {
        Seal seal = new Seal(content(32, 4), DOSSIER);
        byte[] plain = content(500_000, 5);
        Path sealed = folder.resolve("sealed");
        Sealing.Written written = Sealing.write(new ByteArrayInputStream(plain), seal, sealed, plain.length);
        try (S3Blobs blobs = blobs("s3://papers/commune", endpoint())) {
            blobs.put(DOSSIER, written.sha256(), sealed);
            try (InputStream in =
                    new CheckedContent(seal.opening(blobs.get(DOSSIER, written.sha256())), written.sha256())) {
                assertThat(in.readAllBytes()).isEqualTo(plain);
            }
        }
    }

    @Test
    void a_store_that_is_away_or_has_no_such_bucket_is_an_error_of_input_and_output() throws IOException {
        try (S3Blobs away = blobs("s3://papers", "http://127.0.0.1:" + freePort());
                S3Blobs elsewhere = blobs("s3://no-such-bucket", endpoint())) {
            Path file = file(content(10, 6));
            assertThatThrownBy(() -> away.put(DOSSIER, "a", file)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> away.get(DOSSIER, "a")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> elsewhere.put(DOSSIER, "a", file)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> blobs("s3:///prefix", endpoint())).isInstanceOf(IllegalArgumentException.class);
    }

    private static void absent(S3Blobs blobs, UUID dossier, String name) {
        assertThatThrownBy(() -> blobs.get(dossier, name)).isInstanceOf(NoSuchElementException.class);
    }

    private static byte[] content(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve(UUID.randomUUID().toString()), content);
    }
}
