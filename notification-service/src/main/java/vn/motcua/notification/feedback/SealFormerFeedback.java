package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.feedback.Acts.Actor;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.Feedback.Limits;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Round;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Feedback from before texts were sealed: sealed, numbered, given its first act and its limits from its own receipt on. */
@ApplicationScoped
class SealFormerFeedback implements Round {
    private static final int A_ROUND = 200;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration DONE = Duration.ofDays(1);

    private record Former(UUID id, String text, Instant receivedAt) {}

    @Inject
    AgroalDataSource source;

    @Inject
    Feedbacks feedbacks;

    @Inject
    Acts acts;

    @Inject
    TakeFeedback take;

    @Inject
    Deadlines deadlines;

    @Inject
    ContactSeal seal;

    @Override
    public String task() {
        return "feedback-seal";
    }

    /** Once the calendars are there. */
    @Override
    public Duration first() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration round() {
        List<Former> former = Sql.query(
                source,
                "select id, text, received_at from feedback where text is not null order by received_at, id limit "
                        + A_ROUND + " for update",
                row -> new Former(
                        row.getObject(1, UUID.class), row.getString(2), Feedbacks.instant(row, "received_at")));
        former.forEach(this::seal);
        return former.size() < A_ROUND ? DONE : AGAIN;
    }

    private void seal(Former former) {
        Sql.update(
                source, "update feedback set sealed = ?, text = null where id = ?", seal.seal(former.text), former.id);
        Feedback before = feedbacks.locked(former.id).orElseThrow();
        Feedback.Facts f = before.facts();
        Feedback.Facts numbered = new Feedback.Facts(
                take.number(f.unit(), former.receivedAt),
                f.category(),
                f.channel(),
                f.unit(),
                f.about(),
                f.anonymous(),
                f.language(),
                f.receivedAt(),
                f.submission());
        Limits limits = deadlines.from(former.receivedAt, f.unit());
        Feedback after = before.with(numbered).to(before.state(), limits);
        feedbacks.change(before, after);
        acts.add(null, after, Acts.BEGUN, Actor.PERSON, null, Words.NONE, former.receivedAt);
        deadlines.watch(after);
    }
}
