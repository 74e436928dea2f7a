package vn.motcua.platform.timer;

import java.time.Duration;

/** Work that goes round for ever, one round at a time whatever the number of replicas and restarts; a bean per kind. */
public interface Round {
    /** Stable name; part of the round's key in the database. */
    String task();

    /** How long after a start of the service the next round begins, whatever clock the rounds before had. */
    default Duration first() {
        return Duration.ZERO;
    }

    /** As {@link TimerTask#remote}. */
    default boolean remote() {
        return false;
    }

    /**
     * One round, at least once and in a transaction of its own unless it is {@link #remote}. An exception leads to another try ten
     * seconds later.
     *
     * @return how long the next one waits
     */
    Duration round();
}
