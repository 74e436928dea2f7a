package vn.motcua.intake.paper;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.file.FileStore;
import vn.motcua.platform.problem.ProblemException;

/** The files that papers and originals of a dossier hold, one beside the other; under the dossier's lock. */
@ApplicationScoped
public class DossierFiles {
    private static final long MEGABYTE = 1024 * 1024;

    private final FileStore files;
    private final Papers papers;
    private final IntakeConfig config;

    DossierFiles(FileStore files, Papers papers, IntakeConfig config) {
        this.files = files;
        this.papers = papers;
        this.config = config;
    }

    /**
     * A stored file takes the place of another, or of none.
     *
     * @param before the address of the other, or null
     * @param change writes the file to what holds it
     * @throws ProblemException 409 where it was swept in between, 413 where the files of the dossier are too large together
     */
    public void replace(Dossier dossier, String before, String sha256, Runnable change) {
        files.keep(dossier.id(), sha256);
        change.run();
        letGo(dossier, before);
        if (files.measure(dossier.id()) > config.maxDossierBytes()) {
            throw new ProblemException(IntakeProblem.DOSSIER_FILES_TOO_LARGE, config.maxDossierBytes() / MEGABYTE)
                    .with("maxBytes", config.maxDossierBytes());
        }
    }

    /** A file that was replaced or taken back; once the dossier is filed, what it was filed with stays. */
    public void letGo(Dossier dossier, String sha256) {
        if (sha256 != null
                && dossier.inPreparation()
                && !papers.holds(dossier.id(), sha256)
                && !dossier.matter().quantities().holds(sha256)) {
            files.release(dossier.id(), sha256);
        }
    }
}
