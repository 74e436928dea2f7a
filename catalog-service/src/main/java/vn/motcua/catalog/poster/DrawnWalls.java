package vn.motcua.catalog.poster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

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

    private final Cache<Object, Path> files = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(LIFE)
            .removalListener(DrawnWalls::removed)
            .build();

    /** Draws a wall into a stream. */
    interface Drawing {
        void into(OutputStream out) throws IOException;
    }

    /** @param depends all that the wall says or is drawn by: equal for equal walls */
    void write(Object depends, Drawing drawing, OutputStream out) throws IOException {
        Files.copy(files.get(depends, key -> drawn(drawing)), out);
    }

    private static Path drawn(Drawing drawing) {
        try {
            Path file = Files.createTempFile("wall", ".pdf");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                drawing.into(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removed(Object depends, Path file, RemovalCause cause) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void forget() {
        files.invalidateAll();
        files.cleanUp();
    }
}
