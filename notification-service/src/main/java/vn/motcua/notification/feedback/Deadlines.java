package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.WorkingDays;
import vn.motcua.notification.feedback.Feedback.Limits;
import vn.motcua.notification.limit.LimitProfile;
import vn.motcua.notification.limit.LimitProfiles;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.timer.Timers;

import java.time.Instant;
import java.time.LocalDate;

/** The limits of a feedback in working days of its unit, and the timers that watch them. */
@ApplicationScoped
class Deadlines {
    /** How many working days before its end a limit is told of. */
    private static final int SOON = 1;

    @Inject
    WorkingDays days;

    @Inject
    LimitProfiles profiles;

    @Inject
    Timers timers;

    /** What is watched. */
    enum Watch {
        DUE_SOON,
        OVERDUE
    }

    /** As promised at the receipt, by the unit's profile of that moment. */
    Limits from(Instant receivedAt, String unit) {
        LimitProfile profile = profiles.of(unit);
        return new Limits(
                days.endAfter(receivedAt, profile.screenDays(), unit),
                days.endAfter(receivedAt, profile.askDays(), unit),
                days.endAfter(receivedAt, profile.resolveDays(), unit),
                null,
                null,
                0);
    }

    /** The person is asked: the limit to answer stands still, unless the question itself comes too late. */
    Limits paused(Limits limits, Instant at) {
        boolean late = at.isAfter(limits.ask());
        return new Limits(limits.screen(), limits.ask(), limits.resolve(), null, late ? null : at, limits.waitedDays());
    }

    /** The person replied, or the officer goes on without: the working days in between are not the officer's. */
    Limits resumed(Limits limits, Instant at, String unit) {
        if (limits.pausedSince() == null) {
            return limits;
        }
        int waited = days.between(counted(limits.pausedSince(), unit), LegalTime.date(at), unit);
        Instant resolve = days.endAfter(limits.resolve().minusSeconds(60), waited, unit);
        return new Limits(limits.screen(), limits.ask(), resolve, null, null, limits.waitedDays() + waited);
    }

    /** From the answer on, the limit to publish runs. */
    Limits toPublish(Limits limits, Instant at, String unit) {
        Instant publish = days.endAfter(at, profiles.of(unit).publishDays(), unit);
        return new Limits(limits.screen(), limits.ask(), limits.resolve(), publish, null, limits.waitedDays());
    }

    /** Working days from the receipt to the answer, less those on which the person's reply was waited for. */
    int answerDays(Feedback f, Instant at) {
        String unit = f.facts().unit();
        int all = days.between(counted(f.facts().receivedAt(), unit), LegalTime.date(at), unit);
        return Math.max(0, all - f.limits().waitedDays());
    }

    /** The working day an instant counts for, as the limits have it: after 17:00 and on a day off, the next one. */
    private LocalDate counted(Instant start, String unit) {
        return LegalTime.date(days.endAfter(start, 0, unit));
    }

    /** Sets the timers of what runs now and forgets the others; joins the caller's transaction. */
    void watch(Feedback f) {
        Instant due = f.dueAt();
        boolean runs = due != null && f.limits().pausedSince() == null;
        Instant soon = runs ? days.before(due, SOON, f.facts().unit()) : null;
        watch(f, Watch.DUE_SOON, soon);
        watch(f, Watch.OVERDUE, runs ? due.plusSeconds(60) : null);
    }

    private void watch(Feedback f, Watch what, Instant at) {
        String instance = f.id() + "/" + what;
        if (at == null) {
            timers.cancel(FeedbackTimer.TASK, instance);
        } else {
            timers.schedule(FeedbackTimer.TASK, instance, at);
        }
    }
}
