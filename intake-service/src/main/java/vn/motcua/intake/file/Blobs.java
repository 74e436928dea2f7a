package vn.motcua.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** Where sealed files lie: knows their names and nothing of what is in them. */
interface Blobs {
    /** The folder where files arrive before they come here. */
    Path spool();

    /**
     * Takes a file over, at once or not at all, in place of one of that name; durable when it returns.
     *
     * @param sealed may be moved away
     */
    void put(UUID dossierId, String name, Path sealed) throws IOException;

    /** @throws java.util.NoSuchElementException if it is not here */
    InputStream get(UUID dossierId, String name) throws IOException;

    /** Nothing happens where there is none. */
    void delete(UUID dossierId, String name) throws IOException;

    void deleteAll(UUID dossierId) throws IOException;
}
