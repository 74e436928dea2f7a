package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.feedback.ActOnFeedback.Acting;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.Feedback.Limits;
import vn.motcua.notification.feedback.Feedback.Officer;
import vn.motcua.notification.feedback.Feedback.Outcome;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;

/** From the assignment to the answer: one officer writes it, the director approves it. All in the caller's transaction. */
@ApplicationScoped
class HandleFeedback {
    @Inject
    ActOnFeedback acting;

    @Inject
    HotlineOfficers officers;

    @Inject
    Deadlines deadlines;

    @Inject
    FeedbackNotices notices;

    /**
     * Given to an officer of the unit whom it does not concern.
     *
     * @throws ProblemException 400 for somebody not known at the unit, 409 {@code assignee-concerned} with why
     */
    Feedback assign(UUID id, String ifMatch, String subject) {
        Acting now = acting.begin(id, FeedbackAction.ASSIGN, ifMatch);
        HotlineOfficers.Known officer = officers.find(now.feedback().facts().unit(), subject)
                .orElseThrow(() -> new ProblemException(Problems.VALIDATION).violation("/assignee", "unknown"));
        Concern.Why why = now.circle().why(officer.name(), officer.reception());
        if (why != null) {
            throw new ProblemException(NotificationProblem.ASSIGNEE_CONCERNED).with("why", why);
        }
        Feedback after = now.feedback()
                .with(new Officer(officer.subject(), officer.name(), officer.title()))
                .to(now.row().to(), now.feedback().limits());
        acting.finish(now, after, null, new Words(null, officer.name()));
        notices.act(after, FeedbackNotices.Kind.ASSIGNED, now.at());
        return after;
    }

    /** The person is asked; the limit to answer stands still from here, if the question comes in time. */
    Feedback ask(UUID id, String ifMatch, String question) {
        Acting now = acting.begin(id, FeedbackAction.ASK, ifMatch);
        Limits limits = deadlines.paused(now.feedback().limits(), now.at());
        return acting.finish(now, now.feedback().to(now.row().to(), limits), null, Words.of(question));
    }

    /** What the person told an officer in reply. */
    Feedback reply(UUID id, String ifMatch, String text) {
        Acting now = acting.begin(id, FeedbackAction.REPLY, ifMatch);
        Feedback after = now.feedback().to(now.row().to(), resumed(now));
        acting.finish(now, after, null, Words.of(text));
        notices.act(after, FeedbackNotices.Kind.REPLIED, now.at());
        return after;
    }

    /** The answer as the handler writes it, for the director. */
    Feedback propose(UUID id, String ifMatch, String answer) {
        Acting now = acting.begin(id, FeedbackAction.PROPOSE, ifMatch);
        Feedback after = now.feedback().to(now.row().to(), resumed(now));
        acting.finish(now, after, null, Words.of(answer));
        notices.act(after, FeedbackNotices.Kind.PROPOSED, now.at());
        return after;
    }

    Feedback sendBack(UUID id, String ifMatch, String note) {
        Acting now = acting.begin(id, FeedbackAction.SEND_BACK, ifMatch);
        Feedback after = now.feedback().to(now.row().to(), now.feedback().limits());
        acting.finish(now, after, null, Words.of(note));
        notices.act(after, FeedbackNotices.Kind.SENT_BACK, now.at());
        return after;
    }

    /** The person is answered at this instant; the limit to publish begins. */
    Feedback approve(UUID id, String ifMatch) {
        Acting now = acting.begin(id, FeedbackAction.APPROVE, ifMatch);
        Feedback f = now.feedback();
        Outcome outcome = new Outcome(
                now.at(),
                deadlines.answerDays(f, now.at()),
                !now.at().isAfter(f.limits().resolve()),
                null,
                f.outcome().rating());
        Limits limits = deadlines.toPublish(f.limits(), now.at(), f.facts().unit());
        return acting.finish(now, f.with(outcome).to(now.row().to(), limits), null, Words.NONE);
    }

    private Limits resumed(Acting now) {
        return deadlines.resumed(
                now.feedback().limits(), now.at(), now.feedback().facts().unit());
    }
}
