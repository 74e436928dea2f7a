package vn.motcua.bench;

import vn.motcua.devstack.SuitePart;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what a lifecycle run found, as Markdown. */
final class LifecycleReport {
    /** Whose memory the budget of design.md §8 counts. */
    private static final Set<String> BUDGET = Set.of(
            SuitePart.CATALOG.label(),
            SuitePart.INTAKE.label(),
            SuitePart.PROCESSING.label(),
            SuitePart.NOTIFICATION.label(),
            SuitePart.POSTGRES.label(),
            SuitePart.KAFKA.label());

    private final PrintStream out;

    LifecycleReport(PrintStream out) {
        this.out = out;
    }

    void load(Load.Outcome outcome, int clients, int rate) {
        out.printf(
                "%n## %.1f complete lifecycles per second (%d clients, %s, %.0f s, %d lifecycles)%n%n",
                outcome.perSecond(),
                clients,
                rate > 0 ? "open loop at " + rate + "/s" : "closed loop",
                outcome.seconds(),
                outcome.lifecycles());
        if (rate > 0) {
            out.printf("due and not begun at the end: %d%n%n", outcome.waitingAtEnd());
        }
        out.println("| call | n | p50 ms | p95 ms | p99 ms | max ms |");
        out.println("|---|--:|--:|--:|--:|--:|");
        Recorder times = outcome.times();
        for (Call call : Call.values()) {
            if (times.count(call) > 0) {
                out.printf(
                        "| %s | %d | %.1f | %.1f | %.1f | %.0f |%n",
                        call.label(),
                        times.count(call),
                        times.millis(call, 50),
                        times.millis(call, 95),
                        times.millis(call, 99),
                        times.maxMillis(call));
            }
        }
        double worst = 0;
        for (Call call : Call.values()) {
            worst = call.officers() ? Math.max(worst, times.millis(call, 95)) : worst;
        }
        out.printf("%nworst p95 of an officer's call: %.1f ms%n", worst);
        List<Map.Entry<String, Integer>> failures = Load.ranked(times.failures());
        out.printf(
                "failed lifecycles: %d%n",
                failures.stream().mapToInt(Map.Entry::getValue).sum());
        failures.stream().limit(8).forEach(e -> out.printf("- %d × %s%n", e.getValue(), e.getKey()));
    }

    void processes(Footprint begin, Footprint end, Load.Outcome outcome) {
        out.println("\n| process | CPU s | CPU ms per lifecycle | memory PSS MB |");
        out.println("|---|--:|--:|--:|");
        double cpu = 0;
        double memory = 0;
        for (String name : end.cpuSeconds().keySet()) {
            double seconds = end.since(begin, name);
            cpu += seconds;
            memory += BUDGET.contains(name) ? end.megabytes().get(name) : 0;
            out.printf(
                    "| %s | %.1f | %.2f | %.0f |%n",
                    name,
                    seconds,
                    1_000 * seconds / outcome.lifecycles(),
                    end.megabytes().get(name));
        }
        out.printf("| together | %.1f | %.2f | |%n", cpu, 1_000 * cpu / outcome.lifecycles());
        out.printf(
                "%nprocessors used: %.2f of %d; memory of the four services, PostgreSQL and Kafka: %.0f MB%n",
                cpu / outcome.seconds(), Runtime.getRuntime().availableProcessors(), memory);
    }

    void database(List<Statements.Line> lines, Statements.Server server, Load.Outcome outcome) {
        double n = outcome.lifecycles();
        Map<String, Long> perDatabase = lines.stream()
                .filter(line -> !line.background())
                .collect(Collectors.groupingBy(
                        Statements.Line::database, TreeMap::new, Collectors.summingLong(Statements.Line::calls)));
        out.printf(
                "%nper lifecycle: %.1f commits, %.1f kB of WAL, %.2f flushes; statements:%s%n",
                server.commits() / n,
                server.walBytes() / n / 1024,
                server.walFlushes() / n,
                perDatabase.entrySet().stream()
                        .map(e -> " " + e.getKey() + " " + Math.round(10.0 * e.getValue() / n) / 10.0)
                        .collect(Collectors.joining(",")));
        out.println("\n| database | statement | per lifecycle | mean ms | share |");
        out.println("|---|---|--:|--:|--:|");
        double all = lines.stream().mapToDouble(Statements.Line::millis).sum();
        lines.stream()
                .sorted(Comparator.comparingDouble(Statements.Line::millis).reversed())
                .limit(20)
                .forEach(line -> out.printf(
                        "| %s | `%s` | %.1f | %.3f | %.0f %% |%n",
                        line.database(),
                        brief(line.query()),
                        line.calls() / n,
                        line.millis() / line.calls(),
                        100 * line.millis() / all));
        out.printf("%ntime in PostgreSQL's executor: %.2f ms per lifecycle%n", all / n);
    }

    void raw(double perSecond, RawLifecycle captured, int clients, Load.Outcome outcome) {
        out.printf(
                "%n## raw limit: %.1f lifecycles per second (%d clients, %d rows in %d transactions: %s)%n%n",
                perSecond, clients, captured.rows(), captured.steps().size(), captured.shape());
        out.printf("the suite reaches %.0f %% of it%n", 100 * outcome.perSecond() / perSecond);
    }

    /** @param each whether to print the statements themselves */
    void queries(CallQueries queries, boolean each) {
        out.println("\n| call, alone | statements in its service's database |");
        out.println("|---|--:|");
        for (Call call : Call.values()) {
            if (queries.perCall(call) >= 0) {
                out.printf("| %s | %d |%n", call.label(), queries.perCall(call));
                if (each) {
                    queries.lines(call).forEach(line -> out.printf("  %d × %s%n", line.calls(), brief(line.query())));
                }
            }
        }
    }

    private static String brief(String query) {
        String line = query.replaceAll("\\s+", " ").replace("|", "\\|").trim();
        return line.length() > 110 ? line.substring(0, 60) + " … " + line.substring(line.length() - 45) : line;
    }
}
