package vn.motcua.intake.redating;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** An officer has the dates of their unit's dossiers moved; the work itself goes on in the background. */
@RequestScoped
class ApplyRedating {
    private final Redatings redatings;
    private final RedateTask runs;
    private final Catalogue catalogue;
    private final Access access;
    private final Clock clock;

    ApplyRedating(Redatings redatings, RedateTask runs, Catalogue catalogue, Access access, Clock clock) {
        this.redatings = redatings;
        this.runs = runs;
        this.catalogue = catalogue;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 404 for another unit's, 428 and 412, 409 {@code redating-not-ready} where it does not wait for anybody,
     *     409 {@code calendar-changed-again} where what was shown no longer holds
     */
    RedatingView apply(UUID id, String ifMatch) {
        Redating run = redatings
                .lock(id)
                .filter(each -> access.service() || access.wholeUnits().contains(each.unit()))
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        Revision.require(ifMatch, run.revision(), () -> Map.of("revision", run.revision(), "state", run.state()));
        if (run.state() != Redating.RunState.READY) {
            throw new ProblemException(IntakeProblem.REDATING_NOT_READY).with("state", run.state());
        }
        if (!catalogue.calendarFor(run.unit()).facts().sameDates(run.facts())) {
            throw new ProblemException(IntakeProblem.CALENDAR_CHANGED_AGAIN);
        }
        redatings.asked(id, access.signature(Actor.DIRECTOR), clock.instant());
        runs.apply(id);
        return RedatingView.of(redatings.find(id).orElseThrow());
    }
}
