package vn.motcua.intake.virus;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** ClamAV's daemon over TCP, by its commands INSTREAM and PING (clamd(8)): chunks of a length and bytes, ended by a length of zero. */
final class ClamAv implements VirusScan {
    private static final Duration CONNECTS_IN = Duration.ofSeconds(2);
    private static final Duration ANSWERS_IN = Duration.ofSeconds(60);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1000;

    private final String host;
    private final int port;

    ClamAv(String host, int port) {
        this.host = host;
        this.port = port;
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
            return verdict(sent(socket, content));
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
            socket.setSoTimeout((int) ANSWERS_IN.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String sent(Socket socket, InputStream content) throws IOException {
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
        return answer(socket);
    }

    private static int next(InputStream content, byte[] chunk) {
        try {
            return content.read(chunk);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private static String answer(Socket socket) throws IOException {
        byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
        return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
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
        throw new Away("the virus scanner says: " + said, null);
    }
}
