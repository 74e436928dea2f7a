package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.Unit;
import vn.motcua.notification.feedback.ActOnFeedback.Acting;
import vn.motcua.notification.feedback.Acts.Actor;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.Feedback.About;
import vn.motcua.notification.feedback.Feedback.Facts;
import vn.motcua.notification.feedback.Feedback.Outcome;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Another body is competent. To a unit of the province that uses this hotline a feedback goes by itself: it opens there under the same code,
 * with a number, limits and a history of its own (deploy/adr/0052). All in the caller's transaction.
 */
@ApplicationScoped
class ForwardFeedback {
    private static final int PROVINCE = 3;
    private static final Actor NOBODY = new Actor("system", null, null, null);

    @Inject
    ActOnFeedback acting;

    @Inject
    Feedbacks feedbacks;

    @Inject
    FeedbackFiles files;

    @Inject
    Concern concern;

    @Inject
    Acts acts;

    @Inject
    TakeFeedback take;

    @Inject
    Deadlines deadlines;

    @Inject
    FeedbackNotices notices;

    @Inject
    Catalogue catalogue;

    /**
     * The person reads which body it is.
     *
     * @throws ProblemException 400 where neither a unit nor a name is given or both are, or the unit is not another one of the province that
     *     receives, and had this feedback before without that it sent it here and gets it back for the first time; and what
     *     {@link ActOnFeedback#begin} says
     */
    Feedback forward(UUID id, String ifMatch, FeedbackActs.Forward act) {
        Acting now = acting.begin(id, FeedbackAction.FORWARD, ifMatch);
        if ((act.unit() == null) == (act.body() == null)) {
            throw new ProblemException(Problems.VALIDATION).violation("/body", "unit or body");
        }
        boolean opens = act.unit() != null && act.how() == FeedbackActs.Forwarded.FORWARDED;
        boolean returned = opens && returned(now.feedback(), act.unit());
        String body = act.unit() == null
                ? act.body().strip()
                : competent(now.feedback(), act.unit(), returned).name();
        Feedback after = acting.finish(
                now,
                now.feedback().to(now.row().to(), now.feedback().limits()),
                act.how().name(),
                new Words(act.note().strip(), body));
        if (now.feedback().state() == FeedbackState.RECEIVED) {
            notices.act(after, FeedbackNotices.Kind.FORWARDED, now.at());
        }
        if (opens) {
            open(now, act.unit(), act.note().strip(), returned);
        }
        return after;
    }

    /** Whether it goes back to the unit that sent it here, for the first time between the two. */
    private boolean returned(Feedback f, String unit) {
        List<String> had = feedbacks.underCode(f.code()).stream()
                .map(each -> each.facts().unit())
                .toList();
        return had.size() > 1
                && had.get(had.size() - 2).equals(unit)
                && Collections.frequency(had, unit) == 1
                && Collections.frequency(had, f.facts().unit()) == 1;
    }

    /** None has it a third time: of two that both hold the other competent the person would never hear. */
    private Unit competent(Feedback f, String unit, boolean returned) {
        boolean own = unit.equals(f.facts().unit());
        boolean near = unit.substring(0, PROVINCE).equals(f.facts().unit().substring(0, PROVINCE));
        if (own || !near || !returned && feedbacks.had(f.code(), unit)) {
            throw new ProblemException(Problems.VALIDATION).violation("/unit", unit);
        }
        return catalogue.receivingUnit(unit).orElseThrow(() -> new ProblemException(Problems.VALIDATION)
                .violation("/unit", unit));
    }

    private void open(Acting now, String unit, String note, boolean returned) {
        Feedback from = now.feedback();
        Feedback there = opened(now, unit, returned);
        feedbacks.addForwarded(from, there);
        files.copy(from.id(), there.id());
        concern.copy(from, there);
        String sender = catalogue.unitName(from.facts().unit()) + ", "
                + from.facts().number() + ", " + now.actor().name();
        acts.add(null, there, Acts.BEGUN, NOBODY, now.row().to().name(), new Words(note, sender), now.at());
        deadlines.watch(there);
        notices.act(there, returned ? FeedbackNotices.Kind.RETURNED : FeedbackNotices.Kind.NEW, now.at());
        take.tell(there, now.at());
    }

    private Feedback opened(Acting now, String unit, boolean returned) {
        Facts of = now.feedback().facts();
        About about = of.about();
        Facts facts = new Facts(
                take.number(unit, now.at()),
                of.category(),
                of.channel(),
                unit,
                new About(
                        about.dossierRef(),
                        about.dossierId(),
                        about.place(),
                        about.counter(),
                        about.directorScreens() || returned),
                of.anonymous(),
                of.language(),
                now.at(),
                null);
        return new Feedback(
                UUID.randomUUID(),
                now.feedback().code(),
                facts,
                FeedbackState.RECEIVED,
                null,
                deadlines.from(now.at(), unit),
                Outcome.NONE,
                1,
                1);
    }
}
