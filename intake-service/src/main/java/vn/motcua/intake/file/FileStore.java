package vn.motcua.intake.file;

import vn.motcua.intake.virus.Scan;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the files of dossiers by their content, sealed under a key of the dossier: nobody reads or changes them unseen, and the same
 * bytes under two dossiers are two files that do not give each other away.
 */
public interface FileStore {
    /**
     * Stores a stream without holding it in memory; outside any transaction. What breaks off, is too large or of another type leaves
     * nothing behind. A file that no paper comes to {@link #keep} is swept.
     *
     * @param maxBytes the largest size accepted
     * @throws vn.motcua.platform.problem.ProblemException 413 if larger, 415 if of no accepted type (an empty file is none),
     *     422 if it is encrypted, broken, cut, a bomb or infected
     * @throws java.io.UncheckedIOException if the stream breaks off or the store refuses
     */
    StoredFile put(UUID dossierId, InputStream content, long maxBytes);

    /**
     * Opens a stored file; the caller closes it. Reading it fails with an {@link java.io.IOException} where it was cut or altered,
     * at the latest before its last byte is given.
     *
     * @throws java.util.NoSuchElementException if it is not here
     * @throws vn.motcua.platform.problem.ProblemException 500 if it does not open at all, 422 if it was found infected
     */
    InputStream get(UUID dossierId, String sha256);

    /**
     * A paper of the dossier holds the file from now on; in the transaction of the paper.
     *
     * @throws vn.motcua.platform.problem.ProblemException 409 where it was swept in between
     */
    void keep(UUID dossierId, String sha256);

    /** What the files that papers of the dossier hold measure together, in bytes. */
    long measure(UUID dossierId);

    /** What is known of the viruses of its files now, by their addresses. */
    Map<String, Scan> scans(UUID dossierId);

    /** No paper of the dossier holds the file any more; in the transaction of the paper. */
    void release(UUID dossierId, String sha256);

    /** Forgets the dossier's key, and with it all its files wherever copies of them lie; in the caller's transaction. */
    void erase(UUID dossierId);
}
