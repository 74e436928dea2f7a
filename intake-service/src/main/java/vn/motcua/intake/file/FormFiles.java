package vn.motcua.intake.file;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.motcua.intake.IntakeConfig;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Files of people's forms, which the server lays down in plain while a request runs, because it has to read the form to know that it is
 * ours, and removes after it; a killed one removes nothing. The folder is closed to others, and what is left there goes at the start and
 * with every sweep.
 */
@ApplicationScoped
class FormFiles {
    private static final Duration NO_REQUEST_LASTS = Duration.ofHours(1);

    private final Path folder;

    @Inject
    FormFiles(IntakeConfig config) {
        this(config.formFiles());
    }

    FormFiles(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException where the folder cannot be made or closed to others: the start fails */
    void start(@Observes StartupEvent event) {
        Disk.close(folder);
        sweep();
    }

    void sweep() {
        Disk.delete(Disk.older(folder, NO_REQUEST_LASTS));
    }
}
