package vn.motcua.processing.urgency;

import vn.motcua.platform.clock.LegalTime;
import vn.motcua.processing.urgency.Urgency.Known;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a case stands where it stands in its queue, told at the moment of reading. The place itself is {@code sortedAt} and does not move
 * with the time: the due date less the minutes of {@code forward}.
 *
 * @param first how the case stands against the legal clock
 * @param minutesLeft whole minutes to the due date, negative when late; null while paused and without a due date
 * @param usedPercent how much of the time between receipt and due date has passed, in the calendar's time, 100 and more when late; null
 *     while paused and without a due date
 * @param sortedAt by which the queue is ordered, UTC; null without a due date: such cases come after all others
 * @param forward what brings it before others that are due at the same time
 */
public record Why(Standing first, Long minutesLeft, Integer usedPercent, Instant sortedAt, List<Forward> forward) {

    /** How a case stands against the legal clock. */
    public enum Standing {
        /** The clock stands still; such cases come last. */
        PAUSED,
        /** No limit is established. */
        NO_LIMIT,
        LATE,
        /** Due on this legal day. */
        DUE_TODAY,
        /** In the last fifth of its limit, or of its last two days. */
        AT_RISK,
        IN_TIME
    }

    /** What brings a case forward. */
    public enum Reason {
        /** Due on the day of its receipt. */
        SAME_DAY,
        /** Filed at the counter and to be fetched there on the same day. */
        WAITING_PERSON,
        /** Of two due together the one that was received earlier. */
        LONG_RUNNING
    }

    /** @param minutes by how many minutes */
    public record Forward(Reason reason, long minutes) {}

    private static final int MOST_PERCENT = 999;

    /**
     * @param paused whether the legal clock stands still
     * @param opened when the case was opened, UTC
     */
    public static Why of(Known known, Instant opened, boolean paused, Instant now) {
        if (known.due() == null) {
            return new Why(paused ? Standing.PAUSED : Standing.NO_LIMIT, null, null, null, List.of());
        }
        Urgency urgency = Urgency.of(known, opened);
        Instant sorted = known.due().minusSeconds(urgency.advanceSeconds());
        if (paused) {
            return new Why(Standing.PAUSED, null, null, sorted, forward(urgency));
        }
        return new Why(
                standing(known.due(), urgency, now),
                Math.floorDiv(Duration.between(now, known.due()).toSeconds(), 60L),
                used(Urgency.begun(known, opened), known.due(), now),
                sorted,
                forward(urgency));
    }

    private static Standing standing(Instant due, Urgency urgency, Instant now) {
        if (now.isAfter(due)) {
            return Standing.LATE;
        }
        if (LegalTime.date(due).equals(LegalTime.date(now))) {
            return Standing.DUE_TODAY;
        }
        return urgency.riskAt().isAfter(now) ? Standing.IN_TIME : Standing.AT_RISK;
    }

    private static Integer used(Instant begun, Instant due, Instant now) {
        long limit = Duration.between(begun, due).toSeconds();
        long passed = Duration.between(begun, now).toSeconds();
        if (limit <= 0) {
            return passed >= limit ? 100 : 0;
        }
        return (int) Math.min(MOST_PERCENT, Math.max(0, passed * 100 / limit));
    }

    private static List<Forward> forward(Urgency urgency) {
        List<Forward> forward = new ArrayList<>();
        if (urgency.waitingPerson()) {
            forward.add(new Forward(Reason.WAITING_PERSON, Urgency.WAITING_PERSON.toMinutes()));
        }
        if (urgency.sameDay()) {
            forward.add(new Forward(Reason.SAME_DAY, Urgency.SAME_DAY.toMinutes()));
        }
        if (urgency.longRunning().toMinutes() > 0) {
            forward.add(new Forward(Reason.LONG_RUNNING, urgency.longRunning().toMinutes()));
        }
        return List.copyOf(forward);
    }
}
