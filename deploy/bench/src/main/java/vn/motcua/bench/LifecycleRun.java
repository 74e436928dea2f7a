package vn.motcua.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code bench lifecycle}: load, then the statements of each call, then the raw limit, and the report of all. */
final class LifecycleRun {
    private static final int WATCHED = 5;

    private final Options options;
    private final Target target;
    private final PrintStream out;
    private final List<Client> clients = new ArrayList<>();
    private final Pace pace = new Pace();

    private Footprint atBegin;
    private Footprint atEnd;
    private Map<String, Statements.Line> linesAtBegin;
    private Map<String, Statements.Line> linesAtEnd;
    private Statements.Server serverAtBegin;
    private Statements.Server serverAtEnd;

    LifecycleRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    void run() throws Exception {
        int count = options.number("clients", 16);
        int rate = options.number("rate", 0);
        int seconds = options.number("seconds", 30);
        for (int i = 0; i < count; i++) {
            clients.add(new Client(target.gateway(), Staff.loggedIn(target.gateway()), pace, i));
        }
        out.printf("%d clients logged in, each with four officers' tokens of its own%n", count);
        try (Statements statements = new Statements(target)) {
            Load.Outcome outcome = load(statements, rate, seconds);
            LifecycleReport report = new LifecycleReport(out);
            report.load(outcome, count, rate);
            report.processes(atBegin, atEnd, outcome);
            report.database(Statements.between(linesAtBegin, linesAtEnd), serverAtEnd.minus(serverAtBegin), outcome);
            if (!options.has("no-trace")) {
                report.queries(watched(statements), options.has("keep"));
            }
            if (!options.has("no-raw")) {
                RawLifecycle captured = capture();
                double raw = new RawLimit(target, captured, count).measure(options.number("raw-seconds", 15));
                report.raw(raw, captured, count, outcome);
            }
        } finally {
            clients.forEach(Client::close);
        }
    }

    private Load.Outcome load(Statements statements, int rate, int seconds) throws Exception {
        Profile profile = options.has("profile") ? new Profile(target.pids(), folder().resolve("profile")) : null;
        Load.Outcome outcome = new Load(clients, rate).run(options.number("warmup", 20), seconds, new Load.Border() {
            @Override
            public void begin() throws Exception {
                linesAtBegin = statements.snapshot();
                serverAtBegin = statements.server();
                if (profile != null) {
                    profile.begin();
                }
                atBegin = Footprint.now(target.pids());
            }

            @Override
            public void end() throws Exception {
                atEnd = Footprint.now(target.pids());
                if (profile != null) {
                    profile.end();
                }
                linesAtEnd = statements.snapshot();
                serverAtEnd = statements.server();
            }
        });
        if (profile != null) {
            out.println(profile.tops(25));
        }
        return outcome;
    }

    private CallQueries watched(Statements statements) throws InterruptedException {
        CallQueries queries = new CallQueries(statements);
        Client client = clients.get(0);
        client.record(new Recorder());
        client.watch(queries);
        for (int i = 0; i < WATCHED; i++) {
            Lifecycle.run(client);
        }
        client.watch(Client.Watch.NONE);
        return queries;
    }

    private RawLifecycle capture() throws SQLException, InterruptedException {
        Client client = clients.get(0);
        client.record(new Recorder());
        List<Capture.Transaction> transactions;
        Lifecycle lifecycle = new Lifecycle(client);
        try (Capture capture = new Capture(target)) {
            lifecycle.intake();
            lifecycle.examine();
            lifecycle.decide();
            lifecycle.handOver();
            lifecycle.track();
            TimeUnit.SECONDS.sleep(2);
            transactions = RawLifecycle.of(lifecycle.id(), capture.transactions());
        }
        return new RawLifecycle(transactions, tables(target));
    }

    static Map<String, Tables> tables(Target target) throws SQLException {
        Map<String, Tables> tables = new HashMap<>();
        for (String database : Target.DATABASES) {
            try (Connection connection = target.connect(database)) {
                tables.put(database, Tables.of(connection));
            }
        }
        return tables;
    }

    private Path folder() {
        return options.root().resolve("deploy/bench/target");
    }
}
