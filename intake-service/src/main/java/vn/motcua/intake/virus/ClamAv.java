package vn.motcua.intake.virus;

import org.jboss.logging.Logger;
import vn.motcua.platform.timer.Background;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** ClamAV's daemon over TCP, by its commands INSTREAM and PING (clamd(8)): chunks of a length and bytes, ended by a length of zero. */
final class ClamAv implements VirusScan {
    private static final Logger LOG = Logger.getLogger(ClamAv.class);
    private static final Duration CONNECTS_IN = Duration.ofSeconds(2);
    private static final Duration SCANS_IN = Duration.ofSeconds(60);
    private static final ScheduledExecutorService WATCH = Background.thread("virus-scan-watch");
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1000;

    private final String host;
    private final int port;
    private final Duration scansIn;

    ClamAv(String host, int port) {
        this(host, port, SCANS_IN);
    }

    /** @param scansIn the longest a scan lasts from the connection to its answer; a scanner that takes longer is away */
    ClamAv(String host, int port, Duration scansIn) {
        this.host = host;
        this.port = port;
        this.scansIn = scansIn;
    }

    /** A file that cannot be read, told from a scanner that cannot be reached. */
    private static final class Unreadable extends RuntimeException {
        Unreadable(IOException cause) {
            super(cause);
        }
    }

    @Override
    public Verdict scan(InputStream content) throws IOException {
        try (Socket socket = connected()) {
            // a time limit of the socket bounds single reads and no write
            Future<?> end = WATCH.schedule(() -> closed(socket), scansIn.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return verdict(sent(socket, content));
            } finally {
                end.cancel(false);
            }
        } catch (Unreadable e) {
            throw (IOException) e.getCause();
        } catch (IOException e) {
            throw new Away("the virus scanner does not answer", e);
        }
    }

    @Override
    public boolean answers() {
        try (Socket socket = connected()) {
            socket.setSoTimeout((int) CONNECTS_IN.toMillis());
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return answer(socket).equals("PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECTS_IN.toMillis());
            socket.setSoTimeout((int) scansIn.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection to the virus scanner is closed already", e);
        }
    }

    private static String sent(Socket socket, InputStream content) throws IOException {
        try {
            send(socket, content);
        } catch (IOException brokenOff) {
            return reason(socket, brokenOff);
        }
        return answer(socket);
    }

    private static void send(Socket socket, InputStream content) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK + 4));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = new byte[CHUNK];
        for (int read = next(content, chunk); read >= 0; read = next(content, chunk)) {
            if (read > 0) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    /** Of a file that is too large for it the scanner says so and hangs up, whatever is still on its way. */
    private static String reason(Socket socket, IOException brokenOff) throws IOException {
        try {
            String said = answer(socket);
            if (!said.isEmpty()) {
                return said;
            }
        } catch (IOException silent) {
            brokenOff.addSuppressed(silent);
        }
        throw brokenOff;
    }

    private static int next(InputStream content, byte[] chunk) {
        try {
            return content.read(chunk);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private static String answer(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int one = in.read(); one > 0 && answer.size() < LONGEST_ANSWER; one = in.read()) {
            answer.write(one);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    /** {@code stream: OK}, {@code stream: <signature> FOUND}, or an error: what was not scanned is never taken for clean. */
    private static Verdict verdict(String answer) {
        String said = answer.startsWith("stream: ") ? answer.substring("stream: ".length()) : answer;
        if (said.equals("OK")) {
            return new Verdict(null);
        }
        if (said.endsWith(" FOUND")) {
            return new Verdict(said.substring(0, said.length() - " FOUND".length()));
        }
        if (said.endsWith(" ERROR")) {
            throw new NotScanned("the virus scanner says: " + said);
        }
        throw new Away("the virus scanner says: " + said, null);
    }
}
