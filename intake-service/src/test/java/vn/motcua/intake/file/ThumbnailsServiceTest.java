package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.content.SampleFiles;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;

@QuarkusTest
class ThumbnailsServiceTest {
    private static final long MOST = 1_000_000;

    @Inject
    Blobs blobs;

    @Inject
    Spool spool;

    @Inject
    FileStore store;

    @Inject
    FileKeys keys;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    private UUID dossier;

    @BeforeEach
    void opened() {
        catalogue.loaded();
        dossier = UUID.fromString(Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"));
    }

    @Test
    void a_fault_that_passes_is_no_lasting_lack_of_a_picture_and_is_not_tried_all_the_time() {
        StoredFile file = store.put(dossier, SamplePdf.of("a page"), MOST);
        int[] asked = {0};
        boolean[] away = {true};
        Thumbnails thumbnails = thumbnails(new HookedBlobs(blobs, name -> {
            asked[0]++;
            if (away[0]) {
                throw new IOException("connection reset");
            }
        }));
        for (int i = 0; i < 3; i++) {
            notNow(thumbnails, file);
        }
        assertThat(asked[0]).isEqualTo(1);
        away[0] = false;
        notNow(thumbnails, file);
        Sql.update(
                source,
                "update stored_file set thumbnail_tried_at = ? where dossier_id = ?",
                clock.instant().minus(Duration.ofMinutes(11)),
                dossier);
        assertThat(thumbnails.get(dossier, file.sha256())).isNotEmpty();
        away[0] = true;
        notNow(thumbnails, file);
        away[0] = false;
        assertThat(thumbnails.get(dossier, file.sha256())).isNotEmpty();
    }

    @Test
    void what_never_has_a_picture_is_asked_for_once() {
        StoredFile file = store.put(dossier, new ByteArrayInputStream(SampleFiles.docx()), MOST);
        int[] asked = {0};
        Thumbnails thumbnails = thumbnails(new HookedBlobs(blobs, name -> asked[0]++));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> thumbnails.get(dossier, file.sha256())).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(asked[0]).isEqualTo(1);
    }

    private Thumbnails thumbnails(Blobs from) {
        return new Thumbnails(source, keys, from, spool, clock);
    }

    private void notNow(Thumbnails thumbnails, StoredFile file) {
        assertThatThrownBy(() -> thumbnails.get(dossier, file.sha256()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(Problems.UNAVAILABLE));
    }
}
