package vn.motcua.bench;

import java.nio.charset.StandardCharsets;

/** One request, built up; see {@link Wire}. */
final class Request {
    private final String method;
    private final String path;
    private final StringBuilder headers = new StringBuilder(1_400);
    private byte[] body;

    private Request(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Request get(String path) {
        return new Request("GET", path);
    }

    static Request post(String path) {
        return new Request("POST", path);
    }

    static Request put(String path) {
        return new Request("PUT", path);
    }

    Request as(Token token) {
        return header("Authorization", "Bearer " + token.value());
    }

    Request header(String name, String value) {
        headers.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    Request match(String etag) {
        return etag == null ? this : header("If-Match", etag);
    }

    Request once(String key) {
        return header("Idempotency-Key", key);
    }

    Request json(String text) {
        return bytes("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    Request bytes(String type, byte[] content) {
        header("Content-Type", type);
        header("Content-Length", Integer.toString(content.length));
        body = content;
        return this;
    }

    byte[] body() {
        return body;
    }

    /** Whether sending it twice does no harm: nothing, or an idempotency key, guards it. */
    boolean repeatable() {
        return method.equals("GET") || headers.indexOf("Idempotency-Key") >= 0;
    }

    byte[] head(String authority) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + authority + "\r\nAccept: "
                + (path.startsWith("/api/") ? "application/json" : "text/html") + "\r\n" + headers + "\r\n";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
