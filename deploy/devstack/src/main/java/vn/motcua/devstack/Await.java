package vn.motcua.devstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until a server answers. */
final class Await {

    private Await() {}

    /**
     * Returns once {@code ready} holds.
     *
     * @throws IllegalStateException when the child ended or the limit has passed; the message says where to look
     */
    static void until(Child child, Duration limit, Duration pause, BooleanSupplier ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.isAlive()) {
                throw new IllegalStateException(child.obituary());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not ready after " + limit.toSeconds() + " s, see " + child.log());
            }
            pause(pause);
        }
    }

    /** Whether the address answers with 200. */
    static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(3000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
