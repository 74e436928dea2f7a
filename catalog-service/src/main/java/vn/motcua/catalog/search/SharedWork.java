package vn.motcua.catalog.search;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Work that many want at once: a thread of its own does it, one time for all, and nobody waits for it for long. */
final class SharedWork {
    private final Executor thread;
    private final long patienceNanos;
    private Running running;

    private record Running(CompletableFuture<Void> work, long begun) {}

    /**
     * @param thread does one after the other
     * @param patience from the beginning of a work on, whenever somebody comes to want it
     */
    SharedWork(Executor thread, Duration patience) {
        this.thread = thread;
        patienceNanos = patience.toNanos();
    }

    /**
     * Returns once it is done, or where the work takes longer than one waits for it; what began too early to see what is wanted is done
     * again.
     *
     * @throws RuntimeException whatever the work throws
     */
    void until(BooleanSupplier done, Runnable work) {
        while (!done.getAsBoolean()) {
            Running present = running(work);
            long left = patienceNanos - (System.nanoTime() - present.begun());
            try {
                present.work().get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException later) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new CompletionException(failed.getCause());
            }
        }
    }

    private synchronized Running running(Runnable work) {
        if (running == null || running.work().isDone()) {
            running = new Running(CompletableFuture.runAsync(work, thread), System.nanoTime());
        }
        return running;
    }
}
