package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One client's kept-alive HTTP/1.1 connection, blocking. Suite and load share two cores, so the client must cost little: about a
 * fifth of the JDK's own.
 */
final class Wire implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int READ_MILLIS_MAX = 60_000;
    private static final byte[] NOTHING = new byte[0];

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** What came back; {@code etag} and {@code cookie} are null where there was none. */
    record Answer(int status, String etag, String cookie, byte[] body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Wire(URI gateway) {
        this.host = gateway.getHost();
        this.port = gateway.getPort() < 0 ? 80 : gateway.getPort();
    }

    /** Sends one request and reads its answer. A connection that was closed while idle is opened again, once. */
    Answer send(Request request) {
        byte[] head = request.head(host + ":" + port);
        boolean reused = socket != null;
        try {
            return exchange(head, request.body());
        } catch (IOException e) {
            close();
            if (!reused || !request.repeatable()) {
                throw new UncheckedIOException(request + " failed", e);
            }
        }
        try {
            return exchange(head, request.body());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(request + " failed", e);
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            socket = null;
        }
    }

    private Answer exchange(byte[] head, byte[] body) throws IOException {
        if (socket == null) {
            socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_MILLIS_MAX);
            in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            out = socket.getOutputStream();
        }
        if (body == null) {
            out.write(head);
        } else {
            byte[] whole = new byte[head.length + body.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(body, 0, whole, head.length, body.length);
            out.write(whole);
        }
        return read();
    }

    private Answer read() throws IOException {
        String status = line();
        int code = Integer.parseInt(status.substring(9, 12));
        String etag = null;
        String cookie = null;
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).trim();
            switch (name) {
                case "etag" -> etag = value;
                case "set-cookie" -> cookie = value.substring(0, end(value));
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : length > 0 ? in.readNBytes(length) : NOTHING;
        if (last) {
            close();
        }
        return new Answer(code, etag, cookie, body);
    }

    private static int end(String cookie) {
        int semicolon = cookie.indexOf(';');
        return semicolon < 0 ? cookie.length() : semicolon;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().trim(), 16);
            whole.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return whole.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the gateway closed the connection");
            }
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
    }
}
