package vn.motcua.intake.register;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Few exports at a time, since each holds a connection of the database as long as its reader reads: a place is taken before any work and
 * held to the end of the download, which is cut off when its time is over.
 */
@ApplicationScoped
class ExportPlaces {
    static final int AT_ONCE = 2;

    private final Vertx vertx;
    private final Duration most;
    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    ExportPlaces(Vertx vertx, IntakeConfig config) {
        this(vertx, config.register().exportTime());
    }

    ExportPlaces(Vertx vertx, Duration most) {
        this.vertx = vertx;
        this.most = most;
    }

    /**
     * @param cut ends the download whose time is over, so that whoever writes it is let go with an exception
     * @throws ProblemException 429 while as many exports run as may
     */
    Place take(Runnable cut) {
        if (!free.tryAcquire()) {
            throw new ProblemException(Problems.TOO_MANY_REQUESTS);
        }
        Place place = new Place();
        place.timer = vertx.setTimer(most.toMillis(), timer -> place.over(cut));
        return place;
    }

    /** One of them; it is left once, whoever leaves it first. */
    final class Place implements AutoCloseable {
        private long timer;
        private boolean writes;
        private boolean left;

        /** From here on who writes leaves the place. @return false where its time is over already */
        synchronized boolean begin() {
            writes = !left;
            return writes;
        }

        private void over(Runnable cut) {
            boolean nobody;
            synchronized (this) {
                nobody = !writes;
            }
            cut.run();
            if (nobody) {
                close(); // the answer never came to be written
            }
        }

        @Override
        public synchronized void close() {
            if (!left) {
                left = true;
                vertx.cancelTimer(timer);
                free.release();
            }
        }
    }
}
