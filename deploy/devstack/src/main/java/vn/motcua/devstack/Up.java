package vn.motcua.devstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What {@code deploy/bin/up} runs once everything is built: the suite on fixed ports with its state in {@code .motcua/}.
 * Arguments: the repository, then {@code --fresh} and {@code --host <name>}.
 */
public final class Up {

    private static final Duration WATCH_EVERY = Duration.ofSeconds(2);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Path root;
    private final Path state;
    private String host;
    private boolean fresh;

    private Up(String[] arguments) {
        this.root = Path.of(arguments[0]).toAbsolutePath().normalize();
        this.state = root.resolve(".motcua");
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--fresh" -> fresh = true;
                case "--host" -> host = arguments[++i];
                default -> throw new IllegalArgumentException("Unknown argument " + arguments[i]);
            }
        }
    }

    /** Starts the suite, prints where it is, and ends with Ctrl-C or SIGTERM. */
    public static void main(String[] arguments) {
        QuietKafka.apply();
        System.exit(new Up(arguments).run());
    }

    private int run() {
        Folders.create(state);
        try (FileChannel channel =
                        FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                out.println("Một Cửa already runs from this folder; stop it with Ctrl-C there first.");
                return 1;
            }
            return runAlone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int runAlone() {
        Suite suite = new Suite(SuiteOptions.demo(root, state, host, offset(), out::println));
        suite.endLeftovers();
        if (fresh) {
            forgetState();
        }
        for (SuitePart part : SuitePart.values()) {
            int port = suite.options().port(part);
            if (!Ports.isFree(port)) {
                out.printf(
                        "Port %d, which %s needs, is taken by another program; end that program first.%n",
                        port, part.label());
                return 1;
            }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(suite), "up-close"));
        try {
            suite.start();
        } catch (IllegalStateException e) {
            explain(suite, e);
            return 1;
        }
        out.println(UpTable.of(suite));
        watch(suite);
        return 0;
    }

    private void explain(Suite suite, IllegalStateException failure) {
        out.println();
        out.println("Một Cửa did not start: " + failure.getMessage());
        for (SuitePart part : SuitePart.values()) {
            List<String> words = suite.isAlive(part) ? List.of() : LogFiles.lastWords(suite.log(part), 6);
            if (!words.isEmpty()) {
                out.println("The end of " + suite.log(part) + ":");
                words.forEach(line -> out.println("  " + line));
            }
        }
    }

    private void shutDown(Suite suite) {
        out.println("Stopping ...");
        suite.close();
        out.println("Stopped. The state is kept in " + state + ".");
        ended.countDown();
    }

    /** Tells once of each part that ends by itself. */
    private void watch(Suite suite) {
        Set<SuitePart> told = EnumSet.noneOf(SuitePart.class);
        try {
            while (!ended.await(WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                for (SuitePart part : SuitePart.values()) {
                    if (!suite.isAlive(part) && !suite.isClosing() && told.add(part)) {
                        out.printf(
                                "%s has ended, see %s; start again with Ctrl-C and deploy/bin/up.%n",
                                part.label(), suite.log(part));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetState() {
        for (String folder : List.of("postgres", "kafka", "keycloak", "files", "logs", "run")) {
            Folders.delete(state.resolve(folder));
        }
    }

    private static Duration offset() {
        String offset = System.getenv("MOTCUA_CLOCK_OFFSET");
        return offset == null || offset.isBlank() ? Duration.ZERO : Duration.parse(offset);
    }
}
