package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import vn.motcua.intake.IntakeConfig;

import java.nio.file.Path;

/** Where files arrive and lie, as configured. */
@ApplicationScoped
class FilePlaces {
    @Produces
    @Singleton
    Blobs blobs(IntakeConfig config) {
        return new FolderBlobs(Path.of(config.files()));
    }

    @Produces
    @Singleton
    Spool spool(Blobs blobs) {
        return new Spool(blobs.spool());
    }

    void ended(@Disposes Spool spool) {
        spool.close();
    }

    @Produces
    @Singleton
    PlainFiles former(IntakeConfig config) {
        return new PlainFiles(Path.of(config.files()));
    }
}
