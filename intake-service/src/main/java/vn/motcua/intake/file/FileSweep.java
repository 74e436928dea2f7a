package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.timer.Round;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Every ten minutes: what no paper holds goes, and data keys of former master keys are wrapped anew. */
@ApplicationScoped
class FileSweep implements Round {
    private static final String TASK = "file-sweep";
    private static final int MOST = 100;
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
    public Duration round() {
        spool.sweep();
        forms.sweep();
        boolean more = sweep() | keys.rotate(MOST);
        return more ? Duration.ZERO : EVERY;
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
