package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.virus.Scan;
import vn.motcua.intake.virus.Scanning;
import vn.motcua.platform.timer.Round;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Every minute: files taken while the scanner was away are scanned. What was acknowledged is not deleted; an infected one is locked up. */
@ApplicationScoped
class LateScans implements Round {
    private static final String TASK = "late-scans";
    private static final int MOST = 5;
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SealedStore store;
    private final StoredFiles books;
    private final Scanning scanning;

    LateScans(SealedStore store, StoredFiles books, Scanning scanning) {
        this.store = store;
        this.books = books;
        this.scanning = scanning;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Duration round() {
        return scan() ? Duration.ZERO : EVERY;
    }

    /** @return whether more may wait, and the scanner answers */
    boolean scan() {
        List<StoredFiles.Left> waiting = books.toScan(MOST);
        for (StoredFiles.Left each : waiting) {
            try (InputStream content = store.open(each.dossierId(), each.sha256())) {
                Scan said = scanning.waiting(content);
                if (said == Scan.WAITING) {
                    return false;
                }
                books.scanned(each.dossierId(), each.sha256(), said);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return waiting.size() == MOST;
    }
}
