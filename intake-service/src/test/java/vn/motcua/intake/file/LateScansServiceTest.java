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
import vn.motcua.intake.Desk;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.IntakeConfig.VirusScanner.WhenAway;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.virus.Eicar;
import vn.motcua.intake.virus.FakeClamd;
import vn.motcua.intake.virus.Scan;
import vn.motcua.intake.virus.Scanning;
import vn.motcua.intake.virus.VirusScan;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Timers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

@QuarkusTest
class LateScansServiceTest {
    private static final long MOST = 1_000_000;

    @Inject
    Blobs blobs;

    @Inject
    Spool spool;

    @Inject
    FileKeys keys;

    @Inject
    StoredFiles books;

    @Inject
    PlainFiles former;

    @Inject
    Timers timers;

    @Inject
    AgroalDataSource source;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    Thumbnails thumbnails;

    @Inject
    IntakeConfig config;

    @Inject
    Clock clock;

    private UUID dossier;

    @BeforeEach
    void opened() {
        timers.next("file-sweep", Duration.ofDays(1));
        catalogue.loaded();
        dossier = UUID.fromString(Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"));
    }

    @AfterEach
    void nothingWaits() {
        timers.next("file-sweep", Duration.ofMinutes(10));
        QuarkusTransaction.requiringNew().run(() -> books.forgetAll(dossier));
    }

    @Test
    void a_file_taken_while_the_scanner_was_away_is_scanned_later_and_an_infected_one_stays_locked_up()
            throws IOException {
        FakeClamd away = new FakeClamd();
        away.close();
        SealedStore store = store(new Scanning(away.client(), WhenAway.ACCEPT));
        StoredFile clean = store.put(dossier, SamplePdf.of("clean"), 1_000_000);
        StoredFile infected = store.put(dossier, infectedPdf(), 1_000_000);
        assertThat(clean.scan()).isEqualTo(Scan.WAITING);
        assertThat(late(store, away).scan()).isFalse();
        assertThat(books.count(Scan.WAITING)).isEqualTo(2);
        try (FakeClamd back = new FakeClamd()) {
            late(store, back).scan();
        }
        assertThat(books.count(Scan.WAITING)).isZero();
        assertThat(store.get(dossier, clean.sha256()).readAllBytes()).isEqualTo(SamplePdf.bytes("clean"));
        assertThatThrownBy(() -> store.get(dossier, infected.sha256()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().slug()).isEqualTo("file-infected"));
        try (InputStream kept = store.open(dossier, infected.sha256())) {
            assertThat(kept.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void files_that_do_not_open_or_cannot_be_scanned_wait_behind_the_others() throws IOException {
        try (FakeClamd clamd = new FakeClamd()) {
            SealedStore store = waitingStore();
            StoredFile altered = store.put(dossier, SamplePdf.of("altered"), MOST);
            alter(altered);
            StoredFile absent = store.put(dossier, SamplePdf.of("absent"), MOST);
            blobs.delete(dossier, absent.sha256());
            byte[] refused = SamplePdf.bytes("too deep for the scanner");
            StoredFile tooDeep = store.put(dossier, new ByteArrayInputStream(refused), MOST);
            clamd.cannotScan(refused);
            for (int i = 0; i < 4; i++) {
                store.put(dossier, SamplePdf.of("clean " + i), MOST);
            }
            LateScans late = late(store, clamd);
            assertThat(late.scan()).isTrue();
            assertThat(late.scan()).isFalse();
            assertThat(books.count(Scan.WAITING)).isEqualTo(3);
            assertThat(late.scan()).isFalse();
            assertThat(books.toScan(10)).isEmpty();
            lookedAtLongAgo(tooDeep);
            clamd.cannotScan(null);
            late.scan();
            assertThat(books.count(Scan.WAITING)).isEqualTo(2);
        }
    }

    @Test
    void a_file_that_makes_the_scanner_break_off_waits_behind_the_others_while_it_answers() throws IOException {
        SealedStore store = waitingStore();
        StoredFile killing = store.put(dossier, SamplePdf.of("killing"), MOST);
        StoredFile clean = store.put(dossier, SamplePdf.of("clean"), MOST);
        VirusScan scanner = new VirusScan() {
            @Override
            public Verdict scan(InputStream content) throws IOException {
                if (Arrays.equals(content.readAllBytes(), SamplePdf.bytes("killing"))) {
                    throw new Away("connection reset", null);
                }
                return new Verdict(null);
            }

            @Override
            public boolean answers() {
                return true;
            }
        };
        new LateScans(store, books, new Scanning(scanner, WhenAway.ACCEPT)).scan();
        assertThat(scan(killing)).isEqualTo("WAITING");
        assertThat(scan(clean)).isEqualTo("CLEAN");
    }

    @Test
    void while_the_scanner_works_no_transaction_runs_and_no_row_is_locked() throws IOException {
        SealedStore store = waitingStore();
        StoredFile file = store.put(dossier, SamplePdf.of("a page"), MOST);
        VirusScan scanner = new VirusScan() {
            @Override
            public Verdict scan(InputStream content) {
                assertThat(QuarkusTransaction.isActive()).isFalse();
                QuarkusTransaction.requiringNew().run(() -> store.keep(dossier, file.sha256()));
                return new Verdict(null);
            }

            @Override
            public boolean answers() {
                return true;
            }
        };
        LateScans late = new LateScans(store, books, new Scanning(scanner, WhenAway.ACCEPT));
        assertThat(late.remote()).isTrue();
        late.scan();
        assertThat(scan(file)).isEqualTo("CLEAN");
    }

    @Test
    void an_infected_file_stays_locked_up_whoever_sends_the_same_bytes_again() throws IOException {
        SealedStore waiting = waitingStore();
        StoredFile infected = waiting.put(dossier, infectedPdf(), MOST);
        try (FakeClamd back = new FakeClamd()) {
            late(waiting, back).scan();
        }
        for (SealedStore store : List.of(waiting, store(new Scanning(null, WhenAway.REFUSE)))) {
            assertThatThrownBy(() -> store.put(dossier, infectedPdf(), MOST))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.type().slug()).isEqualTo("file-infected"));
            assertThat(scan(infected)).isEqualTo("INFECTED");
            assertThatThrownBy(() -> store.get(dossier, infected.sha256())).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> thumbnails.get(dossier, infected.sha256())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_scanner_that_is_switched_off_takes_back_nothing_that_one_said() {
        SealedStore off = store(new Scanning(null, WhenAway.REFUSE));
        StoredFile waiting = waitingStore().put(dossier, SamplePdf.of("a page"), MOST);
        off.put(dossier, SamplePdf.of("a page"), MOST);
        assertThat(scan(waiting)).isEqualTo("WAITING");
    }

    private SealedStore waitingStore() {
        FakeClamd away = new FakeClamd();
        away.close();
        return store(new Scanning(away.client(), WhenAway.ACCEPT));
    }

    private String scan(StoredFile file) {
        return Sql.query(
                        source,
                        "select scan from stored_file where dossier_id = ? and sha256 = ?",
                        row -> row.getString(1),
                        dossier,
                        file.sha256())
                .get(0);
    }

    private void lookedAtLongAgo(StoredFile file) {
        Sql.update(
                source,
                "update stored_file set looked_at = ? where dossier_id = ? and sha256 = ?",
                clock.instant().minus(Duration.ofHours(2)),
                dossier,
                file.sha256());
    }

    private void alter(StoredFile file) throws IOException {
        String id = dossier.toString();
        Path sealed = Path.of(config.files(), "sealed", id.substring(id.length() - 2), id, file.sha256());
        byte[] altered = Files.readAllBytes(sealed);
        altered[altered.length / 2] ^= 1;
        Files.write(sealed, altered);
    }

    private static InputStream infectedPdf() throws IOException {
        byte[] pdf = SamplePdf.bytes("infected");
        byte[] both = new byte[pdf.length + 100];
        System.arraycopy(pdf, 0, both, 0, pdf.length);
        System.arraycopy(Eicar.bytes(), 0, both, pdf.length, Eicar.bytes().length);
        return new ByteArrayInputStream(both);
    }

    private SealedStore store(Scanning scanning) {
        return new SealedStore(blobs, spool, keys, books, former, scanning, timers, clock);
    }

    private LateScans late(SealedStore store, FakeClamd clamd) {
        return new LateScans(store, books, new Scanning(clamd.client(), WhenAway.ACCEPT));
    }
}
