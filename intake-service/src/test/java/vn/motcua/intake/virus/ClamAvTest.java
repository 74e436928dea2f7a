package vn.motcua.intake.virus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.IntakeConfig.VirusScanner.WhenAway;
import vn.motcua.platform.problem.ProblemException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

class ClamAvTest {
    private static final byte[] CLEAN = clean();

    private static byte[] clean() {
        byte[] bytes = new byte[500_000];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_file_goes_to_the_scanner_whole_and_in_chunks() throws IOException {
        try (FakeClamd clamd = new FakeClamd()) {
            assertThat(clamd.client().scan(new ByteArrayInputStream(CLEAN)).clean())
                    .isTrue();
            assertThat(clamd.seen()).isEqualTo(CLEAN);
            assertThat(clamd.largestChunk()).isLessThanOrEqualTo(64 * 1024);
            assertThat(clamd.client().answers()).isTrue();
        }
    }

    @Test
    void what_it_finds_is_named() throws IOException {
        try (FakeClamd clamd = new FakeClamd()) {
            assertThat(clamd.client().scan(new ByteArrayInputStream(Eicar.bytes())))
                    .isEqualTo(new VirusScan.Verdict("Eicar-Signature"));
        }
    }

    @Test
    void an_error_is_never_taken_for_clean() {
        try (FakeClamd clamd = new FakeClamd()) {
            for (String said : new String[] {"", "stream: OK?"}) {
                clamd.says(said);
                assertThatThrownBy(() -> clamd.client().scan(new ByteArrayInputStream(CLEAN)))
                        .isInstanceOf(VirusScan.Away.class);
            }
            clamd.says("INSTREAM size limit exceeded. ERROR");
            assertThatThrownBy(() -> clamd.client().scan(new ByteArrayInputStream(CLEAN)))
                    .isInstanceOf(VirusScan.NotScanned.class);
        }
    }

    @Test
    void a_file_it_cannot_scan_is_not_said_to_be_the_scanners_absence() throws IOException {
        try (FakeClamd clamd = new FakeClamd()) {
            clamd.cannotScan(CLEAN);
            refused("file-not-scanned", new Scanning(clamd.client(), WhenAway.REFUSE), CLEAN);
            assertThat(new Scanning(clamd.client(), WhenAway.ACCEPT).incoming(new ByteArrayInputStream(CLEAN)))
                    .isEqualTo(Scan.WAITING);
        }
    }

    @Test
    void what_a_scanner_says_before_it_hangs_up_is_heard() throws IOException {
        try (ServerSocket strict = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> hangUp(strict), "strict-clamd");
            thread.setDaemon(true);
            thread.start();
            ClamAv client = new ClamAv("127.0.0.1", strict.getLocalPort());
            assertThatThrownBy(() -> client.scan(new ByteArrayInputStream(new byte[30_000_000])))
                    .isInstanceOf(VirusScan.NotScanned.class)
                    .hasMessageContaining("size limit");
        }
    }

    private static void hangUp(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(100);
            socket.getOutputStream().write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            // the client has gone
        }
    }

    @Test
    void a_scanner_that_takes_the_connection_and_reads_nothing_is_away_in_time() throws IOException {
        byte[] larger = new byte[30_000_000];
        try (ServerSocket deaf = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            ClamAv client = new ClamAv("127.0.0.1", deaf.getLocalPort(), Duration.ofSeconds(1));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(
                            () -> client.scan(new ByteArrayInputStream(larger)))
                    .isInstanceOf(VirusScan.Away.class));
        }
    }

    @Test
    void a_scanner_that_answers_a_little_at_a_time_is_away_in_time() throws IOException {
        try (ServerSocket slow = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread drops = new Thread(() -> drop(slow), "slow-clamd");
            drops.setDaemon(true);
            drops.start();
            ClamAv client = new ClamAv("127.0.0.1", slow.getLocalPort(), Duration.ofSeconds(1));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(
                            () -> client.scan(new ByteArrayInputStream(new byte[10])))
                    .isInstanceOf(VirusScan.Away.class));
        }
    }

    private static void drop(ServerSocket server) {
        try (Socket socket = server.accept()) {
            while (true) {
                socket.getOutputStream().write(' ');
                socket.getInputStream().skip(socket.getInputStream().available());
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException closed) {
            // the client has gone
        }
    }

    @Test
    void a_scanner_that_is_not_there_is_away_and_a_file_that_breaks_off_is_no_fault_of_its() {
        FakeClamd clamd = new FakeClamd();
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> clamd.client().scan(broken)).isInstanceOf(IOException.class);
        clamd.close();
        assertThatThrownBy(() -> clamd.client().scan(new ByteArrayInputStream(CLEAN)))
                .isInstanceOf(VirusScan.Away.class);
        assertThat(clamd.client().answers()).isFalse();
    }

    @Test
    void while_it_is_away_files_are_refused_or_wait_as_was_chosen() throws IOException {
        FakeClamd clamd = new FakeClamd();
        Scanning refusing = new Scanning(clamd.client(), WhenAway.REFUSE);
        Scanning accepting = new Scanning(clamd.client(), WhenAway.ACCEPT);
        assertThat(refusing.incoming(new ByteArrayInputStream(CLEAN))).isEqualTo(Scan.CLEAN);
        assertThat(refusing.state()).isEqualTo(Scanning.State.ON);
        refused("file-infected", accepting, Eicar.bytes());
        clamd.close();
        assertThat(refusing.state()).isEqualTo(Scanning.State.AWAY);
        refused("scanner-away", refusing, CLEAN);
        assertThat(accepting.incoming(new ByteArrayInputStream(CLEAN))).isEqualTo(Scan.WAITING);
        Scanning none = new Scanning(null, WhenAway.REFUSE);
        assertThat(none.incoming(new ByteArrayInputStream(Eicar.bytes()))).isEqualTo(Scan.OFF);
        assertThat(none.state()).isEqualTo(Scanning.State.OFF);
    }

    private static void refused(String slug, Scanning scanning, byte[] content) {
        assertThatThrownBy(() -> scanning.incoming(new ByteArrayInputStream(content)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().slug()).isEqualTo(slug));
    }
}
