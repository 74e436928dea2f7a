package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.feedback.Acts.Actor;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.FeedbackTable.By;
import vn.motcua.notification.feedback.FeedbackTable.Guard;
import vn.motcua.notification.feedback.FeedbackTable.Row;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What every act of an officer on a feedback asks first, and how it is kept and told. */
@ApplicationScoped
class ActOnFeedback {
    @Inject
    Feedbacks feedbacks;

    @Inject
    Acts acts;

    @Inject
    Concern concern;

    @Inject
    FeedbackFiles files;

    @Inject
    Deadlines deadlines;

    @Inject
    TakeFeedback figures;

    @Inject
    TellPerson person;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** A feedback about to be acted on, under its lock. */
    record Acting(Feedback feedback, Row row, Actor actor, Concern.Circle circle, List<Acts.Act> acts, Instant at) {}

    /**
     * Begins an act in the caller's transaction.
     *
     * @param ifMatch the ETag the officer has seen, or null
     * @throws ProblemException 404 where it may not be seen, 428 and 412, 409 where the table has no such act, it concerns the officer,
     *     another person is needed, or it can have no more files; 403 where the act is another's
     */
    Acting begin(UUID id, FeedbackAction action, String ifMatch) {
        Feedback now =
                feedbacks.locked(id).filter(this::visible).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        List<Acts.Act> history = acts.of(id);
        Revision.require(ifMatch, now.revision(), () -> newest(now, history));
        Concern.Circle circle = concern.of(now);
        Row row = FeedbackTable.find(now.state(), action)
                .orElseThrow(() -> new ProblemException(NotificationProblem.FEEDBACK_ACT_NOT_ALLOWED, now.state())
                        .with("state", now.state())
                        .with("allowed", allowed(now, circle, history)));
        Set<By> parts = parts(now);
        By part = row.by().stream()
                .filter(parts::contains)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.FORBIDDEN));
        require(row, circle, history);
        if (row.when().contains(Guard.FILES_LEFT) && files.full(id)) {
            throw new ProblemException(NotificationProblem.FEEDBACK_FILES_FULL, FileKind.MOST);
        }
        return new Acting(
                now,
                row,
                officer(part == By.DIRECTOR ? "director" : null),
                circle,
                history,
                after(history, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** Keeps what the act has made of it, in its place of the history, watches what is owed now, tells the figures and the person. */
    Feedback finish(Acting acting, Feedback after, String reason, Words words) {
        Feedback before = acting.feedback();
        feedbacks.change(before, after);
        acts.add(before, after, acting.row().action().name(), acting.actor(), reason, words, acting.at());
        deadlines.watch(after);
        if (after.sequence() != before.sequence()) {
            figures.tell(after, acting.at());
        }
        person.tell(after, acting.row().action().name(), acting.at());
        return after;
    }

    /** Whether the caller may see it: reception, director and auditor of its unit, and who handles it. */
    boolean visible(Feedback f) {
        boolean whole = caller.has("reception") || caller.has("director") || caller.has("auditor");
        return caller.units().contains(f.facts().unit()) && (whole || handles(f));
    }

    /** What the caller may do now. */
    Set<FeedbackAction> allowed(Feedback f, Concern.Circle circle, List<Acts.Act> history) {
        Set<Guard> broken = EnumSet.noneOf(Guard.class);
        if (why(circle) != null) {
            broken.add(Guard.NOT_CONCERNED);
            if (!directs()) {
                broken.add(Guard.SENT_BY_UNCONCERNED);
            }
        }
        if (own(history, FeedbackAction.PROPOSE)) {
            broken.add(Guard.ANOTHERS_ANSWER);
        }
        if (own(history, FeedbackAction.REDACT)) {
            broken.add(Guard.ANOTHERS_TEXT);
        }
        if (files.full(f.id())) {
            broken.add(Guard.FILES_LEFT);
        }
        return FeedbackTable.allowed(f.state(), parts(f), broken);
    }

    /** Why it concerns the caller; null where it does not. */
    Concern.Why why(Concern.Circle circle) {
        return circle.why(caller.name(), caller.has("reception"));
    }

    /** Whether the caller directs; a director may receive as well. */
    private boolean directs() {
        return caller.has("director");
    }

    /**
     * The caller in official capacity.
     *
     * @param role in which they act, or null for reception or else specialist
     */
    Actor officer(String role) {
        String part = role != null
                ? role
                : caller.has("reception") ? "reception" : caller.has("director") ? "director" : "specialist";
        return new Actor(part, caller.subject(), caller.name(), caller.title());
    }

    /**
     * What shows who sent it is not for whom it concerns.
     *
     * @throws ProblemException {@code feedback-concerns-officer} with why
     */
    void requireUnconcerned(Feedback f) {
        requireUnconcerned(concern.of(f));
    }

    /** @throws ProblemException {@code feedback-concerns-officer} with why */
    void requireUnconcerned(Concern.Circle circle) {
        Concern.Why why = why(circle);
        if (why != null) {
            throw new ProblemException(NotificationProblem.FEEDBACK_CONCERNS_OFFICER).with("why", why);
        }
    }

    private void require(Row row, Concern.Circle circle, List<Acts.Act> history) {
        boolean sent = row.when().contains(Guard.SENT_BY_UNCONCERNED) && !directs();
        if (sent || row.when().contains(Guard.NOT_CONCERNED)) {
            requireUnconcerned(circle);
        }
        boolean own = row.when().contains(Guard.ANOTHERS_ANSWER) && own(history, FeedbackAction.PROPOSE)
                || row.when().contains(Guard.ANOTHERS_TEXT) && own(history, FeedbackAction.REDACT);
        if (own) {
            throw new ProblemException(NotificationProblem.ANOTHER_OFFICER_NEEDED);
        }
    }

    private boolean own(List<Acts.Act> history, FeedbackAction action) {
        Acts.Act act = Acts.newest(history, action);
        return act != null && caller.subject().equals(act.actor().subject());
    }

    private boolean handles(Feedback f) {
        return f.handler() != null && caller.subject().equals(f.handler().subject());
    }

    private Set<By> parts(Feedback f) {
        Set<By> parts = EnumSet.noneOf(By.class);
        if (!caller.units().contains(f.facts().unit())) {
            return parts;
        }
        if (caller.has("reception")) {
            parts.add(By.RECEPTION);
        }
        if (caller.has("director")) {
            parts.add(By.DIRECTOR);
        }
        if (handles(f)) {
            parts.add(By.HANDLER);
        }
        return parts;
    }

    /** Never before the act before it. */
    static Instant after(List<Acts.Act> history, Instant now) {
        Instant last = history.isEmpty() ? now : history.get(history.size() - 1).at();
        return now.isBefore(last) ? last : now;
    }

    private static Map<String, Object> newest(Feedback now, List<Acts.Act> history) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", now.state());
        if (!history.isEmpty()) {
            Acts.Act last = history.get(history.size() - 1);
            facts.put("action", last.action());
            facts.put("at", last.at());
            facts.put("by", last.actor().name());
        }
        return facts;
    }
}
