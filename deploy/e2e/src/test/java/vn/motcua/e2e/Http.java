package vn.motcua.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * HTTP as a client of an unreliable world speaks it: what got no answer, or an answer of a server that is just failing, is sent again
 * as it was, with the same Idempotency-Key, until there is an answer.
 */
final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ONE_TRY = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final UnaryOperator<String> server;
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger replays = new AtomicInteger();

    /** @param server the address, without a slash at the end, that serves a path */
    Http(UnaryOperator<String> server) {
        this.server = server;
    }

    /** All paths at one address. */
    static Http at(String url) {
        return new Http(path -> url);
    }

    /** How often something was sent again, by all calls so far. */
    int repeats() {
        return repeats.get();
    }

    /** How many answers were those of an earlier try, whose answer had been lost. */
    int replays() {
        return replays.get();
    }

    /** What came back; {@code etag} is null where there was none, {@code json} is missing where the body is none. */
    record Answer(int status, String etag, boolean replayed, JsonNode json, String text) {
        boolean ok() {
            return status / 100 == 2;
        }

        /** The ETag as a number. */
        long revision() {
            return Long.parseLong(etag.replace("\"", ""));
        }

        @Override
        public String toString() {
            return status + " " + text.substring(0, Math.min(600, text.length()));
        }
    }

    /** One request; {@code key} and {@code ifMatch} may be null. */
    record Call(String method, String path, String token, String key, String ifMatch, String type, byte[] body) {
        static Call get(String path, String token) {
            return new Call("GET", path, token, null, null, null, null);
        }

        static Call post(String path, String token, Object body) {
            return new Call("POST", path, token, UUID.randomUUID().toString(), null, "application/json", json(body));
        }

        static Call put(String path, String token, String type, byte[] body) {
            return new Call("PUT", path, token, null, null, type, body);
        }

        static Call put(String path, String token, Object body) {
            return put(path, token, "application/json", json(body));
        }

        Call match(String etag) {
            return new Call(method, path, token, key, etag, type, body);
        }

        Call key(String idempotencyKey) {
            return new Call(method, path, token, idempotencyKey, ifMatch, type, body);
        }

        private static byte[] json(Object body) {
            try {
                return JSON.writeValueAsBytes(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends once. */
    Answer once(Call call) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.apply(call.path) + call.path))
                .timeout(ONE_TRY)
                .method(
                        call.method,
                        call.body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(call.body));
        Map<String, String> headers = new java.util.LinkedHashMap<>();
        headers.put("Authorization", call.token == null ? null : "Bearer " + call.token);
        headers.put("Idempotency-Key", call.key);
        headers.put("If-Match", call.ifMatch);
        headers.put("Content-Type", call.type);
        headers.forEach((name, value) -> {
            if (value != null) {
                request.header(name, value);
            }
        });
        try {
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    /**
     * Sends until an answer other than that of a failing server comes.
     *
     * @throws AssertionError when none came for five minutes
     */
    Answer insist(Call call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            if (attempt > 0) {
                repeats.incrementAndGet();
                LockSupport.parkNanos(Math.min(1_000, 50L << Math.min(attempt, 5)) * 1_000_000);
            }
            try {
                Answer answer = once(call);
                if (answer.status < 500) {
                    replays.addAndGet(answer.replayed ? 1 : 0);
                    return answer;
                }
                last = answer.toString();
            } catch (IOException cut) {
                last = cut.toString();
            }
        }
        throw new AssertionError(call.method + " " + call.path + " got no answer for " + PATIENCE + ", last " + last);
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            json = JSON.missingNode();
        }
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Idempotency-Replayed").isPresent(),
                json,
                text);
    }
}
