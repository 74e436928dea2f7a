package vn.motcua.processing.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.CaseEffects.Effect;
import vn.motcua.processing.casework.CaseJournal.Place;
import vn.motcua.processing.casework.CaseJournal.Telling;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.Dossiers;
import vn.motcua.processing.draft.AskedPerson;
import vn.motcua.processing.draft.DraftAnswer;
import vn.motcua.processing.draft.DraftOffer;
import vn.motcua.processing.draft.DraftRule;
import vn.motcua.processing.draft.DraftState;
import vn.motcua.processing.draft.Drafts;
import vn.motcua.processing.draft.SaidBy;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.Results;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The draft of a result between the department and the person: offered, confirmed, objected to, or met with silence. */
@ApplicationScoped
class DraftsOfCase implements AskedPerson {
    @Inject
    Cases cases;

    @Inject
    Dossiers dossiers;

    @Inject
    Drafts drafts;

    @Inject
    Results results;

    @Inject
    DraftTimer timer;

    @Inject
    Outbox outbox;

    @Inject
    CaseJournal journal;

    @Inject
    Clock clock;

    /** The case was opened: whether the person has to see a draft is what the rules of that day say. */
    void opened(Case one, Dossier dossier, Instant at) {
        if (rule(dossier, at) != null) {
            one.beside().needsDraft();
        }
    }

    /** @throws ProblemException 409 where the result was not composed here: a finished file is no draft */
    Effect offer(Examination met, CaseAction.OfferDraft body, Instant at) {
        Case one = met.one();
        if (results.findById(body.resultId()).composed() == null) {
            throw new ProblemException(ProcessingProblem.DRAFT_NOT_COMPOSED);
        }
        DraftRule rule = rule(met.dossier(), one.openedAt());
        DraftOffer offer = drafts.offer(one.id(), one.unit(), body.resultId(), rule, met.officer(), at);
        one.beside().draftOffered(offer.until());
        timer.watch(one.id(), DraftTimer.look(offer.offeredAt(), offer.offeredAt()));
        timer.watch(one.id(), DraftTimer.end(offer.until()));
        return new Effect(null, told(offer));
    }

    /** As the person told the desk. */
    Effect confirmed(Examination met, CaseAction.ConfirmDraft body, Instant at) {
        Officer desk = met.officer();
        DraftAnswer answer = new DraftAnswer(SaidBy.RECEPTION, null, null, body.how(), desk.subject(), desk.name());
        return answered(met.one(), body.draft(), answer, at);
    }

    /** As the person told the desk. */
    Effect objected(Examination met, CaseAction.ObjectDraft body, Instant at) {
        Officer desk = met.officer();
        DraftAnswer answer = new DraftAnswer(
                SaidBy.RECEPTION, body.fault(), body.text().strip(), body.how(), desk.subject(), desk.name());
        return answered(met.one(), body.draft(), answer, at);
    }

    @Override
    @Transactional
    public void answered(UUID dossierId, UUID draft, DraftAnswer answer) {
        Case one = cases.lockedOf(dossierId);
        if (one == null) {
            throw new ProblemException(ProcessingProblem.DRAFT_NOT_FOUND);
        }
        act(one, Doer.CITIZEN, draft, answer, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Nobody said anything in time, though they could. The caller holds the lock of the case. */
    void silent(Case one, Instant now) {
        act(one, Doer.CLOCK, drafts.open(one.id()).id(), DraftAnswer.SILENCE, now);
    }

    /** Whether the person cannot know of the draft yet, because the broker is away: then it is looked at again. */
    boolean unheard(Case one, Instant now) {
        DraftOffer open = drafts.open(one.id());
        if (open.toldAt() != null || !outbox.waits(cases.newestEvent(one.id(), Progress.DRAFT_OFFERED))) {
            return false;
        }
        drafts.untold(one.id());
        timer.watch(one.id(), DraftTimer.look(open.offeredAt(), now));
        return true;
    }

    /**
     * Whoever could be told only later than at once has the whole time from now on. The caller holds the lock of the case, and knows that
     * the draft is not {@link #unheard}.
     *
     * @return whether the time was counted anew
     */
    boolean recounted(Case one, Instant now) {
        Dossier dossier = dossiers.findById(one.dossierId());
        Instant until = heard(one, dossier, now);
        if (until == null) {
            return false;
        }
        Place before = Place.of(one);
        one.changed();
        runsUntil(one, until, now);
        Instant at = one.actingInstant(now, dossier);
        tellNewTime(one, dossier, Doer.CLOCK, at);
        journal.done(one, dossier, before, at);
        return true;
    }

    /** @return the end of the time where it is counted anew, else null */
    private Instant heard(Case one, Dossier dossier, Instant now) {
        if (drafts.open(one.id()).toldAt() != null) {
            return null;
        }
        Instant left = outbox.leftAt(cases.newestEvent(one.id(), Progress.DRAFT_OFFERED));
        return drafts.told(one.id(), one.beside().competentUnit(), rule(dossier, one.openedAt()), left, now);
    }

    private void runsUntil(Case one, Instant until, Instant at) {
        one.beside().draftOffered(until);
        Instant end = DraftTimer.end(until);
        timer.watch(one.id(), end.isBefore(at) ? at : end);
    }

    /** A withdrawal is asked: the person cannot answer, and so their time stands still. */
    void frozen(Case one, Instant at) {
        if (one.beside().draftState() == DraftState.OFFERED) {
            drafts.stops(one.id(), at);
        }
    }

    /** The withdrawal is over: the person has what was left of their time when it was asked, all of it where they were told only since. */
    void thawed(Case one, Dossier dossier, Instant at) {
        if (one.beside().draftState() != DraftState.OFFERED) {
            return;
        }
        boolean told = !unheard(one, at);
        if (told) {
            heard(one, dossier, at);
        }
        Instant before = one.beside().draftUntil();
        Instant until = drafts.runs(one.id(), one.beside().competentUnit(), at);
        runsUntil(one, until, at);
        if (told && !until.equals(before)) {
            tellNewTime(one, dossier, Doer.DOSSIER, at);
        }
    }

    private void tellNewTime(Case one, Dossier dossier, Doer by, Instant at) {
        journal.tell(
                one, dossier, Progress.DRAFT_REDATED, new Telling(by, null, at, null, told(drafts.open(one.id()))));
    }

    /** The case is over: nobody waits for an answer any more. */
    void over(Case one) {
        if (one.beside().draftState() == DraftState.OFFERED) {
            drafts.over(one.id());
            one.beside().draftAnswered(DraftState.NEEDED);
        }
    }

    private void act(Case one, Doer by, UUID draft, DraftAnswer answer, Instant now) {
        Dossier dossier = dossiers.findById(one.dossierId());
        Act act = answer.fault() == null ? Act.CONFIRM_DRAFT : Act.OBJECT_DRAFT;
        CaseTable.Row row = row(one, dossier, act, by.actor(), now);
        Place before = Place.of(one);
        Instant at = one.actingInstant(now, dossier);
        one.changed();
        Effect effect = answered(one, draft, answer, at);
        one.move(row.to());
        journal.tell(one, dossier, act.progress(), new Telling(by, effect.reasonCode(), at, null, effect.payload()));
        journal.done(one, dossier, before, at);
    }

    /** @throws ProblemException 409 where the table takes no answer now */
    private static CaseTable.Row row(Case one, Dossier dossier, Act act, Actor part, Instant now) {
        Officer nobody = new Officer(null, null, null, Set.of(), Set.of(), null);
        Facts facts = new Examination(one, dossier, null, nobody, now).facts(null);
        try {
            return CaseTable.find(one.state(), one.flags(), act, Set.of(part), facts);
        } catch (ActRefused refused) {
            ProcessingProblem type =
                    switch (refused.reason()) {
                        case PENDING -> ProcessingProblem.CASE_PENDING;
                        case FROZEN -> ProcessingProblem.CASE_FROZEN;
                        default -> ProcessingProblem.DRAFT_NOT_OFFERED;
                    };
            throw new ProblemException(type, act.name(), one.state().name());
        }
    }

    private Effect answered(Case one, UUID draft, DraftAnswer answer, Instant at) {
        DraftOffer offer = drafts.answer(one.id(), draft, answer, at);
        one.beside().draftAnswered(answer.fault() == null ? DraftState.CONFIRMED : DraftState.OBJECTED);
        Map<String, Object> told = told(offer);
        if (answer.fault() == null) {
            return new Effect(null, told);
        }
        told.put("reasonCode", answer.fault());
        return new Effect(answer.fault().name(), told);
    }

    private DraftRule rule(Dossier dossier, Instant at) {
        return drafts.rule(dossier.procedureCode(), dossier.channel(), LegalTime.date(at));
    }

    /** Which draft and until when the person may answer, never what is in it. */
    private static Map<String, Object> told(DraftOffer offer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("draftId", offer.id());
        told.put("until", offer.until());
        return told;
    }
}
