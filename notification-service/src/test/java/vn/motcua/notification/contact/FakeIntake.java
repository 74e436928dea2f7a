package vn.motcua.notification.contact;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Intake as far as messages ask it, over HTTP. */
public final class FakeIntake implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean down;
    private volatile boolean stuck;

    public FakeIntake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/intake/dossiers/", this::answer);
        server.start();
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath().replaceFirst("^/api/intake/dossiers/[^/]+/", "");
        asked.add(path);
        String answer = answers.get(path);
        boolean known = "Bearer token".equals(call.getRequestHeaders().getFirst("Authorization"));
        byte[] body = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(
                down ? 503 : !known ? 401 : answer == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        if (stuck) {
            call.getResponseBody().flush();
            waitForTheEnd();
        }
        call.getResponseBody().write(body);
        call.close();
    }

    /** What it is asked from now on is answered with 503. */
    public void down() {
        down = true;
    }

    /** What it is asked from now on is answered with a body that does not come. */
    void stuck() {
        stuck = true;
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    public void contact(String json) {
        answers.put("contact", json);
    }

    /** It has issued this form. */
    public void form(String kind, String number, String pdf) {
        answers.put(
                "forms",
                "{\"items\":[{\"id\":\"f1\",\"kind\":\"" + kind + "\",\"form\":\"" + number + "\"}],\"next\":null}");
        answers.put("forms/f1.pdf", pdf);
    }

    public List<String> asked() {
        return asked;
    }

    IntakeHttp http(String token) {
        return http(() -> token);
    }

    IntakeHttp http(Supplier<String> token) {
        return new IntakeHttp(
                Optional.of(URI.create("http://localhost:" + server.getAddress().getPort())), token);
    }

    IntakeHttp http(Duration longest) {
        return new IntakeHttp(
                Optional.of(URI.create("http://localhost:" + server.getAddress().getPort())), () -> "token", longest);
    }

    public IssuedForms forms() {
        return new IssuedForms(http("token"));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
