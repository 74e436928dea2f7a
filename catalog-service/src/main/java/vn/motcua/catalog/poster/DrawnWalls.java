package vn.motcua.catalog.poster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Walls that were drawn lately, as temporary files: a wall costs seconds of a processor, everybody may ask for it, and it stays the same
 * until what it says changes. Who asks for one that is being drawn gets the same drawing.
 */
@ApplicationScoped
class DrawnWalls {
    private static final int KEPT = 50;
    private static final Duration LIFE = Duration.ofHours(1);

    private final Cache<Object, File> files = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(LIFE)
            .removalListener((Object depends, File file, RemovalCause cause) -> delete(file))
            .build();

    /** Draws a wall into a stream. */
    interface Drawing {
        void into(OutputStream out) throws IOException;
    }

    /**
     * The wall, drawn before anything of it is sent, so that who cannot have it now is told so.
     *
     * @param depends all that the wall says or is drawn by: equal for equal walls
     */
    File of(Object depends, Drawing drawing) {
        return files.get(depends, key -> drawn(drawing));
    }

    private static File drawn(Drawing drawing) {
        try {
            Path file = Files.createTempFile("wall", ".pdf");
            boolean whole = false;
            try (OutputStream out = Files.newOutputStream(file)) {
                drawing.into(out);
                whole = true;
            } finally {
                if (!whole) {
                    Files.delete(file);
                }
            }
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(File file) {
        try {
            Files.deleteIfExists(file.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void forget() {
        files.asMap().values().forEach(DrawnWalls::delete);
    }
}
