package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.intake.Desk;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;

@QuarkusTest
class SealedStoreServiceTest {
    private static final long MOST = 10_000_000;

    @Inject
    FileStore store;

    @Inject
    FileSweep sweep;

    @Inject
    SealFormerFiles former;

    @Inject
    FileKeys keys;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @Inject
    IntakeConfig config;

    @Inject
    Clock clock;

    private UUID dossier;

    @BeforeEach
    void opened() {
        catalogue.loaded();
        dossier = opening();
    }

    private static UUID opening() {
        return UUID.fromString(Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"));
    }

    @Test
    void the_same_bytes_under_two_dossiers_are_two_sealed_files() throws IOException {
        UUID other = opening();
        StoredFile here = store.put(dossier, SamplePdf.of("a page"), MOST);
        StoredFile there = store.put(other, SamplePdf.of("a page"), MOST);
        assertThat(here).isEqualTo(there);
        byte[] first = Files.readAllBytes(sealed(dossier, here.sha256()));
        byte[] second = Files.readAllBytes(sealed(other, here.sha256()));
        assertThat(first).isNotEqualTo(second);
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
        assertThat(read(dossier, here)).isEqualTo(read(other, there)).isEqualTo(SamplePdf.bytes("a page"));
    }

    @Test
    void a_sealed_file_moved_to_another_dossier_does_not_open() throws IOException {
        UUID other = opening();
        StoredFile file = store.put(dossier, SamplePdf.of("a page"), MOST);
        store.put(other, SamplePdf.of("a page"), MOST);
        Files.copy(
                sealed(dossier, file.sha256()),
                sealed(other, file.sha256()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> store.get(other, file.sha256()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().slug()).isEqualTo("file-damaged"));
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        long before = files();
        InputStream breaking = new InputStream() {
            private final InputStream begun = SamplePdf.of("a page that never ends");
            private int at;

            @Override
            public int read() throws IOException {
                if (at++ < 20) {
                    return begun.read();
                }
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> store.put(dossier, breaking, MOST)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> store.put(dossier, SamplePdf.of("a page"), 10)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> store.put(dossier, new ByteArrayInputStream("MZ".getBytes()), MOST))
                .isInstanceOf(ProblemException.class);
        assertThat(files()).isEqualTo(before);
        assertThat(rows()).isZero();
    }

    @Test
    void what_no_paper_comes_to_hold_is_swept_and_what_one_holds_is_not() throws IOException {
        StoredFile left = store.put(dossier, SamplePdf.of("left"), MOST);
        StoredFile held = store.put(dossier, SamplePdf.of("held"), MOST);
        StoredFile fresh = store.put(dossier, SamplePdf.of("fresh"), MOST);
        QuarkusTransaction.requiringNew().run(() -> store.keep(dossier, held.sha256()));
        touched(left, Duration.ofHours(2));
        touched(held, Duration.ofHours(2));
        sweep.sweep();
        assertThatThrownBy(() -> store.get(dossier, left.sha256())).isInstanceOf(NoSuchElementException.class);
        assertThat(sealed(dossier, left.sha256())).doesNotExist();
        assertThat(read(dossier, held)).isEqualTo(SamplePdf.bytes("held"));
        assertThat(read(dossier, fresh)).isEqualTo(SamplePdf.bytes("fresh"));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> store.keep(dossier, left.sha256())))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void erasing_the_key_of_a_dossier_erases_its_files_wherever_copies_lie() throws IOException {
        StoredFile file = store.put(dossier, SamplePdf.of("a page"), MOST);
        byte[] copy = Files.readAllBytes(sealed(dossier, file.sha256()));
        QuarkusTransaction.requiringNew().run(() -> store.erase(dossier));
        assertThatThrownBy(() -> store.get(dossier, file.sha256())).isInstanceOf(NoSuchElementException.class);
        await().untilAsserted(() -> assertThat(sealed(dossier, file.sha256())).doesNotExist());
        Files.createDirectories(sealed(dossier, file.sha256()).getParent());
        Files.write(sealed(dossier, file.sha256()), copy);
        assertThatThrownBy(() -> store.get(dossier, file.sha256())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void an_erasure_that_is_rolled_back_loses_nothing() throws IOException {
        StoredFile file = store.put(dossier, SamplePdf.of("a page"), MOST);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    store.erase(dossier);
                    throw new IllegalArgumentException("another thought");
                }))
                .hasMessageContaining("another thought");
        assertThat(read(dossier, file)).isEqualTo(SamplePdf.bytes("a page"));
    }

    @Test
    void a_data_key_of_a_former_master_key_is_wrapped_anew_and_opens_the_same_files() throws IOException {
        StoredFile file = store.put(dossier, SamplePdf.of("a page"), MOST);
        String former = java.util.Base64.getEncoder().encodeToString(new byte[32]);
        String current = vn.motcua.platform.identity.SubjectToken.secret(config.fileKey(), true);
        MasterKeys both = new MasterKeys("0", former, java.util.List.of(config.fileKeyId() + "=" + current));
        byte[] wrapped = Sql.query(
                        source, "select wrapped from file_key where dossier_id = ?", r -> r.getBytes(1), dossier)
                .get(0);
        Sql.update(
                source,
                "update file_key set key_id = '0', wrapped = ? where dossier_id = ?",
                both.wrap(dossier, both.unwrap(dossier, config.fileKeyId(), wrapped)),
                dossier);
        assertThatThrownBy(() -> store.get(dossier, file.sha256())).hasMessageContaining("not configured");
        MasterKeys now = new MasterKeys(config.fileKeyId(), current, java.util.List.of("0=" + former));
        new FileKeys(now, source, clock).rotate(1000);
        assertThat(read(dossier, file)).isEqualTo(SamplePdf.bytes("a page"));
    }

    @Test
    void a_plain_file_of_before_is_read_as_it_lies_and_sealed_in_the_background() throws IOException {
        byte[] plain = SamplePdf.bytes("of before");
        String sha256 = java.util.HexFormat.of().formatHex(Sealing.sha256().digest(plain));
        Path lies = Path.of(config.files())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        Files.createDirectories(lies.getParent());
        Files.write(lies, plain);
        Sql.update(
                source,
                "update paper set file_sha256 = ?, file_size = ?, file_type = 'application/pdf'"
                        + " where dossier_id = ? and position = 0",
                sha256,
                (long) plain.length,
                dossier);
        try (InputStream in = store.get(dossier, sha256)) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
        former.fire("00000000-0000-0000-0000-000000000000 -");
        await().untilAsserted(() -> assertThat(lies).doesNotExist());
        assertThat(sealed(dossier, sha256)).exists();
        try (InputStream in = store.get(dossier, sha256)) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void what_is_not_there_or_no_address_is_not_found() {
        assertThatThrownBy(() -> store.get(dossier, "0".repeat(64))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> store.get(dossier, "../../etc/passwd")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> store.get(dossier, null)).isInstanceOf(NoSuchElementException.class);
    }

    private byte[] read(UUID of, StoredFile file) throws IOException {
        try (InputStream in = store.get(of, file.sha256())) {
            return in.readAllBytes();
        }
    }

    private Path sealed(UUID of, String name) {
        String id = of.toString();
        return Path.of(config.files(), "sealed", id.substring(id.length() - 2), id, name);
    }

    private void touched(StoredFile file, Duration ago) {
        Sql.update(
                source,
                "update stored_file set touched_at = ? where dossier_id = ? and sha256 = ?",
                clock.instant().minus(ago),
                dossier,
                file.sha256());
    }

    private long rows() {
        return Sql.query(
                        source, "select count(*) from stored_file where dossier_id = ?", row -> row.getLong(1), dossier)
                .get(0);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(config.files()))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
