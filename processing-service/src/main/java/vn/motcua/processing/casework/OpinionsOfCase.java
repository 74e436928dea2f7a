package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import vn.motcua.processing.casework.CaseJournal.Place;
import vn.motcua.processing.casework.CaseJournal.Telling;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.Dossiers;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.opinion.AskingCase;
import vn.motcua.processing.opinion.Opinion;
import vn.motcua.processing.opinion.Opinions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What an answer of another department does to the case that asked: it is no longer awaited. It moves no case and needs no claim. */
@ApplicationScoped
class OpinionsOfCase implements AskingCase {
    private static final String CASE_OVER = "CASE_OVER";

    @Inject
    Cases cases;

    @Inject
    Dossiers dossiers;

    @Inject
    Opinions opinions;

    @Inject
    CaseJournal journal;

    @Inject
    Clock clock;

    @Override
    public Opinion answered(UUID caseId, Officer by, Function<Instant, Opinion> write) {
        Case one = cases.findById(caseId, LockModeType.PESSIMISTIC_WRITE);
        Dossier dossier = dossiers.findById(one.dossierId());
        Place before = Place.of(one);
        Instant at = one.actingInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), dossier);
        Opinion answered = write.apply(at);
        one.changed();
        one.beside().awaitsOpinions(opinions.openUntil(caseId));
        Actor part = by.has("specialist") ? Actor.SPECIALIST : by.has("approver") ? Actor.APPROVER : Actor.DIRECTOR;
        journal.tell(
                one,
                dossier,
                Progress.OPINION_ANSWERED,
                new Telling(Doer.of(part, by), null, at, null, told(answered)));
        journal.done(one, dossier, before, at);
        return answered;
    }

    /** The case is over: nobody waits for an answer any more. Joins the caller's transaction and its lock of the case. */
    void over(Case one, Dossier dossier, Instant at) {
        for (Opinion open : opinions.open(one.id())) {
            Opinion withdrawn = opinions.withdraw(one.id(), open.id(), CASE_OVER, at);
            journal.tell(
                    one,
                    dossier,
                    Progress.OPINION_WITHDRAWN,
                    new Telling(Doer.DOSSIER, CASE_OVER, at, null, told(withdrawn)));
        }
        one.beside().awaitsOpinions(null);
    }

    /** What is told of an opinion: whom it was asked and until when, never what. */
    static Map<String, Object> told(Opinion opinion) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("opinionId", opinion.id());
        told.put("toUnit", opinion.askedUnit());
        told.put("toDepartment", opinion.askedDepartment());
        told.put("due", opinion.due());
        return told;
    }
}
