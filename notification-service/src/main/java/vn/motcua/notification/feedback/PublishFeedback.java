package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.feedback.ActOnFeedback.Acting;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.Feedback.Limits;
import vn.motcua.notification.feedback.Feedback.Outcome;
import vn.motcua.notification.redaction.PersonalData;
import vn.motcua.platform.problem.ProblemException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What everybody reads is written anew without personal data and checked by a second officer. All in the caller's transaction. */
@ApplicationScoped
class PublishFeedback {
    @Inject
    ActOnFeedback acting;

    @Inject
    Acts acts;

    @Inject
    Contents contents;

    @Inject
    PublishedFeedbacks published;

    @Inject
    Deadlines deadlines;

    /** @throws ProblemException 409 {@code personal-data-found} with where and what, never the text itself */
    Feedback redact(UUID id, String ifMatch, String text, String answer) {
        Acting now = acting.begin(id, FeedbackAction.REDACT, ifMatch);
        requireClean(id, text, answer);
        return acting.finish(now, moved(now), null, new Words(text.strip(), answer.strip()));
    }

    Feedback returnRedaction(UUID id, String ifMatch, String note) {
        Acting now = acting.begin(id, FeedbackAction.RETURN_REDACTION, ifMatch);
        return acting.finish(now, moved(now), null, Words.of(note));
    }

    /** The second officer has read it: it stands in the public list from here on. */
    Feedback publish(UUID id, String ifMatch) {
        Acting now = acting.begin(id, FeedbackAction.PUBLISH, ifMatch);
        Words text = acts.words(Acts.newest(now.acts(), FeedbackAction.REDACT));
        requireClean(id, text.text(), text.second());
        Feedback after = published(now, now.at(), now.feedback().limits());
        acting.finish(now, after, null, Words.NONE);
        published.add(after, text.text(), text.second());
        return after;
    }

    /** It leaves the public list at once and is written anew; the limit to publish begins again. */
    Feedback takeDown(UUID id, String ifMatch, String note) {
        Acting now = acting.begin(id, FeedbackAction.TAKE_DOWN, ifMatch);
        published.remove(id);
        Limits anew = deadlines.toPublish(
                now.feedback().limits(), now.at(), now.feedback().facts().unit());
        Feedback after = published(now, null, anew);
        return acting.finish(now, after, null, Words.of(note));
    }

    Feedback withhold(UUID id, String ifMatch, FeedbackActs.Withheld why, String note) {
        Acting now = acting.begin(id, FeedbackAction.WITHHOLD, ifMatch);
        return acting.finish(now, moved(now), why.name(), Words.of(note));
    }

    private void requireClean(UUID id, String text, String answer) {
        String contact = contents.of(id).contact();
        List<Map<String, Object>> found = new ArrayList<>();
        PersonalData.in(text, contact).forEach(kind -> found.add(Map.of("pointer", "/text", "kind", kind)));
        PersonalData.in(answer, contact).forEach(kind -> found.add(Map.of("pointer", "/answer", "kind", kind)));
        if (!found.isEmpty()) {
            throw new ProblemException(NotificationProblem.PERSONAL_DATA_FOUND).with("found", found);
        }
    }

    private static Feedback moved(Acting now) {
        return now.feedback().to(now.row().to(), now.feedback().limits());
    }

    private static Feedback published(Acting now, Instant at, Limits limits) {
        Outcome of = now.feedback().outcome();
        Outcome outcome = new Outcome(of.answeredAt(), of.answerDays(), of.inTime(), at, of.rating());
        return now.feedback().with(outcome).to(now.row().to(), limits);
    }
}
