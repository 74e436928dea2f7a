package vn.motcua.devstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a JVM of the suite is started: small heaps, one collector that needs no threads of its own. */
final class Java {

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8");

    /** For a JVM that lives for minutes: the second compiler would take half of the time of its start and pay back nothing. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

    private Java() {}

    /** A JVM with this JVM's class path. */
    static ProcessBuilder main(String mainClass, List<String> flags, List<String> arguments) {
        List<String> rest = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        rest.addAll(arguments);
        return command(flags, rest);
    }

    /** A JVM that runs a jar. */
    static ProcessBuilder jar(Path jar, List<String> flags) {
        return command(flags, List.of("-jar", jar.toString()));
    }

    /** A JVM with the common flags, {@code flags} after them, and {@code rest} as it is. */
    static ProcessBuilder command(List<String> flags, List<String> rest) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(flags);
        command.addAll(rest);
        ProcessBuilder builder = new ProcessBuilder(command);
        // glibc would keep an arena per thread
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }
}
