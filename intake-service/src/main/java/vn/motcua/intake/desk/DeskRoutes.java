package vn.motcua.intake.desk;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The officers' app at {@code /desk/}: its one page for every room, so that a reload or a kept link opens it, and its files, kept for
 * ever since their names carry their hash. The policy allows nothing inline and no other origin.
 */
class DeskRoutes {
    private static final String PAGE = "META-INF/resources/desk/index.html";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; frame-src blob:; frame-ancestors 'none'; base-uri 'none';"
            + " form-action 'self'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Before the server's own handler of static files, which would show the page without its policy. */
    private static final int FIRST = -1_000;

    private volatile byte[] page;

    void register(@Observes Router router) {
        router.routeWithRegex("/desk").order(FIRST).handler(request -> request.redirect("/desk/"));
        router.routeWithRegex("/desk/.*").order(FIRST).handler(this::serve);
    }

    private void serve(RoutingContext request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        String path = request.normalizedPath();
        boolean reads = request.request().method() == HttpMethod.GET
                || request.request().method() == HttpMethod.HEAD;
        if (path.startsWith("/desk/assets/")) {
            response.headersEndHandler(sent -> {
                if (response.getStatusCode() == 200) {
                    response.putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
                }
            });
            request.next();
        } else if (!reads || isFile(path)) {
            request.next();
        } else {
            answer(response);
        }
    }

    /** A room's path has no dot in its last step; codes of procedures have, but are no files. */
    private static boolean isFile(String path) {
        return path.matches(".*\\.(svg|png|ico|txt|webmanifest)");
    }

    private void answer(HttpServerResponse response) {
        byte[] html = page();
        if (html == null) {
            response.setStatusCode(404).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(io.vertx.core.buffer.Buffer.buffer(html));
    }

    private byte[] page() {
        if (page == null) {
            try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
                page = in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return page;
    }
}
