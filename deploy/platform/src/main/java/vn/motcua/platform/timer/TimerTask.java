package vn.motcua.platform.timer;

/** Something that is due at a time; a bean per kind. */
public interface TimerTask {
    /** Stable name; part of the timer's key in the database. */
    String task();

    /**
     * Called once the time has come, at least once and in a transaction of its own: look at the state first, do nothing
     * where the timer has lost its ground. An exception leads to another try ten seconds later.
     */
    void fire(String instance);
}
