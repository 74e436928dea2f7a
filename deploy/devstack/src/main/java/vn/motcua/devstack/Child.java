package vn.motcua.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One server that runs as a child process. Its process id is noted in a file, so that the next start finds what a killed
 * parent left behind; the {@link Watchdog} ends it with the parent.
 */
final class Child {

    private final String name;
    private final Path pidFile;
    private final Path log;
    private final String stopSignal;
    private Process process;

    /**
     * @param pidFile where the process id is noted, or null
     * @param stopSignal what ends the server in good order: TERM, or INT for PostgreSQL
     */
    Child(String name, Path pidFile, Path log, String stopSignal) {
        this.name = name;
        this.pidFile = pidFile;
        this.log = log;
        this.stopSignal = stopSignal;
    }

    synchronized void start(ProcessBuilder builder) {
        if (isAlive()) {
            throw new IllegalStateException(name + " runs already");
        }
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = Watchdog.start(builder, stopSignal);
        note();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Process id, or -1 when it was never started. */
    long pid() {
        return process == null ? -1 : process.pid();
    }

    /** Exit code of the ended process, or -1 when there is none yet. */
    int exitCode() {
        return process == null || process.isAlive() ? -1 : process.exitValue();
    }

    Path log() {
        return log;
    }

    /** Why it is not running, for people. */
    String obituary() {
        String end = process == null ? "was not started" : "ended with code " + process.exitValue();
        return name + " " + end + ": " + String.join(" | ", LogFiles.lastWords(log, 1)) + " (" + log + ")";
    }

    /** {@code kill -9}: as a crash, without any goodbye; what the server itself started dies with it. */
    void kill() {
        if (process != null) {
            List<ProcessHandle> own = process.descendants().toList();
            process.destroyForcibly();
            own.forEach(ProcessHandle::destroyForcibly);
            await(process, Duration.ofSeconds(10));
            own.forEach(one -> one.onExit().join());
        }
        forget();
    }

    /** Asks the server to end, and kills it when the limit has passed. */
    void stop(Duration limit) {
        ask();
        awaitEnd(limit);
    }

    /** Sends the stop signal without waiting. */
    void ask() {
        if (isAlive()) {
            signal(process.pid(), stopSignal);
        }
    }

    void awaitEnd(Duration limit) {
        if (process != null && !await(process, limit)) {
            process.destroyForcibly();
            await(process, Duration.ofSeconds(5));
        }
        forget();
    }

    /** Ends the process a former parent noted in the file, if it is still the same one. */
    void endLeftover() {
        if (pidFile == null || !Files.exists(pidFile)) {
            return;
        }
        leftover().ifPresent(handle -> {
            signal(handle.pid(), stopSignal);
            try {
                handle.onExit().get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                handle.destroyForcibly();
                handle.onExit().join();
            }
        });
        forget();
    }

    private Optional<ProcessHandle> leftover() {
        try {
            String[] noted = Files.readString(pidFile).trim().split(" ");
            return ProcessHandle.of(Long.parseLong(noted[0])).filter(handle -> handle.info()
                    .startInstant()
                    .map(Instant::toEpochMilli)
                    .map(at -> Long.toString(at).equals(noted[1]))
                    .orElse(false));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private void note() {
        if (pidFile == null) {
            return;
        }
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            Files.createDirectories(pidFile.getParent());
            Files.writeString(pidFile, process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        try {
            if (pidFile != null) {
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean await(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
