package vn.motcua.processing.casework;

import vn.motcua.processing.catalogue.Procedure;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.draft.DraftState;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A case as one officer meets it at one instant: the parts they have in it and the facts the guards ask about. */
record Examination(Case one, Dossier dossier, Procedure procedure, Officer officer, Instant now) {

    static Examination of(Cases.Known known, Officer officer, Instant now) {
        return new Examination(known.one(), known.dossier(), known.procedure(), officer, now);
    }

    /**
     * The parts of the officer: in the unit where the case lies, a specialist in its department; over it in the competent unit; the desk's where
     * the dossier was received.
     */
    Set<Actor> parts() {
        Set<Actor> parts = EnumSet.noneOf(Actor.class);
        if (officer.has("director") && officer.units().contains(one.beside().competentUnit())) {
            parts.add(Actor.COMPETENT_DIRECTOR);
        }
        if (officer.has("reception") && officer.units().contains(dossier.receivingUnit())) {
            parts.add(Actor.RECEPTION);
        }
        if (!officer.units().contains(one.unit())) {
            return parts;
        }
        if (officer.has("specialist") && one.department().equals(officer.department())) {
            parts.add(Actor.SPECIALIST);
        }
        if (officer.has("approver")) {
            parts.add(Actor.APPROVER);
        }
        if (officer.has("director")) {
            parts.add(Actor.DIRECTOR);
        }
        return parts;
    }

    /**
     * @param namedResult the result an act names; null asks for any
     */
    Facts facts(UUID namedResult) {
        return facts(namedResult, true);
    }

    /** @param refusing whether what is proposed could be a refusal, of which there is no draft */
    Facts facts(UUID namedResult, boolean refusing) {
        return facts(namedResult, refusing, null);
    }

    /** @param toUnit to which the act takes the case; null where it stays in its unit */
    Facts facts(UUID namedResult, boolean refusing, String toUnit) {
        UUID draft = one.draftResult();
        DraftState asked = one.beside().draftState();
        return new Facts(
                one.heldBy(officer, now),
                one.leaseOver(now),
                procedure != null && procedure.singleHand(),
                one.proposal() != null && one.proposal().by().equals(officer.subject()),
                draft != null && (namedResult == null || draft.equals(namedResult)),
                one.extension() != null,
                !dossier.extensionUsed() && dossier.due() != null && now.isBefore(dossier.due()),
                one.beside().checklistOpen() == 0,
                one.beside().opinionsUntil() != null,
                one.beside().opinionsUntil() != null && now.isAfter(one.beside().opinionsUntil()),
                one.beside().handed() != null,
                asked == DraftState.NEEDED || asked == DraftState.OBJECTED,
                asked == DraftState.OFFERED,
                asked == null || asked == DraftState.CONFIRMED || refusing,
                asked == DraftState.OFFERED
                        && now.isAfter(DraftTimer.end(one.beside().draftUntil()).minusMillis(1)),
                one.elsewhere(),
                one.beside().comeBack(one.unit()),
                asked == DraftState.OFFERED && !one.elsewhere() && toUnit != null && !toUnit.equals(one.unit()));
    }

    /** Whether the officer is of the competent unit alone while another handles the case. */
    boolean ownElsewhere() {
        return one.elsewhere() && !officer.units().contains(one.unit());
    }

    /** What the officer may do now; a lease that has run out counts as given back. */
    Set<Act> allowed() {
        State state = one.leaseOver(now) && !one.flags().pending() ? State.OPEN : one.state();
        return CaseTable.allowed(state, one.flags(), parts(), facts(null));
    }
}
