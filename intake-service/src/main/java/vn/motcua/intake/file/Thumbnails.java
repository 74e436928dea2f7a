package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.content.Content;
import vn.motcua.intake.content.Thumbnail;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Small pictures of first pages: drawn when first asked for, one at a time, and kept sealed beside their files. Whoever waits longer
 * than ten seconds is sent away.
 */
@ApplicationScoped
public class Thumbnails {
    private static final int MOST_BYTES = 1_000_000;
    private static final int WAITS_SECONDS = 10;
    private static final String NAME = ".jpg";

    private final Semaphore drawing = new Semaphore(1);
    private final AgroalDataSource source;
    private final FileKeys keys;
    private final Blobs blobs;
    private final Spool spool;

    Thumbnails(AgroalDataSource source, FileKeys keys, Blobs blobs, Spool spool) {
        this.source = source;
        this.keys = keys;
        this.blobs = blobs;
        this.spool = spool;
    }

    private record Known(String mediaType, String thumbnail) {}

    /**
     * The JPEG of a file that a paper of the dossier holds; outside any transaction.
     *
     * @throws NoSuchElementException where there is no picture of it
     * @throws ProblemException 503 where too many are asked for at once
     */
    public byte[] get(UUID dossierId, String sha256) {
        Known known = known(dossierId, sha256);
        Seal seal = keys.forReading(dossierId).orElseThrow(() -> new NoSuchElementException("no key"));
        if (known.thumbnail() == null) {
            return drawn(dossierId, sha256, seal);
        }
        if (known.thumbnail().equals("NONE")) {
            throw new NoSuchElementException("no picture");
        }
        try (InputStream kept = seal.opening(blobs.get(dossierId, sha256 + NAME))) {
            return kept.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Known known(UUID dossierId, String sha256) {
        List<Known> rows = Sql.query(
                source,
                "select media_type, thumbnail from stored_file where dossier_id = ? and sha256 = ?",
                row -> new Known(row.getString(1), row.getString(2)),
                dossierId,
                sha256);
        if (rows.isEmpty()) {
            throw new NoSuchElementException("no file");
        }
        return rows.get(0);
    }

    private byte[] drawn(UUID dossierId, String sha256, Seal seal) {
        try {
            if (!drawing.tryAcquire(WAITS_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(Problems.UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problems.UNAVAILABLE);
        }
        try {
            // another may have drawn it meanwhile
            Known known = known(dossierId, sha256);
            return known.thumbnail() == null ? draw(dossierId, sha256, seal, known) : get(dossierId, sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drawing.release();
        }
    }

    private byte[] draw(UUID dossierId, String sha256, Seal seal, Known known) throws IOException {
        byte[] jpeg;
        try (Spool.Arriving copy = spool.arriving();
                InputStream sealed = blobs.get(dossierId, sha256)) {
            Files.copy(sealed, copy.path());
            try (FileChannel file = FileChannel.open(copy.path());
                    SeekableByteChannel content = seal.opening(file)) {
                jpeg = Thumbnail.of(new Content(content), known.mediaType());
            }
        }
        if (jpeg != null) {
            try (Spool.Arriving arriving = spool.arriving()) {
                Sealing.write(new ByteArrayInputStream(jpeg), seal, arriving.path(), MOST_BYTES);
                blobs.put(dossierId, sha256 + NAME, arriving.path());
            }
        }
        Sql.update(
                source,
                "update stored_file set thumbnail = ? where dossier_id = ? and sha256 = ?",
                jpeg == null ? "NONE" : "MADE",
                dossierId,
                sha256);
        if (jpeg == null) {
            throw new NoSuchElementException("no picture");
        }
        return jpeg;
    }

    /** Goes with its file. */
    static void remove(Blobs blobs, UUID dossierId, String sha256) throws IOException {
        blobs.delete(dossierId, sha256 + NAME);
    }
}
