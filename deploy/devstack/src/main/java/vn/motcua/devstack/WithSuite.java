package vn.motcua.devstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs a command beside a suite of its own, on random ports and with data that is thrown away: the browser tests of
 * {@code deploy/bin/check}. Arguments: the repository, a folder for data and logs, the folder the command runs in, the command.
 * The command finds the gateway's address in {@code MOTCUA_URL}; its status becomes this program's. Whatever ends this
 * program, the suite and the command end with it. E-mail is set up and reaches nobody, so that screens have deliveries and a mailbox to show.
 */
public final class WithSuite {

    private static final int NOT_STARTED = 70;

    private static final String MAIL = "gopy@muongsai.example";
    private static final Map<String, String> NOBODY_ANSWERS = Map.of(
            "NOTIFICATION_MAIL_FROM", MAIL,
            "QUARKUS_MAILER_HOST", "127.0.0.1",
            "QUARKUS_MAILER_PORT", "9",
            "NOTIFICATION_MAILBOXES_0__UNIT", "14-03712-20250701",
            "NOTIFICATION_MAILBOXES_0__HOST", "127.0.0.1",
            "NOTIFICATION_MAILBOXES_0__PORT", "9",
            "NOTIFICATION_MAILBOXES_0__USER", MAIL,
            "NOTIFICATION_MAILBOXES_0__PASSWORD", "demo",
            "NOTIFICATION_MAILBOXES_0__SINCE", "2026-11-01");

    private WithSuite() {}

    /** Starts the suite, runs the command, ends both. */
    public static void main(String[] arguments) {
        QuietKafka.apply();
        System.exit(run(Arrays.asList(arguments)));
    }

    private static int run(List<String> arguments) {
        Suite suite = Suite.forTests(Path.of(arguments.get(0)), Path.of(arguments.get(1)));
        suite.environment(SuitePart.NOTIFICATION, NOBODY_ANSWERS);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "suite-close"));
        try {
            suite.start();
        } catch (IllegalStateException e) {
            System.err.println("The suite did not start: " + e.getMessage());
            return NOT_STARTED;
        }
        return command(suite.publicUrl(), new File(arguments.get(2)), arguments.subList(3, arguments.size()));
    }

    private static int command(String url, File folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder).inheritIO();
        builder.environment().put("MOTCUA_URL", url);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "command-end"));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_STARTED;
        }
    }
}
