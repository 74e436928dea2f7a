package vn.motcua.processing.urgency;

import vn.motcua.platform.clock.LegalTime;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a case stands in its queue, reckoned once when its dates are written: by its due date, brought forward for what makes it more
 * pressing than others due at the same time. Nothing here depends on the present time, so an order once right stays right. Source of the
 * rule: ADR 30.
 *
 * @param sameDay due on the legal day of its receipt
 * @param waitingPerson filed at the counter, to be fetched at the counter, and due on the day of receipt
 * @param longRunning what the length of the limit brings forward: a twentieth of it, two hours at most
 * @param riskAt when the last fifth of the limit begins, at most 48 hours before due; null without a due date
 */
public record Urgency(boolean sameDay, boolean waitingPerson, Duration longRunning, Instant riskAt) {
    /** What same-day work is brought forward by. */
    public static final Duration SAME_DAY = Duration.ofHours(2);
    /** What a person who comes back for the result on the same day adds to that. */
    public static final Duration WAITING_PERSON = Duration.ofHours(2);
    /** The most that the length of the limit counts for. */
    public static final Duration LONG_RUNNING_MOST = Duration.ofHours(2);
    /** The most that all together bring a case forward. */
    public static final Duration MOST = SAME_DAY.plus(WAITING_PERSON).plus(LONG_RUNNING_MOST);
    /** The earliest that a case can be at risk before its due date. */
    public static final Duration RISK_MOST = Duration.ofHours(48);

    private static final int LONG_RUNNING_PART = 20;
    private static final int RISK_PART = 5;
    private static final String COUNTER = "COUNTER";

    /** What the events tell of a dossier, as far as its place in a queue goes; instants are UTC, each may be null. */
    public record Known(Instant received, Instant due, Instant originalDue, String channel, String returnMode) {}

    /**
     * @param known what the dossier's events told
     * @param opened when the case was opened; stands for the receipt where that is not known
     */
    public static Urgency of(Known known, Instant opened) {
        if (known.due() == null) {
            return new Urgency(false, false, Duration.ZERO, null);
        }
        Instant begun = begun(known, opened);
        Duration limit = Duration.between(begun, known.due());
        if (limit.isNegative()) {
            limit = Duration.ZERO;
        }
        Instant promised = known.originalDue() == null ? known.due() : known.originalDue();
        boolean sameDay = LegalTime.date(promised).equals(LegalTime.date(begun));
        boolean waiting = sameDay && COUNTER.equals(known.channel()) && COUNTER.equals(known.returnMode());
        return new Urgency(
                sameDay,
                waiting,
                least(whole(limit.dividedBy(LONG_RUNNING_PART)), LONG_RUNNING_MOST),
                known.due().minus(whole(least(limit.dividedBy(RISK_PART), RISK_MOST))));
    }

    static Instant begun(Known known, Instant opened) {
        return known.received() == null ? opened : known.received();
    }

    /** By how many seconds the case stands before its due date. */
    public int advanceSeconds() {
        Duration sum = longRunning;
        if (sameDay) {
            sum = sum.plus(SAME_DAY);
        }
        if (waitingPerson) {
            sum = sum.plus(WAITING_PERSON);
        }
        return Math.toIntExact(sum.toSeconds());
    }

    private static Duration whole(Duration some) {
        return Duration.ofSeconds(some.toSeconds());
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
