package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Drives the clients: as fast as they can, or at a fixed rate whether or not the suite keeps up. */
final class Load {
    private final List<Client> clients;
    private final int rate;
    private final BlockingQueue<Long> starts = new LinkedBlockingQueue<>();
    private final AtomicLong finished = new AtomicLong();
    private final List<Recorder> measured = new ArrayList<>();
    private volatile boolean measuring;
    private volatile boolean running = true;

    /** What happens at the borders of the measured time. */
    interface Border {
        void begin() throws Exception;

        void end() throws Exception;
    }

    /** @param waitingAtEnd open loop: lifecycles that were due and not begun when the time was over */
    record Outcome(Recorder times, long lifecycles, double seconds, long waitingAtEnd) {
        double perSecond() {
            return lifecycles / seconds;
        }
    }

    /** @param rate lifecycles begun per second; 0: each client begins the next when it has ended one */
    Load(List<Client> clients, int rate) {
        this.clients = clients;
        this.rate = rate;
    }

    Outcome run(int warmupSeconds, int seconds, Border border) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (Client client : clients) {
            Recorder recorder = new Recorder();
            measured.add(recorder);
            threads.add(start("client-" + threads.size(), () -> work(client, recorder)));
        }
        Thread clock = rate > 0 ? start("starts", this::tick) : null;
        TimeUnit.SECONDS.sleep(warmupSeconds);
        border.begin();
        long before = finished.get();
        long begin = System.nanoTime();
        measuring = true;
        TimeUnit.SECONDS.sleep(seconds);
        measuring = false;
        double took = (System.nanoTime() - begin) / 1e9;
        long done = finished.get() - before;
        long waiting = starts.size();
        border.end();
        running = false;
        if (clock != null) {
            clock.join();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Recorder all = new Recorder();
        measured.forEach(all::add);
        return new Outcome(all, done, took, waiting);
    }

    private void work(Client client, Recorder recorder) {
        Recorder aside = new Recorder();
        while (running) {
            try {
                Long due = rate > 0 ? starts.poll(100, TimeUnit.MILLISECONDS) : Long.valueOf(System.nanoTime());
                if (due == null) {
                    continue;
                }
                client.record(measuring ? recorder : aside);
                Lifecycle.run(client);
                finished.incrementAndGet();
                if (rate > 0) {
                    client.recorder().took(Call.FROM_DUE, System.nanoTime() - due);
                }
            } catch (Client.Unexpected e) {
                client.recorder().failed(brief(e.getMessage()));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                client.recorder().failed(brief(e.toString()));
            }
        }
    }

    private void tick() {
        long begin = System.nanoTime();
        for (long n = 0; running; n++) {
            long due = begin + n * 1_000_000_000L / rate;
            long early = due - System.nanoTime();
            if (early > 0) {
                try {
                    TimeUnit.NANOSECONDS.sleep(early);
                } catch (InterruptedException e) {
                    return;
                }
            }
            starts.add(due);
        }
    }

    /** Ids differ from case to case; what failed is the same. */
    private static String brief(String message) {
        String plain = message.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
        return plain.substring(0, Math.min(200, plain.length()));
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Failures by what they say, most frequent first. */
    static List<Map.Entry<String, Integer>> ranked(Map<String, Integer> failures) {
        return failures.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
    }
}
