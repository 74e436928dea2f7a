package vn.motcua.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line that breaks: passes bytes between a client and a server and, at random, cuts the connection before a request has arrived
 * or in the middle of its answer.
 */
final class FlakyProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final URI target;
    private final int percent;
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool(FlakyProxy::daemon);
    private final AtomicInteger requestsLost = new AtomicInteger();
    private final AtomicInteger answersLost = new AtomicInteger();

    /** @param percent of what passes that is cut, each way */
    FlakyProxy(String target, int percent, long seed) {
        this.target = URI.create(target);
        this.percent = percent;
        this.random = new Random(seed);
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    String url() {
        return "http://localhost:" + listener.getLocalPort();
    }

    int requestsLost() {
        return requestsLost.get();
    }

    int answersLost() {
        return answersLost.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(target.getHost(), target.getPort());
            threads.execute(() -> pump(client, server, requestsLost, false));
            pump(server, client, answersLost, true);
        } catch (IOException away) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An answer is cut after some of it has passed, a request before any of it has. */
    private void pump(Socket from, Socket to, AtomicInteger cuts, boolean partly) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int cutAt = cutAt(read, partly);
                if (cutAt >= 0) {
                    cuts.incrementAndGet();
                    out.write(buffer, 0, cutAt);
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // the other direction has been cut
            return;
        }
    }

    private synchronized int cutAt(int read, boolean partly) {
        if (random.nextInt(100) >= percent) {
            return -1;
        }
        return partly ? random.nextInt(read) : 0;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "flaky-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
