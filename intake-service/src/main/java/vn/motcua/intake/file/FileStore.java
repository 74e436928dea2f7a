package vn.motcua.intake.file;

import java.io.InputStream;

/** Keeps files by their content, so that the same bytes are stored once and nobody can change them unseen. */
public interface FileStore {
    /**
     * Stores a stream without holding it in memory. What breaks off, is too large or of another type leaves nothing behind.
     *
     * @param maxBytes the largest size accepted
     * @throws vn.motcua.platform.problem.ProblemException 413 if larger, 415 if neither PDF, JPEG, PNG nor TIFF (an empty file is none)
     * @throws java.io.UncheckedIOException if the stream breaks off or the disk refuses
     */
    StoredFile put(InputStream content, long maxBytes);

    /**
     * Opens a stored file; the caller closes it.
     *
     * @throws java.util.NoSuchElementException if it is not here
     */
    InputStream get(String sha256);
}
