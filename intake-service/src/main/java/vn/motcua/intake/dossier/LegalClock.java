package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.deadline.Due;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.deadline.Pause;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.platform.clock.LegalTime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The legal clock of a dossier: facts only (limit, t0, pauses, end), from which the due date follows by {@link Deadline}. The original
 * due date is set once and kept for the figures.
 */
@Embeddable
public class LegalClock {
    private static final int MOST_EXTENSION_DAYS = 260;

    @Column(name = "limit_amount")
    private Integer limitAmount;

    @Enumerated(EnumType.STRING)
    @Column(name = "limit_unit")
    private LimitUnit limitUnit;

    @Column(name = "limit_cut_off")
    private LocalTime limitCutOff;

    @Column(name = "limit_agreed_reason")
    private String agreedReason;

    @Column(name = "acknowledge_by")
    private Instant acknowledgeBy;

    @Column(name = "hand_over_at")
    private Instant handOverAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "due")
    private Instant due;

    @Column(name = "original_due")
    private Instant originalDue;

    @Column(name = "due_provisional")
    private boolean provisional;

    @Column(name = "promised")
    private Instant promised;

    @Column(name = "paused_since")
    private Instant pausedSince;

    @Convert(converter = PausesConverter.class)
    @Column(name = "pauses")
    private List<Pause> pauses = List.of();

    @Column(name = "extension_days")
    private Integer extensionDays;

    @Column(name = "extension_time")
    private LocalTime extensionTime;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "punctuality")
    private Punctuality punctuality;

    /** Takes the limit that the procedure's version publishes; null where none is established. */
    void limit(Limit limit) {
        limitAmount = limit == null ? null : limit.amount();
        limitUnit = limit == null ? null : limit.unit();
        limitCutOff = limit == null ? null : limit.cutOff();
    }

    /** A limit agreed with the person where none is established, with its reason. */
    void agree(Limit limit, String reason) {
        limit(limit);
        agreedReason = reason;
    }

    void acknowledgeBy(Instant at) {
        acknowledgeBy = at;
    }

    /** The hand-over record of the post, which is the legal time of filing (Decision 45/2016 Art. 7(4)). */
    public void handedOver(Instant at) {
        handOverAt = at;
    }

    /** A supplement before receipt came in completely: legal time will count from here. */
    void completed(Instant at) {
        completedAt = at;
    }

    /** Runs from t0: the completing SUPPLY, else the hand-over record of the post, else the receipt itself. */
    void start(Instant received, WorkCalendar calendar) {
        receivedAt = completedAt != null ? completedAt : handOverAt != null ? handOverAt : received;
        recompute(calendar);
        originalDue = due;
    }

    void pause(Instant at, String ground) {
        if (pausedSince == null) {
            pausedSince = at;
            List<Pause> more = new ArrayList<>(pauses);
            more.add(new Pause(at, null, ground));
            pauses = List.copyOf(more);
        }
    }

    void resume(Instant at, WorkCalendar calendar) {
        if (pausedSince != null) {
            closePause(at);
            recompute(calendar);
        }
    }

    /**
     * Moves the due date once; the number of working days and the hour granted are kept, so that a later pause or another calendar moves
     * the extended date too.
     */
    void extend(Instant newDue, WorkCalendar calendar) {
        LocalDate granted = LegalTime.date(newDue);
        int days = 0;
        while (days < MOST_EXTENSION_DAYS
                && LegalTime.date(Deadline.extend(due, days, calendar)).isBefore(granted)) {
            days++;
        }
        extensionDays = days;
        extensionTime = LocalTime.ofInstant(newDue, LegalTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
        due = newDue;
    }

    void promise(Instant at) {
        promised = at;
    }

    /**
     * The promised date under another calendar. What was promised to a person stays, unless it is still to come and has become a day
     * off: then it is the next working day. Null where nothing is promised.
     */
    public Instant promised(Instant now, WorkCalendar calendar) {
        return promised == null || !promised.isAfter(now) ? promised : Deadline.onWorkingDay(promised, calendar);
    }

    /** Ends without a result. */
    void end(Instant at) {
        closePause(at);
        endedAt = at;
    }

    /** The result is issued: early, on time or late. */
    void stop(Instant at, WorkCalendar calendar) {
        resume(at, calendar);
        endedAt = at;
        punctuality = due == null ? null : Deadline.classify(at, due, limit().isSameDay());
    }

    /** Computes the due date anew from the facts; what has ended keeps the date it was judged by. */
    void recompute(WorkCalendar calendar) {
        Due computed = endedAt == null ? recomputed(calendar) : null;
        if (computed != null) {
            due = computed.due();
            provisional = computed.provisional();
        }
    }

    /** The due date that follows from the facts and a calendar, without taking it; null where there is no limit or no receipt. */
    public Due recomputed(WorkCalendar calendar) {
        Limit limit = limit();
        if (limit == null || receivedAt == null) {
            return null;
        }
        Due computed = Deadline.due(receivedAt, limit, calendar, pauses);
        return extensionDays == null
                ? computed
                : new Due(
                        Deadline.extend(computed.due(), extensionDays, extensionTime, calendar),
                        computed.provisional());
    }

    /** The date stays; what it rests on is a calendar that is final now, or no longer is. */
    public void confirm(boolean nowProvisional) {
        provisional = nowProvisional;
    }

    private void closePause(Instant at) {
        if (pausedSince != null) {
            List<Pause> closed = new ArrayList<>(pauses);
            Pause open = closed.remove(closed.size() - 1);
            closed.add(new Pause(open.from(), at.isBefore(open.from()) ? open.from() : at, open.reason()));
            pauses = List.copyOf(closed);
            pausedSince = null;
        }
    }

    /** Whether the time runs against a due date, so that another calendar can move it now; what is paused is computed when it resumes. */
    public boolean running() {
        return due != null && pausedSince == null && endedAt == null;
    }

    /** Whether an extension to this date may be granted now; see {@link Guard#EXTENSION_RULE}. */
    boolean extensible(Instant at, Instant newDue, WorkCalendar calendar) {
        if (due == null || newDue == null || !newDue.isAfter(due) || !firstForm04()) {
            return false;
        }
        return limit().isSameDay()
                ? !at.isAfter(due) && !newDue.isAfter(Deadline.extend(due, 2, calendar))
                : !Deadline.addWorkingDays(at, 1, calendar).isAfter(due);
    }

    boolean firstForm04() {
        return extensionDays == null && promised == null;
    }

    boolean lateAt(Instant at) {
        return running() && at.isAfter(due);
    }

    /** The limit that counts, or null where none is established. */
    public Limit limit() {
        return limitUnit == null ? null : new Limit(limitAmount, limitUnit, limitCutOff);
    }

    /** Why a limit was agreed with the person; null for a published limit. */
    public String agreedReason() {
        return agreedReason;
    }

    /** By when a filing online or by post must be answered; null at the counter. */
    /** When the post handed it over by a signed record; null for other channels, and while nobody said so. */
    public Instant handOverAt() {
        return handOverAt;
    }

    public Instant acknowledgeBy() {
        return acknowledgeBy;
    }

    /** t0, or null before RECEIVE. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** The due date; while paused, as it stood at the pause. */
    public Instant due() {
        return due;
    }

    public Instant originalDue() {
        return originalDue;
    }

    /** Whether the due date rests on a calendar that is not final. */
    public boolean provisional() {
        return provisional;
    }

    public Instant promised() {
        return promised;
    }

    public Instant pausedSince() {
        return pausedSince;
    }

    public List<Pause> pauses() {
        return pauses;
    }

    public boolean extensionUsed() {
        return extensionDays != null;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** Null before the result is issued. */
    public Punctuality punctuality() {
        return punctuality;
    }
}
