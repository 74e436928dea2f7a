package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Matter;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dossier falls under the version of its procedure that is in force when it is received at the counter, or filed online or by post
 * (domain.md §12: the published version is frozen at receipt). A draft stands under the version of the day it was begun, which another one
 * may have followed since. What was filed or looked at once keeps its version: nothing more may be asked of the person.
 */
@ApplicationScoped
class VersionInForce {
    private final Catalogue catalogue;

    VersionInForce(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param filed legal day on which the dossier was handed over, today or before
     * @throws ProblemException 409 {@code version-replaced} with the version that is in force, or {@code procedure-not-in-force}
     */
    void require(Dossier dossier, LocalDate filed, LocalDate today) {
        if (!dossier.draft() || !dossier.inPreparation()) {
            return;
        }
        Matter matter = dossier.matter();
        boolean held = Stream.of(filed, today)
                .map(day -> catalogue.procedureOn(matter.procedureCode(), day))
                .flatMap(Optional::stream)
                .anyMatch(version -> version.version() == matter.procedureVersion());
        if (!held) {
            Procedure now = on(matter.procedureCode(), today);
            throw new ProblemException(
                            IntakeProblem.VERSION_REPLACED,
                            matter.procedureVersion(),
                            now.version(),
                            LegalTime.day(now.effectiveFrom()
                                    .atStartOfDay(LegalTime.ZONE)
                                    .toInstant()))
                    .with("version", matter.procedureVersion())
                    .with("versionInForce", now.version())
                    .with("effectiveFrom", now.effectiveFrom());
        }
    }

    /** @throws ProblemException 409 {@code procedure-not-in-force} where the procedure has ended */
    Procedure on(String code, LocalDate day) {
        return catalogue
                .procedureOn(code, day)
                .orElseThrow(() -> new ProblemException(IntakeProblem.PROCEDURE_NOT_IN_FORCE, code));
    }
}
