package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.intake.Desk;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.IntakeConfig.VirusScanner.WhenAway;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.virus.Scan;
import vn.motcua.intake.virus.Scanning;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Timers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/** A store of before in a folder of its own. */
@QuarkusTest
class SealFormerFilesServiceTest {
    private static final String BEGIN = " ";

    @Inject
    Blobs blobs;

    @Inject
    Spool spool;

    @Inject
    FileKeys keys;

    @Inject
    StoredFiles books;

    @Inject
    FileSweep sweep;

    @Inject
    Timers timers;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @Inject
    IntakeConfig config;

    @Inject
    Clock clock;

    @TempDir
    Path root;

    private UUID dossier;
    private PlainFiles plain;
    private SealedStore store;
    private SealFormerFiles former;

    @BeforeEach
    void aStoreOfBefore() {
        catalogue.loaded();
        dossier = UUID.fromString(Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"));
        plain = new PlainFiles(root);
        store = new SealedStore(blobs, spool, keys, books, plain, new Scanning(null, WhenAway.REFUSE), timers, clock);
        former = new SealFormerFiles(plain, store, books, timers, source, clock);
    }

    @AfterEach
    void noPaperOfIt() {
        Sql.update(source, "delete from paper where dossier_id = ? and position = 90", dossier);
        QuarkusTransaction.requiringNew().run(() -> store.erase(dossier));
    }

    @Test
    void a_plain_file_goes_once_it_is_sealed_and_never_in_the_same_round() throws IOException {
        byte[] content = SamplePdf.bytes("sealed, then removed");
        Path lies = lies(content);
        held("a", content);
        former.fire(dossier + BEGIN);
        assertThat(lies).exists();
        assertThat(store.sealed(dossier, sha256(content))).isTrue();
        former.fire(removing(lies));
        assertThat(lies).doesNotExist();
        assertThat(read(content)).isEqualTo(content);
        assertThat(kept(content)).isTrue();
    }

    @Test
    void nothing_is_lost_by_what_is_rolled_back() throws IOException {
        byte[] content = SamplePdf.bytes("rolled back");
        Path lies = lies(content);
        held("a", content);
        QuarkusTransaction.begin();
        former.fire(dossier + BEGIN);
        former.fire(removing(lies));
        QuarkusTransaction.rollback();
        assertThat(read(content)).isEqualTo(content);
    }

    @Test
    void a_file_that_was_put_and_not_kept_counts_as_plain_until_it_is_kept_for_the_paper() throws IOException {
        byte[] content = SamplePdf.bytes("put again, and the attach refused");
        Path lies = lies(content);
        held("a", content);
        store.put(dossier, SamplePdf.of("put again, and the attach refused"), 1_000_000);
        former.fire(removing(lies));
        assertThat(lies).exists();
        longAgo(content);
        sweep.sweep();
        assertThat(store.sealed(dossier, sha256(content))).isTrue();
        former.fire(dossier + BEGIN);
        assertThat(kept(content)).isTrue();
        former.fire(removing(lies));
        assertThat(lies).doesNotExist();
        assertThat(read(content)).isEqualTo(content);
    }

    @Test
    void a_plain_file_stays_while_its_sealed_copy_does_not_open() throws IOException {
        byte[] content = SamplePdf.bytes("altered once sealed");
        Path lies = lies(content);
        held("a", content);
        former.fire(dossier + BEGIN);
        Path sealed = sealed(content);
        byte[] altered = Files.readAllBytes(sealed);
        altered[altered.length / 2] ^= 1;
        Files.write(sealed, altered);
        former.fire(removing(lies));
        assertThat(lies).exists();
    }

    @Test
    void files_that_cannot_be_sealed_stay_and_do_not_stop_those_after_them() throws IOException {
        byte[] altered = SamplePdf.bytes("altered since");
        Path spoilt = lies(altered);
        Files.write(spoilt, SamplePdf.bytes("something else"));
        held("a", altered);
        byte[] grown = SamplePdf.bytes("larger than its paper says");
        lies(grown);
        held("b", grown);
        Sql.update(source, "update paper set file_size = 3 where dossier_id = ? and component = 'b'", dossier);
        held("c", SamplePdf.bytes("lost"));
        byte[] good = SamplePdf.bytes("good");
        lies(good);
        held("d", good);
        former.fire(dossier + BEGIN);
        assertThat(kept(good)).isTrue();
        assertThat(read(good)).isEqualTo(good);
        former.fire(removing(spoilt));
        assertThat(spoilt).exists();
        assertThat(read(grown)).isEqualTo(grown);
    }

    @Test
    void a_plain_file_that_one_of_two_dossiers_has_not_sealed_stays() throws IOException {
        byte[] content = SamplePdf.bytes("of two dossiers");
        Path lies = lies(content);
        held("a", content);
        former.fire(dossier + BEGIN);
        UUID other = UUID.fromString(Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"));
        held(other, "a", content);
        former.fire(removing(lies));
        assertThat(lies).exists();
        former.fire(other + BEGIN);
        former.fire(removing(lies));
        assertThat(lies).doesNotExist();
        try (InputStream in = store.get(other, sha256(content))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void what_no_paper_names_stays_and_what_was_half_received_long_ago_goes() throws IOException {
        Path unnamed = lies(SamplePdf.bytes("replaced by a supplement, before"));
        Path incoming = Files.createDirectories(root.resolve("incoming"));
        Path half = Files.writeString(incoming.resolve("half"), "half of a file");
        Path arriving = Files.writeString(incoming.resolve("arriving"), "half of a file");
        Files.setLastModifiedTime(
                half, FileTime.from(Files.getLastModifiedTime(half).toInstant().minus(Duration.ofDays(2))));
        former.fire("remove ");
        former.fire("remove ff");
        assertThat(unnamed).exists();
        assertThat(half).doesNotExist();
        assertThat(arriving).exists();
    }

    @Test
    void a_file_found_infected_stays_so_when_its_plain_copy_is_sealed() throws IOException {
        byte[] content = SamplePdf.bytes("infected, also in plain");
        lies(content);
        held("a", content);
        books.arriving(dossier, new StoredFile(sha256(content), content.length, "application/pdf", 1, Scan.INFECTED));
        former.fire(dossier + BEGIN);
        assertThat(books.infected(dossier, sha256(content))).isTrue();
    }

    private Path lies(byte[] content) throws IOException {
        String sha256 = sha256(content);
        Path lies = root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        Files.createDirectories(lies.getParent());
        return Files.write(lies, content);
    }

    /** The instance of the round that removes this file, whose folder is the first. */
    private String removing(Path file) {
        String folder = file.getFileName().toString().substring(0, 2);
        return "remove " + (folder.equals("00") ? "" : String.format("%02x", Integer.parseInt(folder, 16) - 1));
    }

    private void held(String component, byte[] content) {
        held(dossier, component, content);
    }

    private void held(UUID by, String component, byte[] content) {
        Sql.update(
                source,
                "insert into paper (dossier_id, component, position, state, quantity, held, file_sha256, file_size, file_type,"
                        + " asked, revision, written_by, written_at)"
                        + " values (?, ?, 90, 'ATTACHED', 1, false, ?, ?, 'application/pdf', false, 1, 'hoa', ?)",
                by,
                component,
                sha256(content),
                (long) content.length,
                clock.instant());
    }

    private boolean kept(byte[] content) {
        return Sql.query(
                        source,
                        "select kept from stored_file where dossier_id = ? and sha256 = ?",
                        row -> row.getBoolean(1),
                        dossier,
                        sha256(content))
                .equals(java.util.List.of(true));
    }

    private void longAgo(byte[] content) {
        Sql.update(
                source,
                "update stored_file set touched_at = ? where dossier_id = ? and sha256 = ?",
                clock.instant().minus(Duration.ofHours(2)),
                dossier,
                sha256(content));
    }

    private byte[] read(byte[] content) throws IOException {
        try (InputStream in = store.get(dossier, sha256(content))) {
            return in.readAllBytes();
        }
    }

    private Path sealed(byte[] content) {
        String id = dossier.toString();
        return Path.of(config.files(), "sealed", id.substring(id.length() - 2), id, sha256(content));
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Sealing.sha256().digest(content));
    }
}
