package vn.motcua.intake.virus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Against the daemon of Debian's clamav-daemon with a signature of our own, where it is installed. */
class InstalledClamdTest {
    private static final Path CLAMD = Path.of("/usr/sbin/clamd");

    @TempDir
    Path folder;

    @Test
    void the_real_scanner_finds_what_its_signatures_know_and_nothing_else() throws Exception {
        assumeTrue(Files.isExecutable(CLAMD), "clamav-daemon is not installed");
        int port = freePort();
        Process clamd = started(port);
        try {
            ClamAv client = new ClamAv("127.0.0.1", port);
            await().atMost(Duration.ofSeconds(60)).until(client::answers);
            assertThat(client.scan(new ByteArrayInputStream(Eicar.bytes())).signature())
                    .startsWith("Motcua.Eicar");
            assertThat(client.scan(new ByteArrayInputStream(new byte[3_000_000]))
                            .clean())
                    .isTrue();
            assertThatThrownBy(() -> client.scan(new ByteArrayInputStream(new byte[60_000_000])))
                    .isInstanceOf(VirusScan.NotScanned.class);
        } finally {
            clamd.destroy();
            clamd.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private Process started(int port) throws Exception {
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        String md5 = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("MD5").digest(Eicar.bytes()));
        Files.writeString(signatures.resolve("own.hdb"), md5 + ":" + Eicar.bytes().length + ":Motcua.Eicar\n");
        Path config = folder.resolve("clamd.conf");
        Files.write(
                config,
                List.of(
                        "DatabaseDirectory " + signatures,
                        "TemporaryDirectory " + folder,
                        "TCPSocket " + port,
                        "TCPAddr 127.0.0.1",
                        "Foreground yes",
                        "StreamMaxLength 50M"));
        return new ProcessBuilder(CLAMD.toString(), "--config-file=" + config)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
