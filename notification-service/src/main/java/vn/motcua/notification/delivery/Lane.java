package vn.motcua.notification.delivery;

import org.jboss.logging.Logger;
import vn.motcua.platform.timer.Background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The sendings of one way: so many at a time, in threads of their own, so that a way that is slow holds up no other. */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final long PAUSE_MS = 200;
    private static final long ROUND_ENDS_S = 2;

    private final Claims claims;
    private final Consumer<Claimed> work;
    private final Semaphore free;
    private final ScheduledExecutorService rounds;
    private final ExecutorService workers;

    /** Takes what is due, at most so many. */
    interface Claims {
        List<Claimed> upTo(int limit);
    }

    /** @param threads sendings at a time */
    Lane(ChannelKind way, int threads, Claims claims, Consumer<Claimed> work) {
        this.claims = claims;
        this.work = work;
        free = new Semaphore(threads);
        rounds = Background.thread("sender-rounds-" + way);
        workers = Executors.newFixedThreadPool(threads, run -> {
            Thread thread = new Thread(run, "sender-" + way);
            thread.setDaemon(true);
            return thread;
        });
        rounds.scheduleWithFixedDelay(() -> quietly(this::round), PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /** Claims nothing more. */
    void close() {
        rounds.shutdown();
    }

    /** Waits for what is on the wire. */
    void end(Duration atMost) throws InterruptedException {
        rounds.awaitTermination(ROUND_ENDS_S, TimeUnit.SECONDS);
        workers.shutdown();
        workers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        while (!rounds.isShutdown()) {
            free.acquireUninterruptibly();
            if (rounds.isShutdown()) {
                free.release();
                return;
            }
            int more = free.drainPermits();
            List<Claimed> claimed = claimUpTo(1 + more);
            free.release(1 + more - claimed.size());
            claimed.forEach(each -> workers.execute(() -> sent(each)));
            if (claimed.isEmpty()) {
                return;
            }
        }
    }

    private List<Claimed> claimUpTo(int limit) {
        try {
            return claims.upTo(limit);
        } catch (RuntimeException broken) {
            free.release(limit);
            throw broken;
        }
    }

    private void sent(Claimed claimed) {
        try {
            quietly(() -> work.accept(claimed));
        } finally {
            free.release();
        }
    }

    /** A failure ends this piece of work, not the thread; the row comes again. */
    static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warnf("sending waits: %s", failed.getClass().getName());
        }
    }
}
