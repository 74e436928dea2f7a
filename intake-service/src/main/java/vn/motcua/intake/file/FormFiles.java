package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.Stream;

/** Files of people's forms, which the server lays down while a request runs and removes after it; a killed one removes nothing. */
@ApplicationScoped
class FormFiles {
    private static final Duration NO_REQUEST_LASTS = Duration.ofHours(1);

    private final Path folder;

    FormFiles(IntakeConfig config) {
        this.folder = config.formFiles();
    }

    /** The age is measured by the disk's own clock. */
    void sweep() {
        try {
            Files.createDirectories(folder);
            Path now = Files.createTempFile(folder, "now", null);
            FileTime limit =
                    FileTime.from(Files.getLastModifiedTime(now).toInstant().minus(NO_REQUEST_LASTS));
            Files.delete(now);
            try (Stream<Path> left = Files.list(folder)) {
                for (Path each : left.toList()) {
                    if (Files.getLastModifiedTime(each).compareTo(limit) < 0) {
                        Files.deleteIfExists(each);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
