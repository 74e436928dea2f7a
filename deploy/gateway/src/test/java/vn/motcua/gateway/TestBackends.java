package vn.motcua.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Small backends: each tells what reached it. {@code notification} is down, {@code processing} never answers. */
public class TestBackends implements QuarkusTestResourceLifecycleManager {

    private static final int CLOSED_PORT = 1;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final long LONG_BYTES = 256L * 1024 * 1024;
    private static final AtomicLong WRITTEN = new AtomicLong();

    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        Map<String, String> config = new HashMap<>();
        for (String name : new String[] {"catalog", "intake", "keycloak"}) {
            int port = listen(vertx.createHttpServer().requestHandler(r -> tell(name, r)));
            config.put("gateway.backends." + name + ".url", "http://localhost:" + port);
        }
        int silent = listen(vertx.createHttpServer().requestHandler(r -> {}));
        config.put("gateway.backends.processing.url", "http://localhost:" + silent);
        config.put("gateway.backends.processing.timeout", "300ms");
        config.put("gateway.backends.notification.url", "http://localhost:" + CLOSED_PORT);
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static int listen(HttpServer server) {
        return server.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private static void tell(String name, HttpServerRequest request) {
        if (request.uri().endsWith("/long")) {
            request.response().setChunked(true);
            more(request.response());
            return;
        }
        if (request.uri().endsWith("/long/written")) {
            request.response().end(String.valueOf(WRITTEN.get()));
            return;
        }
        request.body().onSuccess(body -> answer(name, request, body));
    }

    /** Writes as much as is taken, until it is enough. */
    private static void more(HttpServerResponse response) {
        while (!response.closed() && WRITTEN.get() < LONG_BYTES && !response.writeQueueFull()) {
            response.write(Buffer.buffer(new byte[CHUNK_BYTES]));
            WRITTEN.addAndGet(CHUNK_BYTES);
        }
        if (WRITTEN.get() >= LONG_BYTES) {
            response.end();
        } else if (!response.closed()) {
            response.drainHandler(taken -> more(response));
        }
    }

    private static void answer(String name, HttpServerRequest request, Buffer body) {
        JsonObject headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
        JsonObject told = new JsonObject()
                .put("backend", name)
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("length", body.length())
                .put("headers", headers);
        request.response()
                .putHeader("content-type", "application/json")
                .putHeader("connection", "keep-alive, x-secret")
                .putHeader("x-secret", "of this connection")
                .putHeader("etag", "\"7\"")
                .setStatusCode(request.uri().contains("conflict") ? 409 : 200)
                .end(told.toBuffer());
    }
}
