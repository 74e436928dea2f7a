package vn.motcua.intake.deadline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code deploy/bench/bench deadlines}: a million dossiers by the rule and by the oracle, and how fast the rule is. The seed is printed; with it a
 * run repeats.
 */
public final class DeadlineMillion {
    private static final int CASES_OF_A_CALENDAR = 1_000;
    private static final int SHOWN = 5;

    private DeadlineMillion() {}

    /** @param arguments how many cases, then the seed; a million and a new one where they are missing */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        DeadlineCases cases = new DeadlineCases(seed);
        long rule = 0;
        long oracle = 0;
        int done = 0;
        int wrong = 0;
        while (done < wanted) {
            DeadlineCases.World world = cases.world();
            List<DeadlineCases.Case> some = new ArrayList<>();
            for (int i = Math.min(CASES_OF_A_CALENDAR, wanted - done); i > 0; i--) {
                some.add(cases.next());
            }
            Instant[] found = new Instant[some.size()];
            long begin = System.nanoTime();
            for (int i = 0; i < found.length; i++) {
                DeadlineCases.Case one = some.get(i);
                found[i] = Deadline.due(one.t0(), one.limit(), world.calendar(), one.pauses())
                        .due();
            }
            long middle = System.nanoTime();
            for (int i = 0; i < found.length; i++) {
                DeadlineCases.Case one = some.get(i);
                Instant expected = world.oracle().due(one.t0(), one.limit(), one.pauses());
                if (!expected.equals(found[i]) && wrong++ < SHOWN) {
                    out.println("differs: " + one + "\n  rule   " + found[i] + "\n  oracle " + expected);
                }
            }
            rule += middle - begin;
            oracle += System.nanoTime() - middle;
            done += found.length;
        }
        out.printf(
                "%,d cases under %,d calendars, seed %d: %,d differ; rule %.2f µs a case (%,.0f/s), oracle %.2f µs%n",
                done,
                (done + CASES_OF_A_CALENDAR - 1) / CASES_OF_A_CALENDAR,
                seed,
                wrong,
                rule / 1e3 / done,
                done / (rule / 1e9),
                oracle / 1e3 / done);
        System.exit(wrong == 0 ? 0 : 1);
    }
}
