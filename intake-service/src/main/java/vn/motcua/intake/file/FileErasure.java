package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.timer.TimerTask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Removes the sealed files of a dossier whose key is gone; once that is committed, never before. */
@ApplicationScoped
class FileErasure implements TimerTask {
    static final String TASK = "file-erasure";

    private final Blobs blobs;

    FileErasure(Blobs blobs) {
        this.blobs = blobs;
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
    public void fire(String dossierId) {
        try {
            blobs.deleteAll(UUID.fromString(dossierId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
