package vn.motcua.bench;

import vn.motcua.devstack.Suite;

import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Load and growth runs of the suite, from the command line. */
public final class Bench {
    private static final String USAGE =
            """
            bench lifecycle [--clients 16] [--seconds 30] [--warmup 20] [--rate 50] [--raw-seconds 15] [--no-raw] [--no-trace]
                            [--profile] [--url http://localhost:8080 [--jdbc jdbc:postgresql://127.0.0.1:55432/] [--state .motcua]]
              complete authenticated lifecycles through the gateway, the statements of each call, and the raw limit

            bench growth [--small 10000] [--large 1000000] [--runs 5] [--requests 200]
              fills the databases by COPY and compares every list and screen at both sizes;
              with --measure PIN (and --url, --jdbc) measures what an earlier run filled, as it stands;
              --fill N (and --url, --jdbc) only fills; --no-rows does not count the rows each screen reads

            bench export [--small 10000] [--large 1000000] [--url http://localhost:8080 [--state .motcua]]
              the register as CSV at two sizes: time to the first and the last line, memory meanwhile; with --url what is there

            bench catalogue [--procedures 10000] [--runs 5] [--requests 1000] [--warmup 3] [--catalog http://localhost:8081]
                            [--clients 50] [--seconds 20] [--imported 2000] [--rounds 3] [--after 10]
                            [--no-rows] [--no-import]
              imports a large catalogue in three versions and measures search, resolve and pages in the service, then pages
              for many readers while lists are imported, and while they are released

            bench attachments [--clients 4] [--seconds 30] [--warmup 20] [--megabytes 25]
              puts and gets large files of papers and tells throughput and the memory intake takes

            bench signatures [--clients 4] [--each 100] [--warmup 25]
              signs proposals of certified copies by several approvers at once: number, page, PAdES B-LT, decision

            bench queue [--small 10000] [--large 1000000] [--runs 5] [--requests 200] [--no-rows]
              open cases of one department, in processing alone: every page of the queue, the board and the desk at both sizes

            bench visible [--requests 500] [--warmup 100]
              from the commit of an act to its event in the queue's topic, beside a bare round trip through the same broker

            bench deadlines [--cases 1000000] [--seed 42]
              due dates by the rule and by the oracle of intake's tests, without a suite

            bench redate [--dossiers 100000] [--alone]
              fills one unit with open dossiers, changes the calendar, and takes the time until all have their new dates

            bench next [--officers 200] [--cases 10000] [--runs 5] [--rate 20] [--seconds 30]
              officers with logins of their own ask one department for the next case, all at once and in their own time

            bench messages [--messages 3000] [--rate 50] [--seconds 20]
              short messages to an SMSC in the same process: how many a second, and how soon at a steady rate, without a suite

            bench inbox [--messages 1000000] [--requests 500]
              the person's inbox page before and after so many messages of other dossiers, without a suite

            bench suite
              starts a suite on random ports, for several runs with --url
            """;

    private Bench() {}

    /** @param arguments see {@code bench --help} */
    public static void main(String[] arguments) throws Exception {
        PrintStream out =
                new PrintStream(new FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            out.println("bench: " + e.getMessage() + "\n\n" + USAGE);
            System.exit(2);
            return;
        }
        boolean kept = true;
        switch (options.command()) {
            case "lifecycle" -> {
                try (Target target = target(options, true, out)) {
                    new LifecycleRun(options, target, out).run();
                }
            }
            case "growth" -> {
                try (Target target = target(options, false, out)) {
                    GrowthRun growth = new GrowthRun(options, target, out);
                    if (options.has("fill")) {
                        growth.fill(options.number("fill", 0));
                    } else if (options.has("measure")) {
                        growth.measure(options.text("measure", ""));
                    } else {
                        kept = growth.run();
                    }
                }
            }
            case "export" -> {
                try (Target target = target(options, false, out)) {
                    kept = new ExportRun(options, target, out).run();
                }
            }
            case "catalogue" -> {
                try (Target target = target(options, false, out)) {
                    kept = new CatalogueRun(options, target, out).run();
                }
            }
            case "attachments" -> {
                try (Target target = target(options, true, out)) {
                    new AttachmentsRun(options, target, out).run();
                }
            }
            case "signatures" -> {
                try (Target target = target(options, true, out)) {
                    new SignaturesRun(options, target, out).run();
                }
            }
            case "redate" -> {
                try (Target target = target(options, true, out)) {
                    kept = new RedateRun(options, target, out).run();
                }
            }
            case "next" -> {
                try (Target target = target(options, true, out)) {
                    kept = new NextRun(options, target, out).run();
                }
            }
            case "visible" -> {
                try (Target target = target(options, true, out)) {
                    new VisibleRun(options, target, out).run();
                }
            }
            case "queue" -> {
                try (Target target = target(options, false, out)) {
                    kept = new GrowthRun(options, target, out).runQueue();
                }
            }
            case "suite" -> {
                try (Target target = target(options, true, out)) {
                    out.printf(
                            "%nbench lifecycle --url %s --jdbc %s --state deploy/bench/target/suite%n",
                            target.gateway(), target.jdbc());
                    out.println("Ctrl-C ends it");
                    Thread.currentThread().join();
                }
            }
            default -> out.println(USAGE);
        }
        System.exit(kept ? 0 : 1);
    }

    private static Target target(Options options, boolean durable, PrintStream out) {
        if (options.has("url")) {
            return Target.running(
                    URI.create(options.text("url", "")),
                    options.text("jdbc", "jdbc:postgresql://127.0.0.1:55432/"),
                    options.root().resolve(options.text("state", ".motcua")));
        }
        Path state = options.root().resolve("deploy/bench/target/suite");
        out.println("starting the suite, fsync " + (durable ? "on" : "off") + " ...");
        Suite suite = durable ? Suite.forMeasuring(options.root(), state) : Suite.forTests(options.root(), state);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
        suite.start();
        return Target.own(suite);
    }
}
