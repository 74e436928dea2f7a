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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One case behind the REST of processing: revisions, fence, history and idempotency keys as the real one has them. Answers can get lost, acts be
 * refused, and others act too.
 */
final class FakeCase {
    static final String ID = "5d1c7a52-8c3e-4f0a-9a53-6e0f8a4b1c01";
    static final String NAME = "Hệ thống của Văn phòng";
    /** A file of somebody else. */
    static final String FOREIGN = "0b7a9d52-6a0e-4c75-8a37-2f0c2d4b0a99";

    private static final String OWN = "0b7a9d52-6a0e-4c75-8a37-2f0c2d4b0a01";
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> applied = new ArrayList<>();
    String state = "OPEN";
    boolean frozen;
    boolean pending;
    boolean gone;
    boolean away;
    boolean overtakenOnce;
    int losesAnswerOf;
    int asked;
    /** The act that is refused however the case stands. */
    String refuses;

    String sentBackReason;
    String draft;
    String proposed;

    private final Map<String, String> kept = new HashMap<>();
    /** Lines of act and name, newest first. */
    private final List<String> history = new ArrayList<>();

    private boolean mine;
    private int fence;
    private int open = 2;
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
        history.clear();
        state = "OPEN";
        mine = false;
        open = 2;
        draft = null;
        revision = 1;
        losesAnswerOf = 0;
    }

    /** A token as the identity provider gives it to the department's system. */
    static String token() {
        String claims = "{\"name\":\"" + NAME + "\"}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    /** Somebody else, or the clock where there is no name, did something to the case. */
    void happened(String act, String name) {
        history.add(0, "{\"act\":\"%s\",\"name\":%s}".formatted(act, quoted(name)));
        revision++;
    }

    /** The case in the hands of the department's system, whoever claimed it. */
    void held(String by) {
        state = "CLAIMED";
        mine = true;
        fence++;
        happened("CLAIMED", by);
    }

    void examined() {
        open = 0;
    }

    /** The lease ran out. */
    void lost() {
        state = "OPEN";
        mine = false;
        happened("RELEASED", null);
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
                    items
                            ? "{\"items\":[{\"id\":\"a\",\"answer\":null},{\"id\":\"b\",\"answer\":null}]}"
                            : view(history.toString()));
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
        JsonNode asked = key == null ? JSON.createObjectNode().put("action", "result") : JSON.readTree(body);
        String act = asked.path("action").asText();
        if (act.equals(refuses) || asked.has("fence") && asked.path("fence").asInt() != fence) {
            send(exchange, 409, "{\"type\":\"urn:motcua:refused\"}");
            return;
        }
        apply(act, asked);
        applied.add(act);
        if (key != null) {
            kept.put(key, view("null"));
        }
        if (applied.size() == losesAnswerOf) {
            losesAnswerOf = 0;
            exchange.close();
            return;
        }
        send(exchange, 200, view("null"));
    }

    private void apply(String act, JsonNode asked) {
        switch (act) {
            case "CLAIM" -> held(NAME);
            case "RELEASE" -> {
                state = "OPEN";
                mine = false;
                happened("RELEASED", NAME);
            }
            case "EXAMINE" -> {
                open -= asked.path("findings").size();
                happened("EXAMINE", NAME);
            }
            case "result" -> {
                draft = OWN;
                happened("RESULT_ATTACHED", NAME);
            }
            case "PROPOSE" -> {
                state = "PROPOSED";
                proposed = asked.path("resultId").asText();
                happened("PROPOSED", NAME);
            }
            default -> throw new IllegalStateException(act);
        }
    }

    private String view(String acts) {
        boolean held = mine && state.equals("CLAIMED");
        return ("{\"state\":\"%s\",\"frozen\":%s,\"pending\":%s,\"checklistOpen\":%d,\"draftResult\":%s,\"sentBackReason\":%s,"
                        + "\"holder\":%s,\"proposal\":{\"mine\":%s},\"history\":%s}")
                .formatted(
                        state,
                        frozen,
                        pending ? "{\"act\":\"EXTEND\"}" : "null",
                        open,
                        quoted(draft),
                        quoted(sentBackReason),
                        held ? "{\"mine\":true,\"fence\":" + fence + "}" : "null",
                        mine && state.equals("PROPOSED"),
                        acts);
    }

    private static String quoted(String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    private void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("ETag", '"' + Integer.toString(revision) + '"');
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
