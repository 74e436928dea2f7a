package vn.motcua.platform.timer;

/** Something that is due at a time; a bean per kind. */
public interface TimerTask {
    /** Stable name; part of the timer's key in the database. */
    String task();

    /**
     * Whether it waits for what is remote or slow. Such work is called outside any transaction and begins short ones itself; a
     * process does one piece of it at a time, so that none holds up a legal time.
     */
    default boolean remote() {
        return false;
    }

    /**
     * Called once the time has come, at least once and in a transaction of its own unless it is {@link #remote}: look at the state
     * first, do nothing where the timer has lost its ground. An exception leads to another try ten seconds later.
     */
    void fire(String instance);
}
