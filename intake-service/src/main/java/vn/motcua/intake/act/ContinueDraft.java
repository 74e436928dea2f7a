package vn.motcua.intake.act;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.history.History;
import vn.motcua.intake.register.DossierReader;
import vn.motcua.intake.register.DossierView;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;

/** Goes on with a draft at another counter or, begun online, at the counter: whoever brings its PIN lets the officer in. */
@RequestScoped
class ContinueDraft {
    /** What the history calls it. */
    private static final String CONTINUED = "CONTINUED";

    private final Dossiers dossiers;
    private final Access access;
    private final History history;
    private final DossierReader reader;

    ContinueDraft(Dossiers dossiers, Access access, History history, DossierReader reader) {
        this.dossiers = dossiers;
        this.access = access;
        this.history = history;
        this.reader = reader;
    }

    /**
     * @param id of a dossier whose PIN was proven
     * @throws ProblemException 404 where the centre of another unit received it, 409 where it is no draft any more
     */
    DossierView on(UUID id) {
        Dossier dossier = dossiers.lock(id)
                .filter(each -> access.actors(each).contains(Actor.RECEPTION))
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        if (!dossier.draft() || !dossier.inPreparation()) {
            throw new ProblemException(
                    IntakeProblem.NOT_A_DRAFT, dossier.stage().label());
        }
        if (!dossier.opened().worksOn(access.subject())) {
            dossier.opened().continueBy(access.subject());
            dossier.touched();
            history.note(dossier, CONTINUED, Actor.RECEPTION.role(), access.signature(Actor.RECEPTION));
        }
        return reader.view(dossier);
    }
}
