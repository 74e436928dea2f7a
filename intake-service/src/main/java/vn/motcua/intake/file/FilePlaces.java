package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import vn.motcua.intake.IntakeConfig;

import java.net.URI;
import java.nio.file.Path;

/** Where files arrive and lie, as configured. */
@ApplicationScoped
class FilePlaces {
    private static final String S3 = "s3://";

    @Produces
    @Singleton
    Blobs blobs(IntakeConfig config) {
        return config.files().startsWith(S3)
                ? new S3Blobs(URI.create(config.files()), config.s3(), config.spool())
                : new FolderBlobs(Path.of(config.files()));
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
        return new PlainFiles(
                config.files().startsWith(S3) ? config.plainFiles().orElse(null) : Path.of(config.files()));
    }
}
