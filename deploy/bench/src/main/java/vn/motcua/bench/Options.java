package vn.motcua.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line: a command, then {@code --name value} pairs and flags. */
final class Options {
    private static final Set<String> FLAGS =
            Set.of("no-raw", "no-trace", "profile", "keep", "help", "no-import", "no-rows", "alone");
    private static final Set<String> VALUES = Set.of(
            "clients",
            "seconds",
            "warmup",
            "rate",
            "raw-seconds",
            "url",
            "jdbc",
            "state",
            "small",
            "large",
            "runs",
            "requests",
            "procedures",
            "dossiers",
            "imported",
            "rounds",
            "after",
            "megabytes",
            "catalog",
            "root",
            "only",
            "measure",
            "fill",
            "officers",
            "cases",
            "each",
            "jvm");

    private final String command;
    private final Map<String, String> given;

    private Options(String command, Map<String, String> given) {
        this.command = command;
        this.given = given;
    }

    /** @throws IllegalArgumentException with a sentence for people */
    static Options parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        String command = rest.isEmpty() ? "help" : rest.poll();
        Map<String, String> given = new HashMap<>();
        while (!rest.isEmpty()) {
            String name = rest.poll();
            String bare = name.startsWith("--") ? name.substring(2) : "";
            if (FLAGS.contains(bare)) {
                given.put(bare, "yes");
            } else if (VALUES.contains(bare) && !rest.isEmpty()) {
                given.put(bare, rest.poll());
            } else {
                throw new IllegalArgumentException("unknown option or missing value: " + name);
            }
        }
        return new Options(given.containsKey("help") ? "help" : command, given);
    }

    String command() {
        return command;
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    Path root() {
        return Path.of(given.getOrDefault("root", ".")).toAbsolutePath().normalize();
    }
}
