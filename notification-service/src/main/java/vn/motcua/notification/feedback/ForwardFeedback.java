package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.Unit;
import vn.motcua.notification.feedback.ActOnFeedback.Acting;
import vn.motcua.notification.feedback.Acts.Actor;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.Feedback.Facts;
import vn.motcua.notification.feedback.Feedback.Outcome;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

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
     *     receives and has not had this feedback before; and what {@link ActOnFeedback#begin} says
     */
    Feedback forward(UUID id, String ifMatch, FeedbackActs.Forward act) {
        Acting now = acting.begin(id, FeedbackAction.FORWARD, ifMatch);
        if ((act.unit() == null) == (act.body() == null)) {
            throw new ProblemException(Problems.VALIDATION).violation("/body", "unit or body");
        }
        String body = act.unit() == null
                ? act.body().strip()
                : competent(now.feedback(), act.unit()).name();
        Feedback after = acting.finish(
                now,
                now.feedback().to(now.row().to(), now.feedback().limits()),
                act.how().name(),
                new Words(act.note().strip(), body));
        if (act.unit() != null && act.how() == FeedbackActs.Forwarded.FORWARDED) {
            open(now, act.unit(), act.note().strip());
        }
        return after;
    }

    /** Nobody gets it back: of two units that both hold the other competent the person would never hear. */
    private Unit competent(Feedback f, String unit) {
        boolean own = unit.equals(f.facts().unit());
        boolean near = unit.substring(0, PROVINCE).equals(f.facts().unit().substring(0, PROVINCE));
        if (own || !near || feedbacks.had(f.code(), unit)) {
            throw new ProblemException(Problems.VALIDATION).violation("/unit", unit);
        }
        return catalogue.receivingUnit(unit).orElseThrow(() -> new ProblemException(Problems.VALIDATION)
                .violation("/unit", unit));
    }

    private void open(Acting now, String unit, String note) {
        Feedback from = now.feedback();
        Feedback there = opened(now, unit);
        feedbacks.addForwarded(from, there);
        files.copy(from.id(), there.id());
        concern.copy(from, there);
        String sender = catalogue.unitName(from.facts().unit()) + ", "
                + from.facts().number() + ", " + now.actor().name();
        acts.add(null, there, Acts.BEGUN, NOBODY, now.row().to().name(), new Words(note, sender), now.at());
        deadlines.watch(there);
        notices.act(there, FeedbackNotices.Kind.NEW, now.at());
        take.tell(there, now.at());
    }

    private Feedback opened(Acting now, String unit) {
        Facts of = now.feedback().facts();
        Facts facts = new Facts(
                take.number(unit, now.at()),
                of.category(),
                of.channel(),
                unit,
                of.about(),
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
