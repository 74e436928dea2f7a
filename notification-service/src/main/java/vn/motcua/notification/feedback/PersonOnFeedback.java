package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.feedback.ActOnFeedback.Acting;
import vn.motcua.notification.feedback.Acts.Actor;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.Feedback.Outcome;
import vn.motcua.notification.feedback.FeedbackTable.By;
import vn.motcua.notification.feedback.FeedbackTable.Guard;
import vn.motcua.notification.feedback.FeedbackTable.Row;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What who holds the code does themselves: replies to a question, and says how the answer was. */
@ApplicationScoped
class PersonOnFeedback {
    @Inject
    Feedbacks feedbacks;

    @Inject
    Acts acts;

    @Inject
    ActOnFeedback keeping;

    @Inject
    Deadlines deadlines;

    @Inject
    FeedbackNotices notices;

    @Inject
    Ratings ratings;

    @Inject
    RateLimit rate;

    @Inject
    Clock clock;

    /**
     * The reply to the question that is open.
     *
     * @param address of the sender, for the rate limit only
     * @throws ProblemException 404 for an unknown code, 409 where nothing is asked, 429
     */
    @Transactional
    void reply(String code, String text, String address) {
        rate.take(address);
        reply(code, text);
    }

    /**
     * The same by a letter, in the caller's transaction.
     *
     * @throws ProblemException 404 for an unknown code, 409 where nothing is asked
     */
    Feedback reply(String code, String text) {
        Acting now = begin(code, FeedbackAction.REPLY);
        Feedback f = now.feedback();
        Feedback after = f.to(
                now.row().to(),
                deadlines.resumed(f.limits(), now.at(), f.facts().unit()));
        keeping.finish(now, after, null, Words.of(text.strip()));
        notices.act(after, FeedbackNotices.Kind.REPLIED, now.at());
        return after;
    }

    /**
     * How the person finds the answer, once; officers see it in figures of five and more only.
     *
     * @param stars 1 to 5
     * @throws ProblemException 404 for an unknown code, 409 before the answer or after a rating, 429
     */
    @Transactional
    void rate(String code, int stars, String address) {
        rate.take(address);
        Acting now = begin(code, FeedbackAction.RATE);
        if (now.row().when().contains(Guard.NOT_RATED)
                && now.feedback().outcome().rating() != null) {
            throw new ProblemException(
                    NotificationProblem.FEEDBACK_ACT_NOT_ALLOWED, now.feedback().state());
        }
        Outcome of = now.feedback().outcome();
        Outcome rated = new Outcome(of.answeredAt(), of.answerDays(), of.inTime(), of.publishedAt(), stars);
        Feedback f = now.feedback().with(rated);
        keeping.finish(now, f.to(now.row().to(), f.limits()), null, Words.NONE);
        ratings.given(f.facts().unit(), now.at());
    }

    private Acting begin(String code, FeedbackAction action) {
        Feedback now = feedbacks.lockedByCode(code).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        Row row = FeedbackTable.find(now.state(), action)
                .filter(found -> found.by().contains(By.PERSON))
                .orElseThrow(() -> new ProblemException(NotificationProblem.FEEDBACK_ACT_NOT_ALLOWED, now.state()));
        List<Acts.Act> history = acts.of(now.id());
        Instant at = ActOnFeedback.after(history, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Acting(now, row, Actor.PERSON, null, history, at);
    }
}
