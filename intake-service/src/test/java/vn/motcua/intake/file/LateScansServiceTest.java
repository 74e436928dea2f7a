package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.intake.Desk;
import vn.motcua.intake.IntakeConfig.VirusScanner.WhenAway;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.virus.Eicar;
import vn.motcua.intake.virus.FakeClamd;
import vn.motcua.intake.virus.Scan;
import vn.motcua.intake.virus.Scanning;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.timer.Timers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;

@QuarkusTest
class LateScansServiceTest {
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
    Clock clock;

    @Test
    void a_file_taken_while_the_scanner_was_away_is_scanned_later_and_an_infected_one_stays_locked_up()
            throws IOException {
        catalogue.loaded();
        UUID dossier = UUID.fromString(Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"));
        FakeClamd away = new FakeClamd();
        away.close();
        SealedStore store = store(new Scanning(away.client(), WhenAway.ACCEPT));
        StoredFile clean = store.put(dossier, SamplePdf.of("clean"), 1_000_000);
        StoredFile infected = store.put(dossier, infectedPdf(), 1_000_000);
        assertThat(clean.scan()).isEqualTo(Scan.WAITING);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> late(store, away).scan()))
                .isFalse();
        assertThat(books.count(Scan.WAITING)).isEqualTo(2);
        try (FakeClamd back = new FakeClamd()) {
            QuarkusTransaction.requiringNew().run(() -> late(store, back).scan());
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
