package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The gateway of an app, in this JVM. It checks what it gets as Standard Webhooks tell a receiver to, by the specification and not by the
 * sender's code; it fails some calls, takes some without an answer and answers some late, and knows only some phones.
 */
final class AppGateway implements AutoCloseable {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofMillis(1200);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What it does with which call, by the order in which they come from 1 on.
     *
     * @param failed not taken, 503
     * @param cut of those for a phone it knows: taken, and the line closed without an answer
     * @param late taken, and answered late
     */
    record Whims(Set<Integer> failed, Set<Integer> cut, Set<Integer> late) {}

    /**
     * A call whose signature holds.
     *
     * @param id by which a repeat is known
     * @param data what it says
     * @param status as it was answered, 0 for none
     */
    record Call(String id, JsonNode data, int status) {
        boolean taken() {
            return status == 0 || status == 204;
        }

        String text(String field) {
            return data.path(field).asText();
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> unproven = new CopyOnWriteArrayList<>();
    private final Set<String> phones = ConcurrentHashMap.newKeySet();
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger known = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] secret;
    private final Whims whims;
    private final Clock clock;
    private final HttpServer server;

    /**
     * Listens on a free port.
     *
     * @param secret {@code whsec_…}, one of those the sender signs with
     * @param clock the sender's
     */
    AppGateway(String secret, Whims whims, Clock clock) {
        this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        this.whims = whims;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/in", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    /** Whose owner has the app. */
    void knows(String phone) {
        phones.add(phone);
    }

    /** Calls whose signature holds, as they came. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Why others were not believed. */
    List<String> unproven() {
        return List.copyOf(unproven);
    }

    private void take(HttpExchange call) throws IOException {
        int ordinal = came.incrementAndGet();
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = call.getRequestHeaders().getFirst("webhook-id");
        String doubt = doubt(
                id,
                call.getRequestHeaders().getFirst("webhook-timestamp"),
                call.getRequestHeaders().getFirst("webhook-signature"),
                body);
        if (doubt != null) {
            unproven.add(id + ": " + doubt);
            answer(call, 401);
            return;
        }
        JsonNode data = JSON.readTree(body).path("data");
        int status = status(ordinal, data.path("phone").asText());
        calls.add(new Call(id, data, status));
        if (whims.late.contains(ordinal)) {
            LockSupport.parkNanos(LATE.toNanos());
        }
        if (status == 0) {
            call.close();
        } else {
            answer(call, status);
        }
    }

    private int status(int ordinal, String phone) {
        if (whims.failed.contains(ordinal)) {
            return 503;
        }
        if (!phones.contains(phone)) {
            return 422;
        }
        return whims.cut.contains(known.incrementAndGet()) ? 0 : 204;
    }

    private static void answer(HttpExchange call, int status) throws IOException {
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    /** Null where the call is the sender's and of now. */
    private String doubt(String id, String timestamp, String signatures, String body) {
        if (id == null || timestamp == null || signatures == null || !timestamp.matches("\\d{1,12}")) {
            return "headers are missing";
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return "it is of " + at;
        }
        byte[] expected = hmac(id + "." + timestamp + "." + body);
        boolean signed = Arrays.stream(signatures.split(" "))
                .filter(each -> each.startsWith("v1,"))
                .anyMatch(each ->
                        MessageDigest.isEqual(expected, Base64.getDecoder().decode(each.substring(3))));
        return signed ? null : "it is not signed by the secret";
    }

    private byte[] hmac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
