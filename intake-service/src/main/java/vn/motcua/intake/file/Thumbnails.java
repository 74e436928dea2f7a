package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.intake.content.Content;
import vn.motcua.intake.content.Thumbnail;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Small pictures of first pages: drawn when first asked for, one at a time, and kept sealed beside their files. Whoever waits longer
 * than ten seconds is sent away; what was not drawn for a cause that may pass is tried again after ten minutes.
 */
@ApplicationScoped
public class Thumbnails {
    private static final Logger LOG = Logger.getLogger(Thumbnails.class);
    private static final int MOST_BYTES = 1_000_000;
    private static final int WAITS_SECONDS = 10;
    private static final String NAME = ".jpg";
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private final Semaphore drawing = new Semaphore(1);
    private final AgroalDataSource source;
    private final FileKeys keys;
    private final Blobs blobs;
    private final Spool spool;
    private final Clock clock;

    Thumbnails(AgroalDataSource source, FileKeys keys, Blobs blobs, Spool spool, Clock clock) {
        this.source = source;
        this.keys = keys;
        this.blobs = blobs;
        this.spool = spool;
        this.clock = clock;
    }

    private record Known(String mediaType, String thumbnail, Instant triedAt) {}

    /**
     * The JPEG of a file that a paper of the dossier holds; outside any transaction.
     *
     * @throws NoSuchElementException where there is no picture of it
     * @throws ProblemException 503 where too many are asked for at once, or it could not be drawn or read just now
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
            throw notNow(e);
        }
    }

    private Known known(UUID dossierId, String sha256) {
        List<Known> rows = Sql.query(
                source,
                "select media_type, thumbnail, thumbnail_tried_at from stored_file where dossier_id = ? and sha256 = ?"
                        + " and scan <> 'INFECTED'",
                row -> new Known(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant()),
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
        } finally {
            drawing.release();
        }
    }

    private byte[] draw(UUID dossierId, String sha256, Seal seal, Known known) {
        Instant now = clock.instant();
        if (known.triedAt() != null && now.isBefore(known.triedAt().plus(AGAIN_AFTER))) {
            throw new ProblemException(Problems.UNAVAILABLE);
        }
        byte[] jpeg;
        try {
            jpeg = picture(dossierId, sha256, seal, known);
            if (jpeg != null) {
                keep(dossierId, sha256, seal, jpeg);
            }
        } catch (Thumbnail.NotNow | IOException e) {
            noted(dossierId, sha256, null, now);
            throw notNow(e);
        }
        noted(dossierId, sha256, jpeg == null ? "NONE" : "MADE", now);
        if (jpeg == null) {
            throw new NoSuchElementException("no picture");
        }
        return jpeg;
    }

    private byte[] picture(UUID dossierId, String sha256, Seal seal, Known known) throws IOException {
        try (Spool.Arriving copy = spool.arriving();
                InputStream sealed = blobs.get(dossierId, sha256)) {
            Files.copy(sealed, copy.path());
            try (FileChannel file = FileChannel.open(copy.path());
                    SeekableByteChannel content = seal.opening(file)) {
                return Thumbnail.of(new Content(content), known.mediaType());
            }
        }
    }

    private void keep(UUID dossierId, String sha256, Seal seal, byte[] jpeg) throws IOException {
        try (Spool.Arriving arriving = spool.arriving()) {
            Sealing.write(new ByteArrayInputStream(jpeg), seal, arriving.path(), MOST_BYTES);
            blobs.put(dossierId, sha256 + NAME, arriving.path());
        }
    }

    private void noted(UUID dossierId, String sha256, String thumbnail, Instant at) {
        Sql.update(
                source,
                "update stored_file set thumbnail = ?, thumbnail_tried_at = ? where dossier_id = ? and sha256 = ?",
                thumbnail,
                at,
                dossierId,
                sha256);
    }

    private static ProblemException notNow(Exception e) {
        LOG.warn("a picture of a first page is not to be had now", e);
        return new ProblemException(Problems.UNAVAILABLE);
    }

    /** Goes with its file. */
    static void remove(Blobs blobs, UUID dossierId, String sha256) throws IOException {
        blobs.delete(dossierId, sha256 + NAME);
    }
}
