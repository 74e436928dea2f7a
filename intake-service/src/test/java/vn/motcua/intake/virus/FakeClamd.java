package vn.motcua.intake.virus;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Speaks INSTREAM and PING as clamd does, and finds the EICAR file; remembers what it was sent. */
public final class FakeClamd implements AutoCloseable {
    private final ServerSocket server;
    private final Thread thread;
    private volatile byte[] seen = new byte[0];
    private volatile int largestChunk;
    private volatile String answer;
    private volatile byte[] refused;

    public FakeClamd() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::serve, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    public VirusScan client() {
        return new ClamAv("127.0.0.1", server.getLocalPort());
    }

    /** Says this instead of what it finds. */
    void says(String text) {
        answer = text;
    }

    /** Says of this file, or of none, that it cannot be scanned. */
    public void cannotScan(byte[] file) {
        refused = file;
    }

    byte[] seen() {
        return seen;
    }

    int largestChunk() {
        return largestChunk;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String said = answered(new DataInputStream(socket.getInputStream()));
                socket.getOutputStream().write((said + "\0").getBytes(StandardCharsets.UTF_8));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                // the next one
            }
        }
    }

    private String answered(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int c = in.read(); c > 0; c = in.read()) {
            command.append((char) c);
        }
        if (command.toString().equals("zPING")) {
            return "PONG";
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            largestChunk = Math.max(largestChunk, length);
            content.write(in.readNBytes(length));
        }
        seen = content.toByteArray();
        if (answer != null) {
            return answer;
        }
        if (Arrays.equals(seen, refused)) {
            return "Can't allocate memory ERROR";
        }
        String text = content.toString(StandardCharsets.ISO_8859_1);
        boolean found = text.contains(new String(Eicar.bytes(), StandardCharsets.ISO_8859_1));
        return found ? "stream: Eicar-Signature FOUND" : "stream: OK";
    }

    /** Gone when this returns: an accept under way may take one more connection after its socket is closed. */
    @Override
    public void close() {
        try {
            server.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
