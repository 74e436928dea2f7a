package vn.motcua.platform.timer;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads of a service's own that never keep its process alive. */
public final class Background {
    private Background() {}

    /** One thread of this name, for work that is repeated or comes later. */
    public static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
