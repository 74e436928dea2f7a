package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every ten minutes: what no paper holds goes, and data keys of former master keys are wrapped anew. */
@ApplicationScoped
class FileSweep implements TimerTask {
    private static final String TASK = "file-sweep";
    private static final int MOST = 100;
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;

    private final Blobs blobs;
    private final Spool spool;
    private final FormFiles forms;
    private final StoredFiles books;
    private final FileKeys keys;
    private final Timers timers;
    private final AgroalDataSource source;
    private final Clock clock;

    FileSweep(
            Blobs blobs,
            Spool spool,
            FormFiles forms,
            StoredFiles books,
            FileKeys keys,
            Timers timers,
            AgroalDataSource source,
            Clock clock) {
        this.blobs = blobs;
        this.spool = spool;
        this.forms = forms;
        this.books = books;
        this.keys = keys;
        this.timers = timers;
        this.source = source;
        this.clock = clock;
    }

    /** One sweep waits at any time; a restart begins anew, whatever clock the last run had. */
    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        spool.sweep();
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
        spool.sweep();
        forms.sweep();
        boolean more = sweep() | keys.rotate(MOST);
        next(clock.instant().plus(more ? Duration.ofMillis(1) : EVERY));
    }

    /** The file goes while its row is locked: whoever puts the same one again comes after. */
    boolean sweep() {
        List<StoredFiles.Left> left = books.left(MOST);
        for (StoredFiles.Left each : left) {
            try {
                blobs.delete(each.dossierId(), each.sha256());
                Thumbnails.remove(blobs, each.dossierId(), each.sha256());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            books.forget(each.dossierId(), each.sha256());
        }
        return left.size() == MOST;
    }
}
