package vn.motcua.processing.queue;

import java.time.Instant;

/** Parts of a queue that can be looked at alone, and are counted. Each is a range of an index of {@code cases}. */
public enum Show {
    /** Everything that lies in the queue, paused cases last. */
    ALL,
    UNCLAIMED,
    HELD,
    /** Held by the caller. */
    MINE,
    PROPOSED,
    PAUSED,
    LATE,
    /** Due on this legal day and not late yet. */
    TODAY,
    /** Not late, and in the last fifth of its limit, at most two days before due. */
    AT_RISK,
    /** Came back from the signer. */
    SENT_BACK;

    /**
     * The condition over {@code c}, a case.
     *
     * @param caller the subject of who asks
     * @param now the present instant
     */
    Condition condition(String caller, Instant now) {
        return switch (this) {
            case ALL -> new Condition("c.rank is not null");
            case UNCLAIMED -> state("OPEN");
            case HELD -> state("CLAIMED");
            case MINE -> state("CLAIMED").and("c.holder = ?", caller);
            case PROPOSED -> state("PROPOSED");
            case PAUSED -> new Condition("c.rank = 1 and c.state = 'PAUSED'");
            case LATE -> running().and("c.urgent_at < ? and c.due < ?", now, now);
            case TODAY -> Days.dueToday(now);
            case AT_RISK -> Days.atRisk(now);
            case SENT_BACK -> running().and("c.sent_back_reason is not null");
        };
    }

    /** Whether all its cases have the same rank, so that the rank is no part of their order. */
    boolean oneRank() {
        return this != ALL;
    }

    private static Condition state(String state) {
        return running().and("c.state = '" + state + "'");
    }

    /** The clock runs. */
    static Condition running() {
        return new Condition("c.rank = 0");
    }
}
