package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

class WireTest {
    private final ServerSocket server = socket();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void bodies_with_a_length_and_in_chunks_are_read_over_one_connection() {
        serve(
                "HTTP/1.1 200 OK\r\nETag: \"7\"\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\nSet-Cookie: a=b; Path=/\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        try (Wire wire = wire()) {
            Wire.Answer first = wire.send(Request.get("/one"));
            Wire.Answer second = wire.send(Request.post("/two").json("{}"));

            assertThat(first.ok()).isTrue();
            assertThat(first.etag()).isEqualTo("\"7\"");
            assertThat(second.status()).isEqualTo(404);
            assertThat(second.text()).isEqualTo("abcde");
            assertThat(second.cookie()).isEqualTo("a=b");
        }
    }

    @Test
    void a_change_that_nothing_guards_is_not_sent_twice() {
        serve("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        try (Wire wire = wire()) {
            wire.send(Request.get("/one"));

            assertThatThrownBy(() -> wire.send(Request.put("/two").json("{}")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("PUT /two");
        }
    }

    private Wire wire() {
        return new Wire(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    /** Answers one connection with these, one per request, then closes it and listens no more. */
    private void serve(String... answers) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                server.close();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                for (String answer : answers) {
                    int length = 0;
                    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                        length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
                    }
                    in.skip(length);
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static ServerSocket socket() {
        try {
            return new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
