package vn.motcua.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** A place for files that does something of its own before a file is read or deleted. */
final class HookedBlobs implements Blobs {
    /** What happens before, which may fail. */
    interface Before {
        void asked(String name) throws IOException;
    }

    private final Blobs blobs;
    private final Before before;

    HookedBlobs(Blobs blobs, Before before) {
        this.blobs = blobs;
        this.before = before;
    }

    @Override
    public Path spool() {
        return blobs.spool();
    }

    @Override
    public void put(UUID dossierId, String name, Path sealed) throws IOException {
        blobs.put(dossierId, name, sealed);
    }

    @Override
    public InputStream get(UUID dossierId, String name) throws IOException {
        before.asked(name);
        return blobs.get(dossierId, name);
    }

    @Override
    public void delete(UUID dossierId, String name) throws IOException {
        before.asked(name);
        blobs.delete(dossierId, name);
    }

    @Override
    public void deleteAll(UUID dossierId) throws IOException {
        blobs.deleteAll(dossierId);
    }
}
