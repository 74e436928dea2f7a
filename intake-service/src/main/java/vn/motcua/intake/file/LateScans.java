package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.intake.virus.Scan;
import vn.motcua.intake.virus.Scanning;
import vn.motcua.intake.virus.VirusScan;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.timer.Round;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/**
 * Every minute: files taken while the scanner was away are scanned. What was acknowledged is not deleted; an infected one is locked up.
 * A file that does not open, or that the scanner cannot scan, waits behind the others.
 */
@ApplicationScoped
class LateScans implements Round {
    private static final Logger LOG = Logger.getLogger(LateScans.class);
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
    public boolean remote() {
        return true;
    }

    @Override
    public Duration round() {
        return scan() ? Duration.ZERO : EVERY;
    }

    /** @return whether more may wait, and scanner and store answer */
    boolean scan() {
        List<StoredFiles.Place> waiting = books.toScan(MOST);
        for (StoredFiles.Place each : waiting) {
            if (!scan(each)) {
                return false;
            }
        }
        return waiting.size() == MOST;
    }

    /** @return whether it makes sense to go on */
    private boolean scan(StoredFiles.Place place) {
        try (InputStream content = store.open(place.dossierId(), place.sha256())) {
            Scan said = scanning.waiting(content);
            books.scanned(place.dossierId(), place.sha256(), said);
            return true;
        } catch (VirusScan.Away away) {
            return scanning.state() == Scanning.State.ON && later(place, away);
        } catch (ProblemException e) {
            return e.type() != Problems.UNAVAILABLE && later(place, e);
        } catch (IOException | RuntimeException e) {
            return later(place, e);
        }
    }

    private boolean later(StoredFiles.Place place, Exception why) {
        LOG.errorf(why, "a file of dossier %s is not scanned", place.dossierId());
        books.notScanned(place.dossierId(), place.sha256());
        return true;
    }
}
