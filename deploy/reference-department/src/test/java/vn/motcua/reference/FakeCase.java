package vn.motcua.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One case behind the REST of processing: revisions, fence and idempotency keys as the real one has them; answers can get lost. */
final class FakeCase {
    static final String ID = "5d1c7a52-8c3e-4f0a-9a53-6e0f8a4b1c01";
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> applied = new ArrayList<>();
    String state = "OPEN";
    boolean frozen;
    boolean gone;
    boolean away;
    boolean overtakenOnce;
    int losesAnswerOf;
    int asked;

    private final Map<String, String> kept = new HashMap<>();
    private boolean mine;
    private int open = 2;
    private String draft;
    private int revision = 1;
    private HttpServer server;

    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/processing/cases/" + ID, this::answer);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void reset() {
        applied.clear();
        kept.clear();
        state = "OPEN";
        mine = false;
        open = 2;
        draft = null;
        revision = 1;
        losesAnswerOf = 0;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        asked++;
        if (away) {
            send(exchange, 503, "{}");
        } else if (gone) {
            send(exchange, 404, "{}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            boolean items = exchange.getRequestURI().getPath().endsWith("/examination");
            send(
                    exchange,
                    200,
                    items ? "{\"items\":[{\"id\":\"a\",\"answer\":null},{\"id\":\"b\",\"answer\":null}]}" : view());
        } else {
            change(exchange);
        }
    }

    private void change(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (key != null && kept.containsKey(key)) {
            send(exchange, 200, kept.get(key));
            return;
        }
        if (overtakenOnce
                || !('"' + Integer.toString(revision) + '"')
                        .equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            overtakenOnce = false;
            revision++;
            send(exchange, 412, "{}");
            return;
        }
        String act = key == null ? "result" : apply(JSON.readTree(body));
        if (act.equals("result")) {
            draft = "0b7a9d52-6a0e-4c75-8a37-2f0c2d4b0a01";
        }
        applied.add(act);
        revision++;
        if (key != null) {
            kept.put(key, view());
        }
        if (applied.size() == losesAnswerOf) {
            losesAnswerOf = 0;
            exchange.close();
            return;
        }
        send(exchange, 200, view());
    }

    private String apply(JsonNode body) {
        String act = body.path("action").asText();
        switch (act) {
            case "CLAIM" -> {
                state = "CLAIMED";
                mine = true;
            }
            case "EXAMINE" -> open -= body.path("findings").size();
            case "PROPOSE" -> state = "PROPOSED";
            default -> throw new IllegalStateException(act);
        }
        return act;
    }

    private String view() {
        boolean held = mine && state.equals("CLAIMED");
        return ("{\"state\":\"%s\",\"frozen\":%s,\"pending\":null,\"checklistOpen\":%d,\"draftResult\":%s,\"holder\":%s,"
                        + "\"proposal\":{\"mine\":%s}}")
                .formatted(
                        state,
                        frozen,
                        open,
                        draft == null ? "null" : '"' + draft + '"',
                        held ? "{\"mine\":true,\"fence\":1}" : "null",
                        mine && state.equals("PROPOSED"));
    }

    private void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("ETag", '"' + Integer.toString(revision) + '"');
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
