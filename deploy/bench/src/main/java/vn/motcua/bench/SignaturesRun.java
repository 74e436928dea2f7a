package vn.motcua.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * {@code bench signatures}: proposals of certified copies signed by several approvers at once, through the gateway: number, statement
 * page, PAdES B-LT by the demo authority, decision. The proposals are made before the clock runs.
 */
final class SignaturesRun {
    private static final String OBJECTS =
            """
            %%PDF-1.4
            1 0 obj
            <</Type/Catalog/Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>
            endobj
            3 0 obj
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>
            endobj
            4 0 obj
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>
            endobj
            """
                    .replace("%%", "%");

    private final Options options;
    private final Target target;
    private final PrintStream out;

    /** One approver's desk with what lies on it. */
    private static final class Desk {
        private final Client client;
        private final Deque<Lifecycle> proposed = new ArrayDeque<>();
        private final Recorder recorder = new Recorder();

        Desk(Client client) {
            this.client = client;
        }
    }

    SignaturesRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    void run() throws InterruptedException {
        int clients = options.number("clients", 4);
        int each = options.number("each", 100);
        int warmup = options.number("warmup", 25);
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Desk desk = new Desk(new Client(target.gateway(), Staff.loggedIn(target.gateway()), new Pace(), i));
            for (int n = 0; n < each + warmup; n++) {
                desk.proposed.add(proposed(desk.client));
            }
            desks.add(desk);
        }
        desks.forEach(desk -> desk.client.reconnect()); // the first ones were idle while the others proposed
        signAll(desks, warmup);
        desks.forEach(desk -> desk.client.record(desk.recorder));
        long begin = System.nanoTime();
        signAll(desks, each);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Recorder all = new Recorder();
        desks.forEach(desk -> all.add(desk.recorder));
        out.printf(
                "%n%d approvers, %d signatures each after %d, load of the machine %.1f%n%n",
                clients, each, warmup, CatalogueRun.load());
        out.printf("| signatures/s | p50 ms | p95 ms | max ms |%n|--:|--:|--:|--:|%n");
        out.printf(
                "| %.1f | %.0f | %.0f | %.0f |%n",
                clients * each / seconds,
                all.millis(Call.SIGN, 50),
                all.millis(Call.SIGN, 95),
                all.maxMillis(Call.SIGN));
        desks.forEach(desk -> desk.client.close());
    }

    private static Lifecycle proposed(Client client) throws InterruptedException {
        Lifecycle lifecycle = new Lifecycle(client);
        lifecycle.intake();
        lifecycle.claim();
        lifecycle.propose(pdf());
        return lifecycle;
    }

    private static void signAll(List<Desk> desks, int each) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(desks.size());
        for (Desk desk : desks) {
            new Thread(() -> {
                        try {
                            for (int i = 0; i < each; i++) {
                                desk.proposed.remove().sign();
                            }
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
    }

    /** Two empty pages, with the table of objects a reader expects. */
    private static byte[] pdf() {
        StringBuilder text = new StringBuilder(OBJECTS);
        int table = text.length();
        text.append("xref\n0 5\n0000000000 65535 f \n");
        for (int i = 1; i <= 4; i++) {
            text.append(String.format("%010d 00000 n \n", OBJECTS.indexOf("\n" + i + " 0 obj") + 1));
        }
        text.append("trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
