package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.CaseEffects.Effect;
import vn.motcua.processing.handover.HandOverBook;
import vn.motcua.processing.handover.HandOverEnd;
import vn.motcua.processing.routing.Routing;
import vn.motcua.processing.unit.Units;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a hand-over does to a case: it lies in another department, of its unit or of another commune of the province, until it comes back. The
 * dossier's competent unit stays what it is; see ADR 45.
 */
@ApplicationScoped
class HandOvers {
    private static final String CASE_OVER = "CASE_OVER";

    @Inject
    Routing routing;

    @Inject
    Units units;

    @Inject
    HandOverBook book;

    /** Where a case lies. */
    private record Spot(String unit, String department) {
        static Spot of(Case one) {
            return new Spot(one.unit(), one.department());
        }
    }

    /** @throws ProblemException 422 for a unit or a department it cannot go to, 409 where it may only go back */
    Effect handOn(Examination met, CaseAction.HandOn body, Instant at) {
        Case one = met.one();
        Spot to = new Spot(unit(one, body.toUnit(), at), body.toDepartment());
        if (!routing.knows(to.department()) || to.equals(Spot.of(one))) {
            throw new ProblemException(ProcessingProblem.UNKNOWN_DEPARTMENT).violation("/toDepartment", "unknown");
        }
        one.beside().handedOn(one, met.officer().name(), at);
        Spot from = move(one, to);
        if (from.unit().equals(one.beside().competentUnit()) && one.elsewhere()) {
            book.given(one.id(), place(from), place(to), met.officer().name(), at);
        } else if (!from.unit().equals(to.unit())) {
            book.ended(one.id(), HandOverEnd.GIVEN_BACK, at);
        } else if (one.elsewhere()) {
            book.moved(one.id(), to.department());
        }
        return new Effect(null, told(one, from, to));
    }

    /** The unit meant: a former one stands for what it became. While another unit has the case it goes back to the competent one or nowhere. */
    private String unit(Case one, String asked, Instant at) {
        if (asked == null || asked.equals(one.unit())) {
            return one.unit();
        }
        if (asked.equals(one.beside().competentUnit())) {
            return asked;
        }
        if (one.elsewhere()) {
            throw new ProblemException(ProcessingProblem.ONLY_BACK_HOME)
                    .with("unit", one.beside().competentUnit())
                    .with("department", one.beside().homeDepartment());
        }
        return units.inForce(asked, one.beside().competentUnit(), LegalTime.date(at));
    }

    /** What an acceptance says, also that which comes with a claim. */
    Effect accept(Case one, Instant at) {
        Handed handed = one.beside().handed();
        Spot from = new Spot(handed.fromUnit(one.unit()), handed.from());
        one.beside().accepted(at);
        if (one.elsewhere()) {
            book.accepted(one.id(), at);
        }
        return new Effect(null, told(one, from, Spot.of(one)));
    }

    Effect decline(Case one, CaseAction.Decline body, Instant at) {
        Handed handed = one.beside().handed();
        Spot to = new Spot(handed.fromUnit(one.unit()), handed.from());
        Spot from = move(one, to);
        one.beside().declined();
        if (!from.unit().equals(to.unit())) {
            book.ended(one.id(), HandOverEnd.DECLINED, at);
        } else if (one.elsewhere()) {
            book.moved(one.id(), to.department());
        }
        return back(one, from, body.reasonCode());
    }

    /** The competent unit takes its case back; whoever held it holds it no longer. */
    Effect recall(Case one, String reasonCode, Instant at) {
        return home(one, reasonCode, HandOverEnd.RECALLED, at);
    }

    /** The dossier has ended while another unit had its case. */
    Effect over(Case one, Instant at) {
        return home(one, CASE_OVER, HandOverEnd.OVER, at);
    }

    private Effect home(Case one, String reasonCode, HandOverEnd end, Instant at) {
        Spot from =
                move(one, new Spot(one.beside().competentUnit(), one.beside().homeDepartment()));
        one.beside().accepted(at);
        book.ended(one.id(), end, at);
        return back(one, from, reasonCode);
    }

    private static Effect back(Case one, Spot from, String reasonCode) {
        Map<String, Object> told = told(one, from, Spot.of(one));
        told.put("reasonCode", reasonCode);
        return new Effect(reasonCode, told);
    }

    /** @return where it lay */
    private static Spot move(Case one, Spot to) {
        Spot from = Spot.of(one);
        one.lieIn(to.unit(), to.department());
        return from;
    }

    /** The units are told only where the case is not handed within the competent one. */
    private static Map<String, Object> told(Case one, Spot from, Spot to) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("fromDepartment", from.department());
        told.put("toDepartment", to.department());
        if (!from.unit().equals(one.beside().competentUnit())
                || !to.unit().equals(one.beside().competentUnit())) {
            told.put("fromUnit", from.unit());
            told.put("toUnit", to.unit());
        }
        return told;
    }

    private static HandOverBook.Place place(Spot spot) {
        return new HandOverBook.Place(spot.unit(), spot.department());
    }
}
