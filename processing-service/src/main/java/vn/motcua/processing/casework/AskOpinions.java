package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.CaseEffects.Effect;
import vn.motcua.processing.opinion.Opinion;
import vn.motcua.processing.opinion.Opinions;
import vn.motcua.processing.opinion.Opinions.Question;
import vn.motcua.processing.routing.Routing;
import vn.motcua.processing.unit.Units;

import java.time.Instant;

/** Asks departments of the own unit and of other communes of the province, and takes questions back. */
@ApplicationScoped
class AskOpinions {
    @Inject
    Opinions opinions;

    @Inject
    Units units;

    @Inject
    Routing routing;

    /** @throws ProblemException 422 where nobody can be asked so */
    Effect ask(Examination met, CaseAction.AskOpinion body, Instant at) {
        Case one = met.one();
        boolean elsewhere = body.toUnit() != null && !body.toUnit().equals(one.unit());
        String unit = elsewhere ? units.inForce(body.toUnit(), one.unit(), LegalTime.date(at)) : one.unit();
        boolean itself = unit.equals(one.unit()) && body.toDepartment().equals(one.department());
        if (itself || !routing.knows(body.toDepartment())) {
            throw new ProblemException(ProcessingProblem.UNKNOWN_DEPARTMENT).violation("/toDepartment", "unknown");
        }
        Opinion asked = opinions.ask(one.id(), one.due(), question(body, unit, one), met.officer(), at);
        one.beside().awaitsOpinions(opinions.openUntil(one.id()));
        return new Effect(null, OpinionsOfCase.told(asked));
    }

    /** Another commune has the time it has unless another was chosen; of one's own departments the time is always said. */
    private static Question question(CaseAction.AskOpinion body, String unit, Case one) {
        String askedAs = body.toUnit() == null || body.toUnit().equals(unit) ? null : body.toUnit();
        boolean unsaid = body.amount() == null && body.limit() == null;
        if (unsaid && !unit.equals(one.unit())) {
            return Question.toCommune(unit, body.toDepartment(), askedAs, body.question());
        }
        if (body.amount() == null || body.limit() == null) {
            String missing = body.amount() == null ? "/amount" : "/limit";
            throw new ProblemException(Problems.VALIDATION).violation(missing, "missing");
        }
        return Question.within(unit, body.toDepartment(), askedAs, body.question(), body.amount(), body.limit());
    }

    Effect withdraw(Case one, CaseAction.WithdrawOpinion body, Instant at) {
        Opinion withdrawn = opinions.withdraw(one.id(), body.opinion(), body.reasonCode(), at);
        one.beside().awaitsOpinions(opinions.openUntil(one.id()));
        return new Effect(body.reasonCode(), OpinionsOfCase.told(withdrawn));
    }
}
