package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.HdrHistogram.Histogram;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code bench next}: officers with logins of their own ask one department for the next case. First all at once, several times; then for
 * some seconds each in their own time. No case may be given to two: checked while it runs and afterwards in the history.
 */
final class NextRun {
    private static final String NEXT = "/api/processing/departments/" + Staff.DEPARTMENT + "/next";
    private static final String CASES = "/api/processing/cases/";

    private static final int ACCOUNTS_A_CALL = 20;

    private final Options options;
    private final Target target;
    private final PrintStream out;
    private final Map<String, Integer> holders = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final AtomicInteger doubles = new AtomicInteger();
    private final AtomicInteger claims = new AtomicInteger();

    /** One officer: login, connection, times. */
    private record Desk(int number, Token token, Wire wire, Histogram next, Histogram back) {}

    NextRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    /** @return whether no case was given to two and nothing failed */
    boolean run() throws Exception {
        int officers = options.number("officers", 200);
        int cases = options.number("cases", 10_000);
        fill(cases);
        List<Desk> desks = desks(officers);
        long begun = newestAct();
        bursts(desks, 1, false);
        refused.forEach((what, times) -> out.println("refused " + times + " times while it was cold: " + what));
        refused.clear();
        report("all at once", desks, bursts(desks, options.number("runs", 5), true));
        double rate = options.number("rate", 20);
        report("each in their own time, %.0f a second together".formatted(rate), desks, paced(desks, rate));
        int twice = twice(begun);
        out.printf(
                "%n%d claims, %d given to two as the officers saw it, %d in the history%n",
                claims.get(), doubles.get(), twice);
        refused.forEach((what, times) -> out.println("refused " + times + " times: " + what));
        desks.forEach(desk -> desk.wire().close());
        return doubles.get() == 0 && twice == 0 && refused.isEmpty();
    }

    private void fill(int cases) throws Exception {
        Staff staff = Staff.loggedIn(target.gateway());
        try (Client client = new Client(target.gateway(), staff, new Pace(), 42)) {
            Template open = new Templates(target, client).open(Lifecycle.PROCEDURE);
            try (Filling filling = new Filling(target, List.of(open), List.of(Staff.UNIT))) {
                filling.add(0, cases);
            }
        }
        out.printf("filled %,d cases of one department%n", cases);
    }

    private List<Desk> desks(int officers) {
        enrol(officers);
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < officers; i++) {
            desks.add(new Desk(
                    i, Token.of(target.gateway(), name(i)), new Wire(target.gateway()), histogram(), histogram()));
        }
        out.printf("%d officers are logged in%n", officers);
        return desks;
    }

    /** Accounts in the suite's own Keycloak, by its administrator; a few in a call, since each password takes its time to be hashed. */
    private void enrol(int officers) {
        for (int from = 0; from < officers; from += ACCOUNTS_A_CALL) {
            enrol(from, Math.min(officers, from + ACCOUNTS_A_CALL));
        }
    }

    private void enrol(int from, int until) {
        URI keycloak = target.keycloak();
        try (Wire wire = new Wire(keycloak)) {
            Wire.Answer admin = wire.send(Request.post("/auth/realms/master/protocol/openid-connect/token")
                    .bytes(
                            "application/x-www-form-urlencoded",
                            "grant_type=password&client_id=admin-cli&username=admin&password=demo-admin"
                                    .getBytes(StandardCharsets.UTF_8)));
            var users = Wire.JSON.createObjectNode().put("ifResourceExists", "SKIP");
            ArrayNode all = users.putArray("users");
            for (int i = from; i < until; i++) {
                var user = all.addObject()
                        .put("username", name(i))
                        .put("enabled", true)
                        .put("emailVerified", true);
                user.put("email", name(i) + "@mot-cua.example")
                        .put("firstName", "Số " + i)
                        .put("lastName", "Cán bộ");
                var attributes = user.putObject("attributes");
                attributes.putArray("fullName").add("Cán bộ số " + i);
                attributes.putArray("unit").add(Staff.UNIT);
                attributes.putArray("department").add(Staff.DEPARTMENT);
                user.putArray("realmRoles").add("specialist");
                user.putArray("credentials")
                        .addObject()
                        .put("type", "password")
                        .put("value", "demo")
                        .put("temporary", false);
            }
            Wire.Answer made = wire.send(Request.post("/auth/admin/realms/mot-cua/partialImport")
                    .header(
                            "Authorization",
                            "Bearer " + admin.json().path("access_token").asText())
                    .json(users.toString()));
            if (!made.ok()) {
                throw new IllegalStateException("no accounts: " + made.status() + " " + made.text());
            }
        }
    }

    private static String name(int number) {
        return "bench.officer." + number;
    }

    /** All press at the same moment; what they got they give back before the next round. */
    private double bursts(List<Desk> desks, int rounds, boolean kept) throws Exception {
        long begin = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            CyclicBarrier together = new CyclicBarrier(desks.size());
            CyclicBarrier done = new CyclicBarrier(desks.size());
            each(desks, desk -> {
                together.await();
                JsonNode got = next(desk, kept);
                done.await();
                giveBack(desk, got, kept);
            });
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private double paced(List<Desk> desks, double rate) throws Exception {
        int seconds = options.number("seconds", 30);
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        each(desks, desk -> {
            SplittableRandom random = new SplittableRandom(desk.number());
            while (true) {
                double wait = -Math.log(1 - random.nextDouble()) * desks.size() / rate;
                long until = System.nanoTime() + (long) (wait * 1e9);
                if (until > end) {
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
                giveBack(desk, next(desk, true), true);
            }
        });
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What one officer does. */
    private interface Work {
        void of(Desk desk) throws Exception;
    }

    private void each(List<Desk> desks, Work work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Desk desk : desks) {
            Thread thread = new Thread(() -> {
                try {
                    work.of(desk);
                } catch (Exception e) {
                    refused.merge(e.toString(), 1, Integer::sum);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** The case that was given, or null. */
    private JsonNode next(Desk desk, boolean kept) {
        long begin = System.nanoTime();
        Wire.Answer answer = desk.wire()
                .send(Request.post(NEXT)
                        .as(desk.token())
                        .once(UUID.randomUUID().toString())
                        .json("{\"unit\":\"" + Staff.UNIT + "\"}"));
        if (kept) {
            desk.next().recordValue(Math.max(1, (System.nanoTime() - begin) / 1_000));
        }
        if (answer.status() != 200) {
            refused.merge("next: " + answer.status() + " " + brief(answer), 1, Integer::sum);
            return null;
        }
        JsonNode got = answer.json();
        claims.incrementAndGet();
        if (holders.putIfAbsent(got.get("id").asText(), desk.number()) != null) {
            doubles.incrementAndGet();
        }
        return got;
    }

    private void giveBack(Desk desk, JsonNode got, boolean kept) {
        if (got == null) {
            return;
        }
        String id = got.get("id").asText();
        holders.remove(id, desk.number());
        long begin = System.nanoTime();
        Wire.Answer answer = desk.wire()
                .send(Request.post(CASES + id + "/actions")
                        .as(desk.token())
                        .once(UUID.randomUUID().toString())
                        .match("\"" + got.get("revision").asLong() + "\"")
                        .json("{\"action\":\"RELEASE\",\"fence\":"
                                + got.at("/holder/fence").asLong() + "}"));
        if (kept) {
            desk.back().recordValue(Math.max(1, (System.nanoTime() - begin) / 1_000));
        }
        if (!answer.ok()) {
            refused.merge("release: " + answer.status() + " " + brief(answer), 1, Integer::sum);
        }
    }

    private static String brief(Wire.Answer answer) {
        String text = answer.text().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
        return text.substring(0, Math.min(160, text.length()));
    }

    private void report(String name, List<Desk> desks, double seconds) {
        Histogram next = histogram();
        Histogram back = histogram();
        desks.forEach(desk -> {
            next.add(desk.next());
            back.add(desk.back());
            desk.next().reset();
            desk.back().reset();
        });
        out.printf(
                "%n%s: %d officers, %.1f s, %.0f claims/s%n",
                name, desks.size(), seconds, next.getTotalCount() / seconds);
        out.printf("| call | calls | p50 | p95 | p99 |%n|---|--:|--:|--:|--:|%n");
        line("next", next);
        line("release", back);
    }

    private void line(String name, Histogram times) {
        out.printf(
                "| %s | %,d | %.1f ms | %.1f ms | %.1f ms |%n",
                name,
                times.getTotalCount(),
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(95) / 1e3,
                times.getValueAtPercentile(99) / 1e3);
    }

    /** Claims since then that follow a claim of the same case without anything between: each would be a case with two holders. */
    private int twice(long since) throws SQLException {
        return (int)
                number("select count(*) from (select act, lag(act) over (partition by case_id order by id) as before"
                        + " from case_act where id > " + since
                        + ") as acts where act = 'CLAIMED' and before = 'CLAIMED'");
    }

    private long newestAct() throws SQLException {
        return number("select coalesce(max(id), 0) from case_act");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = target.connect("processing");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Histogram histogram() {
        return new Histogram(120_000_000, 3);
    }
}
