package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.feedback.Deadlines.Watch;
import vn.motcua.platform.timer.TimerTask;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A limit of a feedback is near or over: its officers are told, once a limit. */
@ApplicationScoped
class FeedbackTimer implements TimerTask {
    static final String TASK = "feedback-limit";

    @Inject
    Feedbacks feedbacks;

    @Inject
    FeedbackNotices notices;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void fire(String instance) {
        int slash = instance.indexOf('/');
        Watch watch = Watch.valueOf(instance.substring(slash + 1));
        Feedback feedback =
                feedbacks.locked(UUID.fromString(instance.substring(0, slash))).orElseThrow();
        Instant due = feedback.dueAt();
        if (due == null || feedback.limits().pausedSince() != null) {
            return;
        }
        Instant now = clock.instant();
        if (watch == Watch.DUE_SOON && !now.isAfter(due)) {
            notices.limit(feedback, FeedbackNotices.Kind.DUE_SOON, now);
        } else if (watch == Watch.OVERDUE && now.isAfter(due)) {
            notices.limit(feedback, FeedbackNotices.Kind.OVERDUE, now);
        }
    }
}
