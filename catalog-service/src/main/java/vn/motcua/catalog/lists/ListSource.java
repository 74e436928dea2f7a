package vn.motcua.catalog.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Where lists come from: the ones shipped with the service, or a package somebody sends. */
public interface ListSource {
    /** The file's bytes, or null where the source has no such file. */
    byte[] bytes(String file);

    /** The lists shipped under {@code /data}. */
    static ListSource shipped() {
        return file -> {
            try (InputStream in = ListSource.class.getResourceAsStream("/data/" + file)) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** A package of files; what it lacks is taken from {@code otherwise} (null: from nowhere). */
    static ListSource of(Map<String, byte[]> files, ListSource otherwise) {
        return file -> files.containsKey(file) || otherwise == null ? files.get(file) : otherwise.bytes(file);
    }
}
