package vn.motcua.devstack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ends child processes when this JVM is gone, also after {@code kill -9}: one small shell waits at the other end of a pipe
 * and stops the children it was told of once the pipe closes.
 */
final class Watchdog {

    // Lines are "+<pid> <signal>" and "-<pid>". The list is kept as words "pid:signal".
    private static final String SCRIPT =
            """
            list=' '
            while read -r line; do
              case "$line" in
                +*) p=${line#+}; list="$list${p%% *}:${p##* } " ;;
                -*) p=${line#-}; new=' '
                    for w in $list; do [ "${w%%:*}" = "$p" ] || new="$new$w "; done
                    list=$new ;;
              esac
            done
            for w in $list; do kill -"${w##*:}" "${w%%:*}" 2>/dev/null; done
            i=0
            while [ $i -lt 50 ]; do
              left=''
              for w in $list; do kill -0 "${w%%:*}" 2>/dev/null && left=1; done
              [ -z "$left" ] && exit 0
              sleep 0.1
              i=$((i+1))
            done
            for w in $list; do kill -9 "${w%%:*}" 2>/dev/null; done
            """;

    private static OutputStream pipe;

    private Watchdog() {}

    /**
     * Starts a child in a session of its own (a Ctrl-C in the terminal does not reach it) that does not outlive this JVM.
     *
     * @param stopSignal what ends the child in good order: TERM for most, INT for PostgreSQL's fast shutdown
     */
    static Process start(ProcessBuilder builder, String stopSignal) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(builder.command());
        builder.command(command);
        try {
            Process process = builder.start();
            tell("+" + process.pid() + " " + stopSignal);
            process.onExit().thenRun(() -> tell("-" + process.pid()));
            return process;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start " + builder.command().get(1), e);
        }
    }

    private static synchronized void tell(String line) {
        try {
            if (pipe == null) {
                pipe = new ProcessBuilder(Arrays.asList("setsid", "sh", "-c", SCRIPT))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .getOutputStream();
            }
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new IllegalStateException("The watchdog of the child processes is gone", e);
        }
    }
}
