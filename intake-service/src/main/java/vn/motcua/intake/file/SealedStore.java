package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.content.Content;
import vn.motcua.intake.content.Found;
import vn.motcua.intake.content.Inspection;
import vn.motcua.intake.virus.Scan;
import vn.motcua.intake.virus.Scanning;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.timer.Timers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** A file comes in sealed under a name of its own, is looked at, written in the books and then put in its place. */
@ApplicationScoped
class SealedStore implements FileStore {
    private static final Logger LOG = Logger.getLogger(SealedStore.class);

    private final Blobs blobs;
    private final Spool spool;
    private final FileKeys keys;
    private final StoredFiles books;
    private final PlainFiles former;
    private final Scanning scanning;
    private final Timers timers;
    private final Clock clock;

    SealedStore(
            Blobs blobs,
            Spool spool,
            FileKeys keys,
            StoredFiles books,
            PlainFiles former,
            Scanning scanning,
            Timers timers,
            Clock clock) {
        this.blobs = blobs;
        this.spool = spool;
        this.keys = keys;
        this.books = books;
        this.former = former;
        this.scanning = scanning;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public StoredFile put(UUID dossierId, InputStream content, long maxBytes) {
        Seal seal = keys.forWriting(dossierId);
        try (Spool.Arriving arriving = spool.arriving()) {
            Sealing.Written written = Sealing.write(content, seal, arriving.path(), maxBytes);
            StoredFile file = looked(seal, arriving.path(), written);
            if (books.arriving(dossierId, file) == Scan.INFECTED) {
                throw Scanning.infected();
            }
            place(dossierId, file.sha256(), arriving.path());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A store that is full or away is no fault of who brings a file. */
    private void place(UUID dossierId, String sha256, Path sealed) {
        try {
            blobs.put(dossierId, sha256, sealed);
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static ProblemException away(IOException e) {
        LOG.error("the file store is away", e);
        return new ProblemException(Problems.UNAVAILABLE);
    }

    /**
     * Seals a file that the store held in plain, as it was taken then; outside any transaction, so that its key lies in the database
     * before anything is sealed by it.
     */
    void seal(UUID dossierId, StoredFile file, InputStream content) throws IOException {
        Seal seal = keys.forWriting(dossierId);
        try (Spool.Arriving arriving = spool.arriving()) {
            Sealing.write(content, seal, arriving.path(), file.size());
            books.arriving(dossierId, file);
            blobs.put(dossierId, file.sha256(), arriving.path());
            books.keepHeld(dossierId, file.sha256());
        }
    }

    /** Whether its sealed bytes open whole and are what their address says; reads them all. */
    boolean sealed(UUID dossierId, String sha256) {
        try (InputStream content = opened(
                keys.forReading(dossierId).orElseThrow(() -> new NoSuchElementException("no key")),
                blobs.get(dossierId, sha256),
                sha256)) {
            content.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | NoSuchElementException | IllegalStateException notSealed) {
            LOG.warnf("a file of dossier %s is not sealed: %s", dossierId, notSealed.getMessage());
            return false;
        }
    }

    private StoredFile looked(Seal seal, Path sealed, Sealing.Written written) throws IOException {
        try (FileChannel file = FileChannel.open(sealed);
                SeekableByteChannel opened = seal.opening(file)) {
            Content content = new Content(opened);
            Found found = Inspection.look(content);
            Scan scan = scanning.incoming(content.from(0));
            return new StoredFile(written.sha256(), written.size(), found.mediaType(), found.pages(), scan);
        }
    }

    @Override
    public InputStream get(UUID dossierId, String sha256) {
        if (books.infected(dossierId, sha256)) {
            throw Scanning.infected();
        }
        return open(dossierId, sha256);
    }

    /** The same whatever the scanner said of it. */
    InputStream open(UUID dossierId, String sha256) {
        if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
            throw new NoSuchElementException("no such file");
        }
        Optional<Seal> seal = keys.forReading(dossierId);
        InputStream sealed;
        try {
            if (seal.isEmpty()) {
                return former.get(sha256);
            }
            sealed = blobs.get(dossierId, sha256);
        } catch (NoSuchElementException absent) {
            return former.get(sha256);
        } catch (IOException e) {
            throw away(e);
        }
        try {
            return opened(seal.get(), sealed, sha256);
        } catch (IOException e) {
            LOG.errorf(e, "a file of dossier %s does not open", dossierId);
            throw new ProblemException(IntakeProblem.FILE_DAMAGED);
        }
    }

    private static InputStream opened(Seal seal, InputStream sealed, String sha256) throws IOException {
        return new CheckedContent(seal.opening(sealed), sha256);
    }

    @Override
    public void keep(UUID dossierId, String sha256) {
        if (!books.keep(dossierId, sha256, true)) {
            throw new ProblemException(Problems.CONFLICT);
        }
    }

    @Override
    public long measure(UUID dossierId) {
        return books.measure(dossierId);
    }

    @Override
    public Map<String, Scan> scans(UUID dossierId) {
        return books.scans(dossierId);
    }

    @Override
    public void release(UUID dossierId, String sha256) {
        books.keep(dossierId, sha256, false);
    }

    @Override
    public void erase(UUID dossierId) {
        keys.erase(dossierId);
        books.forgetAll(dossierId);
        timers.schedule(FileErasure.TASK, dossierId.toString(), clock.instant());
    }
}
