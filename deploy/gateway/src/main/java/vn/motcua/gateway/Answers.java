package vn.motcua.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import java.util.function.BiConsumer;

/** Writes a {@link Problem} in the form and language the caller asked for. */
final class Answers {

    private Answers() {}

    static void send(HttpServerRequest request, Problem problem) {
        HttpServerResponse response = request.response().setStatusCode(problem.status());
        headers(request, response::putHeader);
        response.end(body(request, problem));
    }

    static void headers(HttpServerRequest request, BiConsumer<CharSequence, CharSequence> header) {
        header.accept(
                HttpHeaders.CONTENT_TYPE, wantsPage(request) ? "text/html;charset=UTF-8" : "application/problem+json");
        header.accept(HttpHeaders.CONTENT_LANGUAGE, language(request));
        header.accept(HttpHeaders.VARY, "Accept, Accept-Language");
        header.accept(HttpHeaders.CACHE_CONTROL, "no-store");
        header.accept("x-content-type-options", "nosniff");
    }

    static Buffer body(HttpServerRequest request, Problem problem) {
        String language = language(request);
        return wantsPage(request) ? problem.page(language) : problem.json(language, request.path());
    }

    private static String language(HttpServerRequest request) {
        return Problem.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static boolean wantsPage(HttpServerRequest request) {
        String path = request.path();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") && (path == null || !path.startsWith("/api/"));
    }
}
