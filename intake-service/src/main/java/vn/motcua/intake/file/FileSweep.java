package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.platform.timer.Round;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Every ten minutes: what killed processes left and what no paper holds goes, and data keys of former master keys are wrapped anew. What
 * fails holds up nothing else.
 */
@ApplicationScoped
class FileSweep implements Round {
    private static final Logger LOG = Logger.getLogger(FileSweep.class);
    private static final String TASK = "file-sweep";
    private static final int MOST = 100;
    private static final int MOST_FAILURES = 5;
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Blobs blobs;
    private final Spool spool;
    private final FormFiles forms;
    private final StoredFiles books;
    private final FileKeys keys;

    FileSweep(Blobs blobs, Spool spool, FormFiles forms, StoredFiles books, FileKeys keys) {
        this.blobs = blobs;
        this.spool = spool;
        this.forms = forms;
        this.books = books;
        this.keys = keys;
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
        apart("half-received files", () -> done(spool::sweep));
        apart("files of forms", () -> done(forms::sweep));
        boolean more = apart("files that no paper holds", this::sweep);
        apart("data keys", () -> done(() -> keys.rotate(MOST)));
        return more ? Duration.ZERO : EVERY;
    }

    /** @return whether more may wait; a part that failed comes again with the next round */
    private static boolean apart(String what, BooleanSupplier part) {
        try {
            return part.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.errorf(e, "the sweep of %s failed", what);
            return false;
        }
    }

    private static boolean done(Runnable work) {
        work.run();
        return false;
    }

    /**
     * A file goes once the books say so and before they forget it: who puts the same one meanwhile is sent away, and one that was
     * interrupted goes with a later sweep.
     *
     * @return whether more may wait
     */
    boolean sweep() {
        List<StoredFiles.Place> going = books.going(MOST);
        int failures = 0;
        for (StoredFiles.Place each : going) {
            try {
                blobs.delete(each.dossierId(), each.sha256());
                Thumbnails.remove(blobs, each.dossierId(), each.sha256());
                books.forget(each.dossierId(), each.sha256());
            } catch (IOException e) {
                LOG.errorf(e, "a file of dossier %s is not deleted", each.dossierId());
                books.stays(each.dossierId(), each.sha256());
                if (++failures == MOST_FAILURES) {
                    return false;
                }
            }
        }
        return going.size() == MOST;
    }
}
