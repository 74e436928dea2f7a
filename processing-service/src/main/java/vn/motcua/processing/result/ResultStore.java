package vn.motcua.processing.result;

import java.io.IOException;
import java.io.OutputStream;

/** Where the bytes of results lie, once per content, named by their SHA-256. */
public interface ResultStore {
    /** Keeps the bytes; does nothing where they are kept already. Joins the caller's transaction. */
    void put(Upload upload);

    /** Destroys the bytes, unless another file has the same. Joins the caller's transaction; of several, in the order of their digests. */
    void remove(String sha256);

    /** Writes the bytes; holds neither a whole file in memory nor a transaction while writing. */
    void write(String sha256, OutputStream out) throws IOException;
}
