package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import vn.motcua.intake.virus.Scan;
import vn.motcua.intake.virus.Scanning;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every minute: files taken while the scanner was away are scanned. What was acknowledged is not deleted; an infected one is locked up. */
@ApplicationScoped
class LateScans implements TimerTask {
    private static final String TASK = "late-scans";
    private static final int MOST = 5;
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;

    private final SealedStore store;
    private final StoredFiles books;
    private final Scanning scanning;
    private final Timers timers;
    private final AgroalDataSource source;
    private final Clock clock;

    LateScans(
            SealedStore store,
            StoredFiles books,
            Scanning scanning,
            Timers timers,
            AgroalDataSource source,
            Clock clock) {
        this.store = store;
        this.books = books;
        this.scanning = scanning;
        this.timers = timers;
        this.source = source;
        this.clock = clock;
    }

    /** One waits at any time; a restart begins anew, whatever clock the last run had. */
    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        Sql.update(source, "delete from scheduled_tasks where task_name = ? and not picked", TASK);
        next(clock.instant());
    }

    private void next(Instant at) {
        timers.schedule(TASK, at.toString(), at);
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        boolean more = scan();
        next(clock.instant().plus(more ? Duration.ofMillis(1) : EVERY));
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
