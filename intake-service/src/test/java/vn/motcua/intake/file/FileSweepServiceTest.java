package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Timers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

@QuarkusTest
class FileSweepServiceTest {
    private static final long MOST = 1_000_000;
    private static final String FORMER = Base64.getEncoder().encodeToString(new byte[32]);

    @Inject
    Blobs blobs;

    @Inject
    Spool spool;

    @Inject
    FormFiles forms;

    @Inject
    FileStore store;

    @Inject
    StoredFiles books;

    @Inject
    FileKeys keys;

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
    Path folder;

    private UUID dossier;

    @BeforeEach
    void opened() {
        timers.next("file-sweep", Duration.ofDays(1));
        catalogue.loaded();
        dossier = UUID.fromString(Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"));
    }

    @AfterEach
    void erased() {
        timers.next("file-sweep", Duration.ofMinutes(10));
        QuarkusTransaction.requiringNew().run(() -> store.erase(dossier));
    }

    @Test
    void a_part_that_fails_holds_up_no_other() throws IOException {
        StoredFile left = left("left beside a broken part");
        wrappedBy("0", new MasterKeys("0", FORMER, List.of(config.fileKeyId() + "=" + current())));
        Spool broken = new Spool(Files.createDirectory(folder.resolve("broken")));
        Spool.delete(folder.resolve("broken"));
        Path young = Files.writeString(folder.resolve("young"), "of a request");
        Path old = Files.writeString(folder.resolve("old"), "of a killed one");
        Files.setLastModifiedTime(
                old, FileTime.from(Files.getLastModifiedTime(old).toInstant().minus(Duration.ofHours(2))));
        Files.createDirectories(folder.resolve("a folder that is not empty/inside"));
        MasterKeys now = new MasterKeys(config.fileKeyId(), current(), List.of("0=" + FORMER));
        new FileSweep(blobs, broken, new FormFiles(folder), books, new FileKeys(now, source, clock)).round();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        gone(left);
        assertThat(keyId()).isEqualTo(config.fileKeyId());
    }

    @Test
    void the_folder_of_forms_is_closed_to_others_and_cleared_of_leftovers_at_the_start() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("forms"));
        Files.setPosixFilePermissions(plain, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path old = Files.writeString(plain.resolve("old"), "of a killed one");
        Files.setLastModifiedTime(
                old, FileTime.from(Files.getLastModifiedTime(old).toInstant().minus(Duration.ofHours(2))));
        new FormFiles(plain).start(null);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)))
                .isEqualTo("rwx------");
        assertThat(plain).isEmptyDirectory();
        new FormFiles(folder.resolve("made/anew")).start(null);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("made/anew"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config.formFiles())))
                .isEqualTo("rwx------");
        Path file = Files.writeString(folder.resolve("no folder"), "");
        assertThatThrownBy(() -> new FormFiles(file).start(null)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_master_key_that_is_not_configured_is_told_and_holds_up_nothing() {
        StoredFile left = left("left beside an unknown key");
        wrappedBy("unknown", new MasterKeys("unknown", FORMER, List.of(config.fileKeyId() + "=" + current())));
        new FileSweep(blobs, spool, forms, books, keys).round();
        gone(left);
        assertThat(keyId()).isEqualTo("unknown");
        assertThat(keys.standing()).isEqualTo(new FileKeys.Standing(0, 1));
        Desk.get(TestTokens.officer("director", Desk.MUONG_SAI), "/api/intake/files/keys")
                .then()
                .statusCode(200)
                .body("former", org.hamcrest.Matchers.equalTo(0))
                .body("unknown", org.hamcrest.Matchers.equalTo(1));
        Desk.get(Desk.HOA, "/api/intake/files/keys").then().statusCode(403);
    }

    @Test
    void a_data_key_that_was_altered_does_not_stop_the_wrapping_of_the_others() {
        UUID other = UUID.fromString(Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"));
        MasterKeys before = new MasterKeys("0", FORMER, List.of(config.fileKeyId() + "=" + current()));
        for (UUID each : List.of(dossier, other)) {
            keys.forWriting(each);
            wrappedBy(each, "0", before);
        }
        UUID first = Sql.query(
                        source,
                        "select dossier_id from file_key where key_id = '0' order by dossier_id limit 1",
                        row -> row.getObject(1, UUID.class))
                .get(0);
        Sql.update(source, "update file_key set wrapped = decode(repeat('00', 60), 'hex') where dossier_id = ?", first);
        FileKeys now =
                new FileKeys(new MasterKeys(config.fileKeyId(), current(), List.of("0=" + FORMER)), source, clock);
        now.rotate(1);
        assertThat(now.standing()).isEqualTo(new FileKeys.Standing(1, 0));
        Sql.update(source, "delete from file_key where dossier_id = ?", other);
    }

    @Test
    void a_file_that_cannot_be_deleted_stays_going_and_the_others_go() {
        StoredFile stuck = left("cannot be deleted");
        StoredFile left = left("left behind it");
        Blobs refusing = new HookedBlobs(blobs, name -> {
            if (name.equals(stuck.sha256())) {
                throw new IOException("read-only file system");
            }
        });
        new FileSweep(refusing, spool, forms, books, keys).sweep();
        gone(left);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> store.keep(dossier, stuck.sha256())))
                .isInstanceOf(ProblemException.class);
        longAgo(stuck);
        new FileSweep(blobs, spool, forms, books, keys).sweep();
        gone(stuck);
    }

    @Test
    void a_store_that_is_away_is_not_asked_a_hundred_times() {
        for (int i = 0; i < 8; i++) {
            left("left " + i);
        }
        int[] asked = {0};
        Blobs away = new HookedBlobs(blobs, name -> {
            asked[0]++;
            throw new IOException("connection refused");
        });
        assertThat(new FileSweep(away, spool, forms, books, keys).sweep()).isFalse();
        assertThat(asked[0]).isEqualTo(5);
    }

    @Test
    void a_file_is_not_put_while_the_same_one_is_going_and_no_row_is_locked_meanwhile() throws IOException {
        StoredFile left = left("going");
        Blobs slow = new HookedBlobs(blobs, name -> {
            if (!name.equals(left.sha256())) {
                return;
            }
            Sql.query(
                    source,
                    "select 1 from stored_file where dossier_id = ? and sha256 = ? for update nowait",
                    row -> true,
                    dossier,
                    left.sha256());
            assertThatThrownBy(() -> store.put(dossier, SamplePdf.of("going"), MOST))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo(Problems.UNAVAILABLE));
        });
        new FileSweep(slow, spool, forms, books, keys).sweep();
        gone(left);
        StoredFile again = store.put(dossier, SamplePdf.of("going"), MOST);
        assertThat(store.get(dossier, again.sha256()).readAllBytes()).isEqualTo(SamplePdf.bytes("going"));
    }

    private StoredFile left(String text) {
        StoredFile file = store.put(dossier, SamplePdf.of(text), MOST);
        longAgo(file);
        return file;
    }

    private void longAgo(StoredFile file) {
        Sql.update(
                source,
                "update stored_file set touched_at = ? where dossier_id = ? and sha256 = ?",
                clock.instant().minus(Duration.ofHours(2)),
                dossier,
                file.sha256());
    }

    private void gone(StoredFile file) {
        assertThatThrownBy(() -> blobs.get(dossier, file.sha256())).isInstanceOf(NoSuchElementException.class);
        assertThat(Sql.query(
                        source,
                        "select 1 from stored_file where dossier_id = ? and sha256 = ?",
                        row -> true,
                        dossier,
                        file.sha256()))
                .isEmpty();
    }

    private String current() {
        return SubjectToken.secret(config.fileKey(), true);
    }

    private String keyId() {
        return Sql.query(source, "select key_id from file_key where dossier_id = ?", row -> row.getString(1), dossier)
                .get(0);
    }

    private void wrappedBy(String keyId, MasterKeys by) {
        wrappedBy(dossier, keyId, by);
    }

    private void wrappedBy(UUID of, String keyId, MasterKeys by) {
        byte[] wrapped = Sql.query(
                        source, "select wrapped from file_key where dossier_id = ?", row -> row.getBytes(1), of)
                .get(0);
        Sql.update(
                source,
                "update file_key set key_id = ?, wrapped = ? where dossier_id = ?",
                keyId,
                by.wrap(of, by.unwrap(of, config.fileKeyId(), wrapped)),
                of);
    }
}
