package vn.motcua.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * HTTP/1.1 as bytes on a socket: also sends what no well-behaved client would, a target with NUL, a header with odd letters, a
 * body that is no text. One connection that is kept; one thread.
 */
final class Wire implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 30_000;

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(String url) {
        URI server = URI.create(url);
        this.host = server.getHost();
        this.port = server.getPort();
    }

    /** A request as it is sent; the target is neither checked nor encoded. */
    record Request(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
        static Request of(String method, String target) {
            return new Request(method, target, List.of(), null);
        }

        Request header(String name, String value) {
            List<Map.Entry<String, String>> more = new ArrayList<>(headers);
            more.add(Map.entry(name, value));
            return new Request(method, target, more, body);
        }

        Request token(String token) {
            return token == null ? this : header("Authorization", "Bearer " + token);
        }

        Request body(String type, byte[] bytes) {
            return (type == null ? this : header("Content-Type", type)).body(bytes);
        }

        Request body(byte[] bytes) {
            return new Request(method, target, headers, bytes);
        }

        Request json(Object body) {
            try {
                return body("application/json", JSON.writeValueAsBytes(body));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    /** What came back; names of headers in lower case. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        String text() {
            return new String(read(), StandardCharsets.UTF_8);
        }

        /** The body as it was before it was packed for the way. */
        private byte[] read() {
            if (!"gzip".equals(header("content-encoding"))) {
                return body;
            }
            try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return packed.readAllBytes();
            } catch (IOException e) {
                return body;
            }
        }

        /** Missing where the body is no JSON. */
        JsonNode json() {
            try {
                return JSON.readTree(read());
            } catch (IOException e) {
                return JSON.missingNode();
            }
        }

        @Override
        public String toString() {
            String text = text();
            return status + " " + text.substring(0, Math.min(600, text.length()));
        }
    }

    /**
     * Sends once; once more where a kept connection turned out to be closed.
     *
     * @throws IOException when there is no answer
     */
    Answer send(Request request) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
        }
        try {
            return exchange(request);
        } catch (IOException e) {
            close(); // or an answer that comes too late would be taken for that to the next request
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // as wished
        }
        socket = null;
    }

    private Answer exchange(Request request) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }
        try {
            socket.getOutputStream().write(bytes(request));
        } catch (IOException refusedEarly) {
            // a server may answer and hang up before it has read a body that is too large
        }
        Answer answer = read(request.method());
        if ("close".equalsIgnoreCase(answer.header("connection"))) {
            close();
        }
        return answer;
    }

    private byte[] bytes(Request request) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host).append(':').append(port).append("\r\n");
        request.headers().forEach(each -> head.append(each.getKey())
                .append(": ")
                .append(each.getValue())
                .append("\r\n"));
        if (request.body() != null) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (request.body() != null) {
            all.write(request.body());
        }
        return all.toByteArray();
    }

    private Answer read(String method) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, next) -> first + "\n" + next);
        }
        if (status == 100) {
            return read(method);
        }
        return new Answer(status, headers, content(method, status, headers));
    }

    private byte[] content(String method, int status, Map<String, String> headers) throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.containsKey("content-length")) {
            return exactly(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            byte[] rest = in.readAllBytes();
            close();
            return rest;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(line()); size > 0; size = size(line())) {
            all.write(exactly(size));
            line();
        }
        while (!line().isEmpty()) {
            // trailers
        }
        return all.toByteArray();
    }

    private static int size(String line) {
        return Integer.parseInt(line.split(";")[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends in the middle");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException("the connection ended");
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }
}
