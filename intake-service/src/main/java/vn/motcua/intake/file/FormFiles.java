package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.intake.IntakeConfig;

import java.nio.file.Path;
import java.time.Duration;

/** Files of people's forms, which the server lays down while a request runs and removes after it; a killed one removes nothing. */
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

    void sweep() {
        Disk.delete(Disk.older(folder, NO_REQUEST_LASTS));
    }
}
